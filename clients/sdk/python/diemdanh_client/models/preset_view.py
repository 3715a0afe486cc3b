from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PresetView")


@_attrs_define
class PresetView:
    """A plan kept ready in the program, and what it would bring.

    Attributes:
        key (str):
        title (str):
        note (None | str): What of it is real, and what is invented.
        organiser_name (str): Of the plan; an office takes its own.
        year (int):
        quarter (int):
        unit_count (int): Units below the organiser.
        line_point_count (int):
        meet_point_count (int):
        line_session_count (int):
        meet_session_count (int):
    """

    key: str
    title: str
    note: None | str
    organiser_name: str
    year: int
    quarter: int
    unit_count: int
    line_point_count: int
    meet_point_count: int
    line_session_count: int
    meet_session_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        title = self.title

        note: None | str
        note = self.note

        organiser_name = self.organiser_name

        year = self.year

        quarter = self.quarter

        unit_count = self.unit_count

        line_point_count = self.line_point_count

        meet_point_count = self.meet_point_count

        line_session_count = self.line_session_count

        meet_session_count = self.meet_session_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "title": title,
                "note": note,
                "organiser_name": organiser_name,
                "year": year,
                "quarter": quarter,
                "unit_count": unit_count,
                "line_point_count": line_point_count,
                "meet_point_count": meet_point_count,
                "line_session_count": line_session_count,
                "meet_session_count": meet_session_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        title = d.pop("title")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        organiser_name = d.pop("organiser_name")

        year = d.pop("year")

        quarter = d.pop("quarter")

        unit_count = d.pop("unit_count")

        line_point_count = d.pop("line_point_count")

        meet_point_count = d.pop("meet_point_count")

        line_session_count = d.pop("line_session_count")

        meet_session_count = d.pop("meet_session_count")

        preset_view = cls(
            key=key,
            title=title,
            note=note,
            organiser_name=organiser_name,
            year=year,
            quarter=quarter,
            unit_count=unit_count,
            line_point_count=line_point_count,
            meet_point_count=meet_point_count,
            line_session_count=line_session_count,
            meet_session_count=meet_session_count,
        )

        preset_view.additional_properties = d
        return preset_view

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
