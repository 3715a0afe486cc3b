from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.concern_view import ConcernView
    from ..models.session_share import SessionShare


T = TypeVar("T", bound="UnitAllocation")


@_attrs_define
class UnitAllocation:
    """A unit's members by session, in numbers.

    Attributes:
        unit_id (UUID):
        unit_name (str):
        bridge_point_id (None | UUID):
        bridge_point_name (None | str):
        convened (int):
        unallocated (int): Chưa xếp lớp, also those of a cancelled session.
        sessions (list[SessionShare]):
        note (None | str):
        warnings (list[ConcernView]):
    """

    unit_id: UUID
    unit_name: str
    bridge_point_id: None | UUID
    bridge_point_name: None | str
    convened: int
    unallocated: int
    sessions: list[SessionShare]
    note: None | str
    warnings: list[ConcernView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        bridge_point_id: None | str
        if isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        bridge_point_name: None | str
        bridge_point_name = self.bridge_point_name

        convened = self.convened

        unallocated = self.unallocated

        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        note: None | str
        note = self.note

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit_id": unit_id,
                "unit_name": unit_name,
                "bridge_point_id": bridge_point_id,
                "bridge_point_name": bridge_point_name,
                "convened": convened,
                "unallocated": unallocated,
                "sessions": sessions,
                "note": note,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.concern_view import ConcernView  # noqa: PLC0415
        from ..models.session_share import SessionShare  # noqa: PLC0415

        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

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

        def _parse_bridge_point_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bridge_point_name = _parse_bridge_point_name(d.pop("bridge_point_name"))

        convened = d.pop("convened")

        unallocated = d.pop("unallocated")

        sessions = []
        _sessions = d.pop("sessions")
        for sessions_item_data in _sessions:
            sessions_item = SessionShare.from_dict(sessions_item_data)

            sessions.append(sessions_item)

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = ConcernView.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        unit_allocation = cls(
            unit_id=unit_id,
            unit_name=unit_name,
            bridge_point_id=bridge_point_id,
            bridge_point_name=bridge_point_name,
            convened=convened,
            unallocated=unallocated,
            sessions=sessions,
            note=note,
            warnings=warnings,
        )

        unit_allocation.additional_properties = d
        return unit_allocation

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
