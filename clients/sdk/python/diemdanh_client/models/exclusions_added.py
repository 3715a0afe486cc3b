from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.exclusion_view import ExclusionView


T = TypeVar("T", bound="ExclusionsAdded")


@_attrs_define
class ExclusionsAdded:
    """What became of each line, in the order sent.

    Attributes:
        added_count (int):
        already_listed_count (int): Lines that the document had already, or that name a person twice.
        matched_count (int):
        unmatched_count (int):
        lines (list[ExclusionView]):
    """

    added_count: int
    already_listed_count: int
    matched_count: int
    unmatched_count: int
    lines: list[ExclusionView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added_count = self.added_count

        already_listed_count = self.already_listed_count

        matched_count = self.matched_count

        unmatched_count = self.unmatched_count

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "added_count": added_count,
                "already_listed_count": already_listed_count,
                "matched_count": matched_count,
                "unmatched_count": unmatched_count,
                "lines": lines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.exclusion_view import ExclusionView  # noqa: PLC0415

        d = dict(src_dict)
        added_count = d.pop("added_count")

        already_listed_count = d.pop("already_listed_count")

        matched_count = d.pop("matched_count")

        unmatched_count = d.pop("unmatched_count")

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = ExclusionView.from_dict(lines_item_data)

            lines.append(lines_item)

        exclusions_added = cls(
            added_count=added_count,
            already_listed_count=already_listed_count,
            matched_count=matched_count,
            unmatched_count=unmatched_count,
            lines=lines,
        )

        exclusions_added.additional_properties = d
        return exclusions_added

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
