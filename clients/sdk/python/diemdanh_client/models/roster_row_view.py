from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mark import Mark

T = TypeVar("T", bound="RosterRowView")


@_attrs_define
class RosterRowView:
    """A row of a unit's list.

    Attributes:
        unit_id (UUID):
        unit_name (str):
        row_number (int): Permanent in this conference and unit; never another's.
        member_id (UUID):
        full_name (str):
        card_number (None | str): Only `with_cards`, and never of a row that is struck.
        is_struck (bool): The unit counts this member no more; the number stays.
        marks (list[Mark]):
        session_id (None | UUID): The class that the member is to attend.
        bridge_point_id (None | UUID):
    """

    unit_id: UUID
    unit_name: str
    row_number: int
    member_id: UUID
    full_name: str
    card_number: None | str
    is_struck: bool
    marks: list[Mark]
    session_id: None | UUID
    bridge_point_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        row_number = self.row_number

        member_id = str(self.member_id)

        full_name = self.full_name

        card_number: None | str
        card_number = self.card_number

        is_struck = self.is_struck

        marks = []
        for marks_item_data in self.marks:
            marks_item = marks_item_data.value
            marks.append(marks_item)

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        bridge_point_id: None | str
        if isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit_id": unit_id,
                "unit_name": unit_name,
                "row_number": row_number,
                "member_id": member_id,
                "full_name": full_name,
                "card_number": card_number,
                "is_struck": is_struck,
                "marks": marks,
                "session_id": session_id,
                "bridge_point_id": bridge_point_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        row_number = d.pop("row_number")

        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        def _parse_card_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        card_number = _parse_card_number(d.pop("card_number"))

        is_struck = d.pop("is_struck")

        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = Mark(marks_item_data)

            marks.append(marks_item)

        def _parse_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        session_id = _parse_session_id(d.pop("session_id"))

        def _parse_bridge_point_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bridge_point_id_type_0 = UUID(data)

                return bridge_point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        bridge_point_id = _parse_bridge_point_id(d.pop("bridge_point_id"))

        roster_row_view = cls(
            unit_id=unit_id,
            unit_name=unit_name,
            row_number=row_number,
            member_id=member_id,
            full_name=full_name,
            card_number=card_number,
            is_struck=is_struck,
            marks=marks,
            session_id=session_id,
            bridge_point_id=bridge_point_id,
        )

        roster_row_view.additional_properties = d
        return roster_row_view

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
