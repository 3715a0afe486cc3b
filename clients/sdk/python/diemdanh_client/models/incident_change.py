from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="IncidentChange")


@_attrs_define
class IncidentChange:
    """What to change: a field left out stays; a resolution resolves, null opens it again.

    Attributes:
        text (str | Unset):
        resolution (None | str | Unset):
    """

    text: str | Unset = UNSET
    resolution: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        resolution: None | str | Unset
        if isinstance(self.resolution, Unset):
            resolution = UNSET
        else:
            resolution = self.resolution

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if text is not UNSET:
            field_dict["text"] = text
        if resolution is not UNSET:
            field_dict["resolution"] = resolution

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text", UNSET)

        def _parse_resolution(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        resolution = _parse_resolution(d.pop("resolution", UNSET))

        incident_change = cls(
            text=text,
            resolution=resolution,
        )

        return incident_change
