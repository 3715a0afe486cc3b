from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewIncident")


@_attrs_define
class NewIncident:
    """A problem that arose at a unit, perhaps during one session or at one point.

    Attributes:
        conference_id (UUID):
        unit_id (UUID):
        text (str):
        session_id (None | Unset | UUID):
        bridge_point_id (None | Unset | UUID):
    """

    conference_id: UUID
    unit_id: UUID
    text: str
    session_id: None | Unset | UUID = UNSET
    bridge_point_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        conference_id = str(self.conference_id)

        unit_id = str(self.unit_id)

        text = self.text

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

        field_dict.update(
            {
                "conference_id": conference_id,
                "unit_id": unit_id,
                "text": text,
            }
        )
        if session_id is not UNSET:
            field_dict["session_id"] = session_id
        if bridge_point_id is not UNSET:
            field_dict["bridge_point_id"] = bridge_point_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        conference_id = UUID(d.pop("conference_id"))

        unit_id = UUID(d.pop("unit_id"))

        text = d.pop("text")

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

        new_incident = cls(
            conference_id=conference_id,
            unit_id=unit_id,
            text=text,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
        )

        return new_incident
