from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="IncidentView")


@_attrs_define
class IncidentView:
    """A problem that arose, and how it was resolved.

    Attributes:
        id (UUID):
        conference_id (UUID):
        unit_id (UUID):
        unit_name (str):
        session_id (None | UUID):
        bridge_point_id (None | UUID):
        point_name (None | str):
        text (str):
        reported_at (datetime.datetime):
        reported_by (None | str): The display name of whoever told of it.
        resolved_at (datetime.datetime | None):
        resolved_by (None | str): The display name of whoever resolved it.
        resolution (None | str):
    """

    id: UUID
    conference_id: UUID
    unit_id: UUID
    unit_name: str
    session_id: None | UUID
    bridge_point_id: None | UUID
    point_name: None | str
    text: str
    reported_at: datetime.datetime
    reported_by: None | str
    resolved_at: datetime.datetime | None
    resolved_by: None | str
    resolution: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        conference_id = str(self.conference_id)

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

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

        point_name: None | str
        point_name = self.point_name

        text = self.text

        reported_at = self.reported_at.isoformat()

        reported_by: None | str
        reported_by = self.reported_by

        resolved_at: None | str
        if isinstance(self.resolved_at, datetime.datetime):
            resolved_at = self.resolved_at.isoformat()
        else:
            resolved_at = self.resolved_at

        resolved_by: None | str
        resolved_by = self.resolved_by

        resolution: None | str
        resolution = self.resolution

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "conference_id": conference_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "session_id": session_id,
                "bridge_point_id": bridge_point_id,
                "point_name": point_name,
                "text": text,
                "reported_at": reported_at,
                "reported_by": reported_by,
                "resolved_at": resolved_at,
                "resolved_by": resolved_by,
                "resolution": resolution,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        conference_id = UUID(d.pop("conference_id"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

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

        def _parse_point_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        point_name = _parse_point_name(d.pop("point_name"))

        text = d.pop("text")

        reported_at = datetime.datetime.fromisoformat(d.pop("reported_at"))

        def _parse_reported_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reported_by = _parse_reported_by(d.pop("reported_by"))

        def _parse_resolved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resolved_at_type_0 = datetime.datetime.fromisoformat(data)

                return resolved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        resolved_at = _parse_resolved_at(d.pop("resolved_at"))

        def _parse_resolved_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resolved_by = _parse_resolved_by(d.pop("resolved_by"))

        def _parse_resolution(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resolution = _parse_resolution(d.pop("resolution"))

        incident_view = cls(
            id=id,
            conference_id=conference_id,
            unit_id=unit_id,
            unit_name=unit_name,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
            point_name=point_name,
            text=text,
            reported_at=reported_at,
            reported_by=reported_by,
            resolved_at=resolved_at,
            resolved_by=resolved_by,
            resolution=resolution,
        )

        incident_view.additional_properties = d
        return incident_view

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
