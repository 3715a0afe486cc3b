from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.marked_member import MarkedMember
    from ..models.skipped_member import SkippedMember


T = TypeVar("T", bound="MarksWritten")


@_attrs_define
class MarksWritten:
    """Who was marked and who was not; the good ones are written whatever the others are.

    Attributes:
        marked (list[MarkedMember]):
        skipped (list[SkippedMember]):
    """

    marked: list[MarkedMember]
    skipped: list[SkippedMember]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        marked = []
        for marked_item_data in self.marked:
            marked_item = marked_item_data.to_dict()
            marked.append(marked_item)

        skipped = []
        for skipped_item_data in self.skipped:
            skipped_item = skipped_item_data.to_dict()
            skipped.append(skipped_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "marked": marked,
                "skipped": skipped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.marked_member import MarkedMember  # noqa: PLC0415
        from ..models.skipped_member import SkippedMember  # noqa: PLC0415

        d = dict(src_dict)
        marked = []
        _marked = d.pop("marked")
        for marked_item_data in _marked:
            marked_item = MarkedMember.from_dict(marked_item_data)

            marked.append(marked_item)

        skipped = []
        _skipped = d.pop("skipped")
        for skipped_item_data in _skipped:
            skipped_item = SkippedMember.from_dict(skipped_item_data)

            skipped.append(skipped_item)

        marks_written = cls(
            marked=marked,
            skipped=skipped,
        )

        marks_written.additional_properties = d
        return marks_written

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
