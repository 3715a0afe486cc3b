from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PaperSheetView")


@_attrs_define
class PaperSheetView:
    """A photographed page; its picture is read apart.

    Attributes:
        id (UUID):
        session_id (UUID):
        unit_id (UUID):
        width (int):
        height (int):
        note (None | str):
        added_at (datetime.datetime):
    """

    id: UUID
    session_id: UUID
    unit_id: UUID
    width: int
    height: int
    note: None | str
    added_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        session_id = str(self.session_id)

        unit_id = str(self.unit_id)

        width = self.width

        height = self.height

        note: None | str
        note = self.note

        added_at = self.added_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "unit_id": unit_id,
                "width": width,
                "height": height,
                "note": note,
                "added_at": added_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        unit_id = UUID(d.pop("unit_id"))

        width = d.pop("width")

        height = d.pop("height")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        paper_sheet_view = cls(
            id=id,
            session_id=session_id,
            unit_id=unit_id,
            width=width,
            height=height,
            note=note,
            added_at=added_at,
        )

        paper_sheet_view.additional_properties = d
        return paper_sheet_view

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
