from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ImportCounts")


@_attrs_define
class ImportCounts:
    """An import in numbers.

    Attributes:
        add (int):
        change (int):
        leave (int):
        skipped (int): Rows that are left out; the warnings tell why.
        unlisted (int): Members of these units whom the file does not name.
    """

    add: int
    change: int
    leave: int
    skipped: int
    unlisted: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        add = self.add

        change = self.change

        leave = self.leave

        skipped = self.skipped

        unlisted = self.unlisted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "add": add,
                "change": change,
                "leave": leave,
                "skipped": skipped,
                "unlisted": unlisted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        add = d.pop("add")

        change = d.pop("change")

        leave = d.pop("leave")

        skipped = d.pop("skipped")

        unlisted = d.pop("unlisted")

        import_counts = cls(
            add=add,
            change=change,
            leave=leave,
            skipped=skipped,
            unlisted=unlisted,
        )

        import_counts.additional_properties = d
        return import_counts

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
