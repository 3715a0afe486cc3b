from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReportStatusTotals")


@_attrs_define
class ReportStatusTotals:
    """All the units together.

    Attributes:
        units (int):
        handed_in (int):
        accepted (int):
        late (int): Due, and still owed.
        convened (int):
        present (int):
        unknown (int):
    """

    units: int
    handed_in: int
    accepted: int
    late: int
    convened: int
    present: int
    unknown: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        units = self.units

        handed_in = self.handed_in

        accepted = self.accepted

        late = self.late

        convened = self.convened

        present = self.present

        unknown = self.unknown

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "units": units,
                "handed_in": handed_in,
                "accepted": accepted,
                "late": late,
                "convened": convened,
                "present": present,
                "unknown": unknown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        units = d.pop("units")

        handed_in = d.pop("handed_in")

        accepted = d.pop("accepted")

        late = d.pop("late")

        convened = d.pop("convened")

        present = d.pop("present")

        unknown = d.pop("unknown")

        report_status_totals = cls(
            units=units,
            handed_in=handed_in,
            accepted=accepted,
            late=late,
            convened=convened,
            present=present,
            unknown=unknown,
        )

        report_status_totals.additional_properties = d
        return report_status_totals

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
