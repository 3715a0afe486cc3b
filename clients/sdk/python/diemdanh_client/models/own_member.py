from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.member_status import MemberStatus

T = TypeVar("T", bound="OwnMember")


@_attrs_define
class OwnMember:
    """Who one is in the list of members: all that is held.

    Attributes:
        full_name (str):
        unit_name (str): The unit that counts him today.
        status (MemberStatus): A member's standing in the Party, as far as attendance needs it.
        card_ending (None | str): The last four digits of the Party card, if held.
    """

    full_name: str
    unit_name: str
    status: MemberStatus
    card_ending: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        full_name = self.full_name

        unit_name = self.unit_name

        status = self.status.value

        card_ending: None | str
        card_ending = self.card_ending

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "full_name": full_name,
                "unit_name": unit_name,
                "status": status,
                "card_ending": card_ending,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        full_name = d.pop("full_name")

        unit_name = d.pop("unit_name")

        status = MemberStatus(d.pop("status"))

        def _parse_card_ending(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        card_ending = _parse_card_ending(d.pop("card_ending"))

        own_member = cls(
            full_name=full_name,
            unit_name=unit_name,
            status=status,
            card_ending=card_ending,
        )

        own_member.additional_properties = d
        return own_member

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
