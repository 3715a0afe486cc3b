from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AccountChange")


@_attrs_define
class AccountChange:
    """What to change; a field left out stays as it is.

    Attributes:
        display_name (str | Unset): As people call him; marks are kept.
        is_disabled (bool | Unset): A disabled account is out at once; nothing of it is lost.
    """

    display_name: str | Unset = UNSET
    is_disabled: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        is_disabled = self.is_disabled

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if display_name is not UNSET:
            field_dict["display_name"] = display_name
        if is_disabled is not UNSET:
            field_dict["is_disabled"] = is_disabled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        display_name = d.pop("display_name", UNSET)

        is_disabled = d.pop("is_disabled", UNSET)

        account_change = cls(
            display_name=display_name,
            is_disabled=is_disabled,
        )

        return account_change
