from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.report_text import ReportText


T = TypeVar("T", bound="ReportTexts")


@_attrs_define
class ReportTexts:
    """The texts of a report.

    Attributes:
        assessment (ReportText): One text of a report.
        preparation (ReportText): One text of a report.
        incidents (ReportText): One text of a report.
        proposals (ReportText): One text of a report.
    """

    assessment: ReportText
    preparation: ReportText
    incidents: ReportText
    proposals: ReportText
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment = self.assessment.to_dict()

        preparation = self.preparation.to_dict()

        incidents = self.incidents.to_dict()

        proposals = self.proposals.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment": assessment,
                "preparation": preparation,
                "incidents": incidents,
                "proposals": proposals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report_text import ReportText  # noqa: PLC0415

        d = dict(src_dict)
        assessment = ReportText.from_dict(d.pop("assessment"))

        preparation = ReportText.from_dict(d.pop("preparation"))

        incidents = ReportText.from_dict(d.pop("incidents"))

        proposals = ReportText.from_dict(d.pop("proposals"))

        report_texts = cls(
            assessment=assessment,
            preparation=preparation,
            incidents=incidents,
            proposals=proposals,
        )

        report_texts.additional_properties = d
        return report_texts

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
