from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PlannedConference")


@_attrs_define
class PlannedConference:
    """A conference that was planned at one stroke; read the rest through its own operations.

    Attributes:
        id (UUID):
        organiser_id (UUID):
        title (str):
        year (int):
        quarter (int):
        copied_from_id (None | UUID):
        units_added (int): Units of the preset that had to be added.
        point_count (int):
        session_count (int):
        points_left_out (list[str]): Points of the old conference that nobody is left for: their units ended, or became
            part of a unit that sits at another point.
        sessions_left_out (list[str]): Sessions of the old conference that took no share of the units' members: they
            were added for that quarter alone.
    """

    id: UUID
    organiser_id: UUID
    title: str
    year: int
    quarter: int
    copied_from_id: None | UUID
    units_added: int
    point_count: int
    session_count: int
    points_left_out: list[str]
    sessions_left_out: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        organiser_id = str(self.organiser_id)

        title = self.title

        year = self.year

        quarter = self.quarter

        copied_from_id: None | str
        if isinstance(self.copied_from_id, UUID):
            copied_from_id = str(self.copied_from_id)
        else:
            copied_from_id = self.copied_from_id

        units_added = self.units_added

        point_count = self.point_count

        session_count = self.session_count

        points_left_out = self.points_left_out

        sessions_left_out = self.sessions_left_out

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "organiser_id": organiser_id,
                "title": title,
                "year": year,
                "quarter": quarter,
                "copied_from_id": copied_from_id,
                "units_added": units_added,
                "point_count": point_count,
                "session_count": session_count,
                "points_left_out": points_left_out,
                "sessions_left_out": sessions_left_out,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        organiser_id = UUID(d.pop("organiser_id"))

        title = d.pop("title")

        year = d.pop("year")

        quarter = d.pop("quarter")

        def _parse_copied_from_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                copied_from_id_type_0 = UUID(data)

                return copied_from_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        copied_from_id = _parse_copied_from_id(d.pop("copied_from_id"))

        units_added = d.pop("units_added")

        point_count = d.pop("point_count")

        session_count = d.pop("session_count")

        points_left_out = cast(list[str], d.pop("points_left_out"))

        sessions_left_out = cast(list[str], d.pop("sessions_left_out"))

        planned_conference = cls(
            id=id,
            organiser_id=organiser_id,
            title=title,
            year=year,
            quarter=quarter,
            copied_from_id=copied_from_id,
            units_added=units_added,
            point_count=point_count,
            session_count=session_count,
            points_left_out=points_left_out,
            sessions_left_out=sessions_left_out,
        )

        planned_conference.additional_properties = d
        return planned_conference

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
