from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_grant import NewGrant


T = TypeVar("T", bound="NewAccount")


@_attrs_define
class NewAccount:
    """Somebody to be invited.

    Attributes:
        username (str): 3 to 60 small letters without marks, digits, and . _ - between them.
        display_name (str): As people call him; marks are kept.
        grants (list[NewGrant]):
    """

    username: str
    display_name: str
    grants: list[NewGrant]

    def to_dict(self) -> dict[str, Any]:
        username = self.username

        display_name = self.display_name

        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "username": username,
                "display_name": display_name,
                "grants": grants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_grant import NewGrant  # noqa: PLC0415

        d = dict(src_dict)
        username = d.pop("username")

        display_name = d.pop("display_name")

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = NewGrant.from_dict(grants_item_data)

            grants.append(grants_item)

        new_account = cls(
            username=username,
            display_name=display_name,
            grants=grants,
        )

        return new_account
