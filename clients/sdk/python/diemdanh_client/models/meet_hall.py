from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MeetHall")


@_attrs_define
class MeetHall:
    """How a hall of the session was connected, beside how many checked in there.

    Attributes:
        bridge_point_id (UUID):
        point_name (str):
        is_hub (bool):
        is_connected (bool):
        connections (int):
        first_joined_at (datetime.datetime | None):
        last_left_at (datetime.datetime | None):
        connected_seconds (int): In all, time that overlaps once.
        in_session_seconds (int): Of them, those between the session's opening and its closing.
        expected (int):
        checked_in (int):
    """

    bridge_point_id: UUID
    point_name: str
    is_hub: bool
    is_connected: bool
    connections: int
    first_joined_at: datetime.datetime | None
    last_left_at: datetime.datetime | None
    connected_seconds: int
    in_session_seconds: int
    expected: int
    checked_in: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bridge_point_id = str(self.bridge_point_id)

        point_name = self.point_name

        is_hub = self.is_hub

        is_connected = self.is_connected

        connections = self.connections

        first_joined_at: None | str
        if isinstance(self.first_joined_at, datetime.datetime):
            first_joined_at = self.first_joined_at.isoformat()
        else:
            first_joined_at = self.first_joined_at

        last_left_at: None | str
        if isinstance(self.last_left_at, datetime.datetime):
            last_left_at = self.last_left_at.isoformat()
        else:
            last_left_at = self.last_left_at

        connected_seconds = self.connected_seconds

        in_session_seconds = self.in_session_seconds

        expected = self.expected

        checked_in = self.checked_in

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bridge_point_id": bridge_point_id,
                "point_name": point_name,
                "is_hub": is_hub,
                "is_connected": is_connected,
                "connections": connections,
                "first_joined_at": first_joined_at,
                "last_left_at": last_left_at,
                "connected_seconds": connected_seconds,
                "in_session_seconds": in_session_seconds,
                "expected": expected,
                "checked_in": checked_in,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bridge_point_id = UUID(d.pop("bridge_point_id"))

        point_name = d.pop("point_name")

        is_hub = d.pop("is_hub")

        is_connected = d.pop("is_connected")

        connections = d.pop("connections")

        def _parse_first_joined_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_joined_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_joined_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_joined_at = _parse_first_joined_at(d.pop("first_joined_at"))

        def _parse_last_left_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_left_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_left_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_left_at = _parse_last_left_at(d.pop("last_left_at"))

        connected_seconds = d.pop("connected_seconds")

        in_session_seconds = d.pop("in_session_seconds")

        expected = d.pop("expected")

        checked_in = d.pop("checked_in")

        meet_hall = cls(
            bridge_point_id=bridge_point_id,
            point_name=point_name,
            is_hub=is_hub,
            is_connected=is_connected,
            connections=connections,
            first_joined_at=first_joined_at,
            last_left_at=last_left_at,
            connected_seconds=connected_seconds,
            in_session_seconds=in_session_seconds,
            expected=expected,
            checked_in=checked_in,
        )

        meet_hall.additional_properties = d
        return meet_hall

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
