from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_mark import NewMark


T = TypeVar("T", bound="PreparationChange")


@_attrs_define
class PreparationChange:
    """What somebody found on some items; the others stay as they are.

    Attributes:
        marks (list[NewMark]):
    """

    marks: list[NewMark]

    def to_dict(self) -> dict[str, Any]:
        marks = []
        for marks_item_data in self.marks:
            marks_item = marks_item_data.to_dict()
            marks.append(marks_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "marks": marks,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_mark import NewMark  # noqa: PLC0415

        d = dict(src_dict)
        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = NewMark.from_dict(marks_item_data)

            marks.append(marks_item)

        preparation_change = cls(
            marks=marks,
        )

        return preparation_change
