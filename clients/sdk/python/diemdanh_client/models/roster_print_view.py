from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RosterPrintView")


@_attrs_define
class RosterPrintView:
    """A printed list, found by the code that stands on every page of it.

    Attributes:
        code (str):
        conference_id (UUID):
        session_id (None | UUID): Null where the list is of all classes.
        bridge_point_id (None | UUID): Null where the list is of all points.
        unit_id (None | UUID): Null where the list is of all units.
        made_at (datetime.datetime):
    """

    code: str
    conference_id: UUID
    session_id: None | UUID
    bridge_point_id: None | UUID
    unit_id: None | UUID
    made_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        conference_id = str(self.conference_id)

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        bridge_point_id: None | str
        if isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        made_at = self.made_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "conference_id": conference_id,
                "session_id": session_id,
                "bridge_point_id": bridge_point_id,
                "unit_id": unit_id,
                "made_at": made_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        conference_id = UUID(d.pop("conference_id"))

        def _parse_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        session_id = _parse_session_id(d.pop("session_id"))

        def _parse_bridge_point_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bridge_point_id_type_0 = UUID(data)

                return bridge_point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        bridge_point_id = _parse_bridge_point_id(d.pop("bridge_point_id"))

        def _parse_unit_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        roster_print_view = cls(
            code=code,
            conference_id=conference_id,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
            unit_id=unit_id,
            made_at=made_at,
        )

        roster_print_view.additional_properties = d
        return roster_print_view

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
