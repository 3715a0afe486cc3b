from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HeadCountFigures")


@_attrs_define
class HeadCountFigures:
    """The last head counts, and what they differ by.

    Attributes:
        persons (int): Heads, guests among them.
        guests (int):
        difference (int): Heads without guests, less those recorded as there: above 0 some are missing in the records,
            below 0 more are recorded than were counted.
        counted_at (datetime.datetime):
    """

    persons: int
    guests: int
    difference: int
    counted_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        persons = self.persons

        guests = self.guests

        difference = self.difference

        counted_at = self.counted_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "persons": persons,
                "guests": guests,
                "difference": difference,
                "counted_at": counted_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        persons = d.pop("persons")

        guests = d.pop("guests")

        difference = d.pop("difference")

        counted_at = datetime.datetime.fromisoformat(d.pop("counted_at"))

        head_count_figures = cls(
            persons=persons,
            guests=guests,
            difference=difference,
            counted_at=counted_at,
        )

        head_count_figures.additional_properties = d
        return head_count_figures

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
