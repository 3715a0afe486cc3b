from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReportChange")


@_attrs_define
class ReportChange:
    """What the writer says in his own words; null fills a text in again, left out it stays.

    Attributes:
        assessment (None | str | Unset):
        preparation (None | str | Unset):
        incidents (None | str | Unset):
        proposals (None | str | Unset):
    """

    assessment: None | str | Unset = UNSET
    preparation: None | str | Unset = UNSET
    incidents: None | str | Unset = UNSET
    proposals: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        assessment: None | str | Unset
        if isinstance(self.assessment, Unset):
            assessment = UNSET
        else:
            assessment = self.assessment

        preparation: None | str | Unset
        if isinstance(self.preparation, Unset):
            preparation = UNSET
        else:
            preparation = self.preparation

        incidents: None | str | Unset
        if isinstance(self.incidents, Unset):
            incidents = UNSET
        else:
            incidents = self.incidents

        proposals: None | str | Unset
        if isinstance(self.proposals, Unset):
            proposals = UNSET
        else:
            proposals = self.proposals

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if assessment is not UNSET:
            field_dict["assessment"] = assessment
        if preparation is not UNSET:
            field_dict["preparation"] = preparation
        if incidents is not UNSET:
            field_dict["incidents"] = incidents
        if proposals is not UNSET:
            field_dict["proposals"] = proposals

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_assessment(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        assessment = _parse_assessment(d.pop("assessment", UNSET))

        def _parse_preparation(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        preparation = _parse_preparation(d.pop("preparation", UNSET))

        def _parse_incidents(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        incidents = _parse_incidents(d.pop("incidents", UNSET))

        def _parse_proposals(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        proposals = _parse_proposals(d.pop("proposals", UNSET))

        report_change = cls(
            assessment=assessment,
            preparation=preparation,
            incidents=incidents,
            proposals=proposals,
        )

        return report_change
