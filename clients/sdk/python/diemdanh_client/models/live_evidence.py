from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.point_evidence import PointEvidence


T = TypeVar("T", bound="LiveEvidence")


@_attrs_define
class LiveEvidence:
    """How those who are at each point of a session were counted; without names.

    Attributes:
        session_id (UUID):
        counted_at (datetime.datetime): Who came later is not among them.
        points (list[PointEvidence]):
    """

    session_id: UUID
    counted_at: datetime.datetime
    points: list[PointEvidence]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        counted_at = self.counted_at.isoformat()

        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "counted_at": counted_at,
                "points": points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.point_evidence import PointEvidence  # noqa: PLC0415

        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        counted_at = datetime.datetime.fromisoformat(d.pop("counted_at"))

        points = []
        _points = d.pop("points")
        for points_item_data in _points:
            points_item = PointEvidence.from_dict(points_item_data)

            points.append(points_item)

        live_evidence = cls(
            session_id=session_id,
            counted_at=counted_at,
            points=points,
        )

        live_evidence.additional_properties = d
        return live_evidence

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
