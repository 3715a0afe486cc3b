from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.duty_kind import DutyKind

T = TypeVar("T", bound="DutyView")


@_attrs_define
class DutyView:
    """A member on duty in a session.

    Attributes:
        session_id (UUID):
        member_id (UUID):
        full_name (str):
        unit_id (UUID): The unit that counts him.
        unit_name (str):
        kind (DutyKind): Why a member serves a session rather than attends it.
        note (None | str):
        added_at (datetime.datetime):
        added_by (None | str): The display name of whoever put him on duty.
    """

    session_id: UUID
    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    kind: DutyKind
    note: None | str
    added_at: datetime.datetime
    added_by: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        member_id = str(self.member_id)

        full_name = self.full_name

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        kind = self.kind.value

        note: None | str
        note = self.note

        added_at = self.added_at.isoformat()

        added_by: None | str
        added_by = self.added_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "member_id": member_id,
                "full_name": full_name,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "kind": kind,
                "note": note,
                "added_at": added_at,
                "added_by": added_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        kind = DutyKind(d.pop("kind"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        def _parse_added_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        added_by = _parse_added_by(d.pop("added_by"))

        duty_view = cls(
            session_id=session_id,
            member_id=member_id,
            full_name=full_name,
            unit_id=unit_id,
            unit_name=unit_name,
            kind=kind,
            note=note,
            added_at=added_at,
            added_by=added_by,
        )

        duty_view.additional_properties = d
        return duty_view

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
