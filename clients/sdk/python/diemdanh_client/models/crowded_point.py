from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CrowdedPoint")


@_attrs_define
class CrowdedPoint:
    """A point where more are expected than it seats; a warning, nobody is turned away.

    Attributes:
        session_id (UUID):
        bridge_point_id (UUID):
        point_name (str):
        capacity (int):
        expected (int):
    """

    session_id: UUID
    bridge_point_id: UUID
    point_name: str
    capacity: int
    expected: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        bridge_point_id = str(self.bridge_point_id)

        point_name = self.point_name

        capacity = self.capacity

        expected = self.expected

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "bridge_point_id": bridge_point_id,
                "point_name": point_name,
                "capacity": capacity,
                "expected": expected,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        bridge_point_id = UUID(d.pop("bridge_point_id"))

        point_name = d.pop("point_name")

        capacity = d.pop("capacity")

        expected = d.pop("expected")

        crowded_point = cls(
            session_id=session_id,
            bridge_point_id=bridge_point_id,
            point_name=point_name,
            capacity=capacity,
            expected=expected,
        )

        crowded_point.additional_properties = d
        return crowded_point

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
