from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PointCount")


@_attrs_define
class PointCount:
    """Persons at one bridge point; the expected and absent are those expected there.

    Attributes:
        expected (int): To be convened to this very class.
        present (int): There: by evidence, ticked, or confirmed.
        pending (int):
        excused (int): Of those expected, written absent with a reason.
        unexcused (int): Of those expected, written absent without one.
        point_id (UUID):
        name (str):
    """

    expected: int
    present: int
    pending: int
    excused: int
    unexcused: int
    point_id: UUID
    name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expected = self.expected

        present = self.present

        pending = self.pending

        excused = self.excused

        unexcused = self.unexcused

        point_id = str(self.point_id)

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expected": expected,
                "present": present,
                "pending": pending,
                "excused": excused,
                "unexcused": unexcused,
                "point_id": point_id,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        expected = d.pop("expected")

        present = d.pop("present")

        pending = d.pop("pending")

        excused = d.pop("excused")

        unexcused = d.pop("unexcused")

        point_id = UUID(d.pop("point_id"))

        name = d.pop("name")

        point_count = cls(
            expected=expected,
            present=present,
            pending=pending,
            excused=excused,
            unexcused=unexcused,
            point_id=point_id,
            name=name,
        )

        point_count.additional_properties = d
        return point_count

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
