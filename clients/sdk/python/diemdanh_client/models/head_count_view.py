from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HeadCountView")


@_attrs_define
class HeadCountView:
    """A head count beside what is recorded at that point now.

    Attributes:
        id (UUID):
        session_id (UUID):
        bridge_point_id (UUID):
        unit_id (None | UUID):
        unit_name (None | str):
        persons (int):
        guests (int):
        counted_at (datetime.datetime):
        counted_by (None | str): The display name of whoever counted; for those who run the point.
        checked_in (int): Members recorded here as present now, by phone or by hand, each once.
        difference (int): Persons without guests, less those recorded; below 0 more are recorded than were seen.
    """

    id: UUID
    session_id: UUID
    bridge_point_id: UUID
    unit_id: None | UUID
    unit_name: None | str
    persons: int
    guests: int
    counted_at: datetime.datetime
    counted_by: None | str
    checked_in: int
    difference: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        session_id = str(self.session_id)

        bridge_point_id = str(self.bridge_point_id)

        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        unit_name: None | str
        unit_name = self.unit_name

        persons = self.persons

        guests = self.guests

        counted_at = self.counted_at.isoformat()

        counted_by: None | str
        counted_by = self.counted_by

        checked_in = self.checked_in

        difference = self.difference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "bridge_point_id": bridge_point_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "persons": persons,
                "guests": guests,
                "counted_at": counted_at,
                "counted_by": counted_by,
                "checked_in": checked_in,
                "difference": difference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        bridge_point_id = UUID(d.pop("bridge_point_id"))

        def _parse_unit_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id"))

        def _parse_unit_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit_name = _parse_unit_name(d.pop("unit_name"))

        persons = d.pop("persons")

        guests = d.pop("guests")

        counted_at = datetime.datetime.fromisoformat(d.pop("counted_at"))

        def _parse_counted_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        counted_by = _parse_counted_by(d.pop("counted_by"))

        checked_in = d.pop("checked_in")

        difference = d.pop("difference")

        head_count_view = cls(
            id=id,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
            unit_id=unit_id,
            unit_name=unit_name,
            persons=persons,
            guests=guests,
            counted_at=counted_at,
            counted_by=counted_by,
            checked_in=checked_in,
            difference=difference,
        )

        head_count_view.additional_properties = d
        return head_count_view

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
