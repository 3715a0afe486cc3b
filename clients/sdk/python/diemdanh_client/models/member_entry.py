from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.member_entry_status import MemberEntryStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="MemberEntry")


@_attrs_define
class MemberEntry:
    """A member to add to a unit: nothing more is collected (Law 91/2025).

    Attributes:
        full_name (str):
        card_number (None | str | Unset):
        status (MemberEntryStatus | Unset):  Default: MemberEntryStatus.OFFICIAL.
    """

    full_name: str
    card_number: None | str | Unset = UNSET
    status: MemberEntryStatus | Unset = MemberEntryStatus.OFFICIAL

    def to_dict(self) -> dict[str, Any]:
        full_name = self.full_name

        card_number: None | str | Unset
        if isinstance(self.card_number, Unset):
            card_number = UNSET
        else:
            card_number = self.card_number

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "full_name": full_name,
            }
        )
        if card_number is not UNSET:
            field_dict["card_number"] = card_number
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        full_name = d.pop("full_name")

        def _parse_card_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        card_number = _parse_card_number(d.pop("card_number", UNSET))

        _status = d.pop("status", UNSET)
        status: MemberEntryStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = MemberEntryStatus(_status)

        member_entry = cls(
            full_name=full_name,
            card_number=card_number,
            status=status,
        )

        return member_entry
