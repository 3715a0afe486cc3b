from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.point_count import PointCount
    from ..models.unit_count import UnitCount


T = TypeVar("T", bound="Live")


@_attrs_define
class Live:
    """Counts of a session, each person once; without names.

    Attributes:
        expected (int): To be convened to this very class.
        present (int): There: by evidence, ticked, or confirmed.
        pending (int):
        excused (int): Of those expected, written absent with a reason.
        unexcused (int): Of those expected, written absent without one.
        session_id (UUID):
        typed_names (int): Typed names that fit no member, for the secretary.
        points (list[PointCount]):
        units (list[UnitCount]):
    """

    expected: int
    present: int
    pending: int
    excused: int
    unexcused: int
    session_id: UUID
    typed_names: int
    points: list[PointCount]
    units: list[UnitCount]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expected = self.expected

        present = self.present

        pending = self.pending

        excused = self.excused

        unexcused = self.unexcused

        session_id = str(self.session_id)

        typed_names = self.typed_names

        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expected": expected,
                "present": present,
                "pending": pending,
                "excused": excused,
                "unexcused": unexcused,
                "session_id": session_id,
                "typed_names": typed_names,
                "points": points,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.point_count import PointCount  # noqa: PLC0415
        from ..models.unit_count import UnitCount  # noqa: PLC0415

        d = dict(src_dict)
        expected = d.pop("expected")

        present = d.pop("present")

        pending = d.pop("pending")

        excused = d.pop("excused")

        unexcused = d.pop("unexcused")

        session_id = UUID(d.pop("session_id"))

        typed_names = d.pop("typed_names")

        points = []
        _points = d.pop("points")
        for points_item_data in _points:
            points_item = PointCount.from_dict(points_item_data)

            points.append(points_item)

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = UnitCount.from_dict(units_item_data)

            units.append(units_item)

        live = cls(
            expected=expected,
            present=present,
            pending=pending,
            excused=excused,
            unexcused=unexcused,
            session_id=session_id,
            typed_names=typed_names,
            points=points,
            units=units,
        )

        live.additional_properties = d
        return live

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
