from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Capacity")


@_attrs_define
class Capacity:
    """How many persons a point seats in a session; null where nobody has said.

    Attributes:
        capacity (int | None):
    """

    capacity: int | None

    def to_dict(self) -> dict[str, Any]:
        capacity: int | None
        capacity = self.capacity

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "capacity": capacity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_capacity(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        capacity = _parse_capacity(d.pop("capacity"))

        capacity = cls(
            capacity=capacity,
        )

        return capacity
