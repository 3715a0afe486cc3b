from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PointScreens")


@_attrs_define
class PointScreens:
    """How many screens of a point are paired.

    Attributes:
        point_id (UUID):
        name (str):
        paired_count (int):
    """

    point_id: UUID
    name: str
    paired_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        point_id = str(self.point_id)

        name = self.name

        paired_count = self.paired_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "point_id": point_id,
                "name": name,
                "paired_count": paired_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        point_id = UUID(d.pop("point_id"))

        name = d.pop("name")

        paired_count = d.pop("paired_count")

        point_screens = cls(
            point_id=point_id,
            name=name,
            paired_count=paired_count,
        )

        point_screens.additional_properties = d
        return point_screens

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
