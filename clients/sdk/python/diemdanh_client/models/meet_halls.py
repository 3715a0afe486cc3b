from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.meet_hall import MeetHall


T = TypeVar("T", bound="MeetHalls")


@_attrs_define
class MeetHalls:
    """The halls of a session that Meet connected, and those that it never did.

    Attributes:
        session_id (UUID):
        opened_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        unmatched (int): Connections of which nobody has said what they were.
        never_connected (list[str]): Names of halls without any connection.
        halls (list[MeetHall]):
    """

    session_id: UUID
    opened_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    unmatched: int
    never_connected: list[str]
    halls: list[MeetHall]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        opened_at: None | str
        if isinstance(self.opened_at, datetime.datetime):
            opened_at = self.opened_at.isoformat()
        else:
            opened_at = self.opened_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        unmatched = self.unmatched

        never_connected = self.never_connected

        halls = []
        for halls_item_data in self.halls:
            halls_item = halls_item_data.to_dict()
            halls.append(halls_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "opened_at": opened_at,
                "closed_at": closed_at,
                "unmatched": unmatched,
                "never_connected": never_connected,
                "halls": halls,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.meet_hall import MeetHall  # noqa: PLC0415

        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        def _parse_opened_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                opened_at_type_0 = datetime.datetime.fromisoformat(data)

                return opened_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        opened_at = _parse_opened_at(d.pop("opened_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        unmatched = d.pop("unmatched")

        never_connected = cast(list[str], d.pop("never_connected"))

        halls = []
        _halls = d.pop("halls")
        for halls_item_data in _halls:
            halls_item = MeetHall.from_dict(halls_item_data)

            halls.append(halls_item)

        meet_halls = cls(
            session_id=session_id,
            opened_at=opened_at,
            closed_at=closed_at,
            unmatched=unmatched,
            never_connected=never_connected,
            halls=halls,
        )

        meet_halls.additional_properties = d
        return meet_halls

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
