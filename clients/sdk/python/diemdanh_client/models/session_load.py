from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.concern_view import ConcernView


T = TypeVar("T", bound="SessionLoad")


@_attrs_define
class SessionLoad:
    """How many go to a session at a point, and how many it holds.

    Attributes:
        session_id (UUID):
        title (str):
        bridge_point_id (UUID):
        bridge_point_name (str):
        members (int):
        capacity (int | None):
        warnings (list[ConcernView]):
    """

    session_id: UUID
    title: str
    bridge_point_id: UUID
    bridge_point_name: str
    members: int
    capacity: int | None
    warnings: list[ConcernView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        title = self.title

        bridge_point_id = str(self.bridge_point_id)

        bridge_point_name = self.bridge_point_name

        members = self.members

        capacity: int | None
        capacity = self.capacity

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "title": title,
                "bridge_point_id": bridge_point_id,
                "bridge_point_name": bridge_point_name,
                "members": members,
                "capacity": capacity,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.concern_view import ConcernView  # noqa: PLC0415

        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        title = d.pop("title")

        bridge_point_id = UUID(d.pop("bridge_point_id"))

        bridge_point_name = d.pop("bridge_point_name")

        members = d.pop("members")

        def _parse_capacity(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        capacity = _parse_capacity(d.pop("capacity"))

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = ConcernView.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        session_load = cls(
            session_id=session_id,
            title=title,
            bridge_point_id=bridge_point_id,
            bridge_point_name=bridge_point_name,
            members=members,
            capacity=capacity,
            warnings=warnings,
        )

        session_load.additional_properties = d
        return session_load

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
