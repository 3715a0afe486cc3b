from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.crowded_point import CrowdedPoint
    from ..models.next_session import NextSession


T = TypeVar("T", bound="MakeUpsProposed")


@_attrs_define
class MakeUpsProposed:
    """What became of the absentees of a session: absent is the sum of the four that follow it.

    Attributes:
        session_id (UUID):
        unit_id (None | UUID):
        absent (int):
        proposed (int):
        already_proposed (int):
        retold (int):
        not_needed (int): They came to another session, were on duty, are of reduced duty, or have left.
        pending (int): They wait to be confirmed, so nobody knows whether absent.
        sessions (list[NextSession]):
        crowded (list[CrowdedPoint]):
    """

    session_id: UUID
    unit_id: None | UUID
    absent: int
    proposed: int
    already_proposed: int
    retold: int
    not_needed: int
    pending: int
    sessions: list[NextSession]
    crowded: list[CrowdedPoint]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        absent = self.absent

        proposed = self.proposed

        already_proposed = self.already_proposed

        retold = self.retold

        not_needed = self.not_needed

        pending = self.pending

        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        crowded = []
        for crowded_item_data in self.crowded:
            crowded_item = crowded_item_data.to_dict()
            crowded.append(crowded_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "unit_id": unit_id,
                "absent": absent,
                "proposed": proposed,
                "already_proposed": already_proposed,
                "retold": retold,
                "not_needed": not_needed,
                "pending": pending,
                "sessions": sessions,
                "crowded": crowded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.crowded_point import CrowdedPoint  # noqa: PLC0415
        from ..models.next_session import NextSession  # noqa: PLC0415

        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

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

        absent = d.pop("absent")

        proposed = d.pop("proposed")

        already_proposed = d.pop("already_proposed")

        retold = d.pop("retold")

        not_needed = d.pop("not_needed")

        pending = d.pop("pending")

        sessions = []
        _sessions = d.pop("sessions")
        for sessions_item_data in _sessions:
            sessions_item = NextSession.from_dict(sessions_item_data)

            sessions.append(sessions_item)

        crowded = []
        _crowded = d.pop("crowded")
        for crowded_item_data in _crowded:
            crowded_item = CrowdedPoint.from_dict(crowded_item_data)

            crowded.append(crowded_item)

        make_ups_proposed = cls(
            session_id=session_id,
            unit_id=unit_id,
            absent=absent,
            proposed=proposed,
            already_proposed=already_proposed,
            retold=retold,
            not_needed=not_needed,
            pending=pending,
            sessions=sessions,
            crowded=crowded,
        )

        make_ups_proposed.additional_properties = d
        return make_ups_proposed

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
