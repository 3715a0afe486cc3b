from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CameraCheckView")


@_attrs_define
class CameraCheckView:
    """A look at the camera of a hall.

    Attributes:
        id (UUID):
        session_id (UUID):
        bridge_point_id (UUID):
        is_on (bool):
        note (None | str): For those who run the point.
        checked_at (datetime.datetime):
        checked_by (None | str): The display name of whoever looked; for those who run the point.
    """

    id: UUID
    session_id: UUID
    bridge_point_id: UUID
    is_on: bool
    note: None | str
    checked_at: datetime.datetime
    checked_by: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        session_id = str(self.session_id)

        bridge_point_id = str(self.bridge_point_id)

        is_on = self.is_on

        note: None | str
        note = self.note

        checked_at = self.checked_at.isoformat()

        checked_by: None | str
        checked_by = self.checked_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "bridge_point_id": bridge_point_id,
                "is_on": is_on,
                "note": note,
                "checked_at": checked_at,
                "checked_by": checked_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        bridge_point_id = UUID(d.pop("bridge_point_id"))

        is_on = d.pop("is_on")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        checked_at = datetime.datetime.fromisoformat(d.pop("checked_at"))

        def _parse_checked_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        checked_by = _parse_checked_by(d.pop("checked_by"))

        camera_check_view = cls(
            id=id,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
            is_on=is_on,
            note=note,
            checked_at=checked_at,
            checked_by=checked_by,
        )

        camera_check_view.additional_properties = d
        return camera_check_view

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
