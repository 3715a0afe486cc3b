from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.doubt import Doubt

T = TypeVar("T", bound="ExclusionRow")


@_attrs_define
class ExclusionRow:
    """A row of an exclusion list and whom it means.

    Attributes:
        row (int):
        full_name (None | str):
        unit_name (None | str):
        card_number (None | str):
        member_id (None | UUID): Null where the row fits nobody, or several.
        doubt (Doubt | None): Why nobody is matched.
        candidates_count (int):
    """

    row: int
    full_name: None | str
    unit_name: None | str
    card_number: None | str
    member_id: None | UUID
    doubt: Doubt | None
    candidates_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        row = self.row

        full_name: None | str
        full_name = self.full_name

        unit_name: None | str
        unit_name = self.unit_name

        card_number: None | str
        card_number = self.card_number

        member_id: None | str
        if isinstance(self.member_id, UUID):
            member_id = str(self.member_id)
        else:
            member_id = self.member_id

        doubt: None | str
        if isinstance(self.doubt, Doubt):
            doubt = self.doubt.value
        else:
            doubt = self.doubt

        candidates_count = self.candidates_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "row": row,
                "full_name": full_name,
                "unit_name": unit_name,
                "card_number": card_number,
                "member_id": member_id,
                "doubt": doubt,
                "candidates_count": candidates_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        def _parse_full_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        full_name = _parse_full_name(d.pop("full_name"))

        def _parse_unit_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit_name = _parse_unit_name(d.pop("unit_name"))

        def _parse_card_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        card_number = _parse_card_number(d.pop("card_number"))

        def _parse_member_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                member_id_type_0 = UUID(data)

                return member_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        member_id = _parse_member_id(d.pop("member_id"))

        def _parse_doubt(data: object) -> Doubt | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                doubt_type_0 = Doubt(data)

                return doubt_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Doubt | None, data)

        doubt = _parse_doubt(d.pop("doubt"))

        candidates_count = d.pop("candidates_count")

        exclusion_row = cls(
            row=row,
            full_name=full_name,
            unit_name=unit_name,
            card_number=card_number,
            member_id=member_id,
            doubt=doubt,
            candidates_count=candidates_count,
        )

        exclusion_row.additional_properties = d
        return exclusion_row

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
