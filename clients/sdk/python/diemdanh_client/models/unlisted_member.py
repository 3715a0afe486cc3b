from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UnlistedMember")


@_attrs_define
class UnlistedMember:
    """A member whom the file does not name; he is left as he is.

    Attributes:
        member_id (UUID):
        unit_id (UUID):
        unit_name (str):
        full_name (str):
        card_number (None | str):
    """

    member_id: UUID
    unit_id: UUID
    unit_name: str
    full_name: str
    card_number: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member_id = str(self.member_id)

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        full_name = self.full_name

        card_number: None | str
        card_number = self.card_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member_id": member_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "full_name": full_name,
                "card_number": card_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        full_name = d.pop("full_name")

        def _parse_card_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        card_number = _parse_card_number(d.pop("card_number"))

        unlisted_member = cls(
            member_id=member_id,
            unit_id=unit_id,
            unit_name=unit_name,
            full_name=full_name,
            card_number=card_number,
        )

        unlisted_member.additional_properties = d
        return unlisted_member

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
