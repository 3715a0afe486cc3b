from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Move")


@_attrs_define
class Move:
    """One member, or all convened members of a unit, put into a session, or let go.

    Attributes:
        member_id (None | Unset | UUID):
        unit_id (None | Unset | UUID):
        session_id (None | Unset | UUID): Null gives the choice back to the next proposal.
        bridge_point_id (None | Unset | UUID): Null for the nearest point of the session's form.
    """

    member_id: None | Unset | UUID = UNSET
    unit_id: None | Unset | UUID = UNSET
    session_id: None | Unset | UUID = UNSET
    bridge_point_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        member_id: None | str | Unset
        if isinstance(self.member_id, Unset):
            member_id = UNSET
        elif isinstance(self.member_id, UUID):
            member_id = str(self.member_id)
        else:
            member_id = self.member_id

        unit_id: None | str | Unset
        if isinstance(self.unit_id, Unset):
            unit_id = UNSET
        elif isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        session_id: None | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        elif isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        bridge_point_id: None | str | Unset
        if isinstance(self.bridge_point_id, Unset):
            bridge_point_id = UNSET
        elif isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if member_id is not UNSET:
            field_dict["member_id"] = member_id
        if unit_id is not UNSET:
            field_dict["unit_id"] = unit_id
        if session_id is not UNSET:
            field_dict["session_id"] = session_id
        if bridge_point_id is not UNSET:
            field_dict["bridge_point_id"] = bridge_point_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_member_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                member_id_type_0 = UUID(data)

                return member_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        member_id = _parse_member_id(d.pop("member_id", UNSET))

        def _parse_unit_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id", UNSET))

        def _parse_session_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        session_id = _parse_session_id(d.pop("session_id", UNSET))

        def _parse_bridge_point_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bridge_point_id_type_0 = UUID(data)

                return bridge_point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        bridge_point_id = _parse_bridge_point_id(d.pop("bridge_point_id", UNSET))

        move = cls(
            member_id=member_id,
            unit_id=unit_id,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
        )

        return move
