from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.grant_view import GrantView


T = TypeVar("T", bound="AccountView")


@_attrs_define
class AccountView:
    """An account, with its grants on the units whose accounts you manage.

    Attributes:
        id (UUID):
        username (str):
        display_name (str):
        is_disabled (bool):
        has_password (bool): False until its owner has redeemed the invitation.
        has_totp (bool):
        invitation_expires_at (datetime.datetime | None): Until when a link that was not used yet can be; null where
            there is none.
        created_at (datetime.datetime):
        grants (list[GrantView]):
    """

    id: UUID
    username: str
    display_name: str
    is_disabled: bool
    has_password: bool
    has_totp: bool
    invitation_expires_at: datetime.datetime | None
    created_at: datetime.datetime
    grants: list[GrantView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        username = self.username

        display_name = self.display_name

        is_disabled = self.is_disabled

        has_password = self.has_password

        has_totp = self.has_totp

        invitation_expires_at: None | str
        if isinstance(self.invitation_expires_at, datetime.datetime):
            invitation_expires_at = self.invitation_expires_at.isoformat()
        else:
            invitation_expires_at = self.invitation_expires_at

        created_at = self.created_at.isoformat()

        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "username": username,
                "display_name": display_name,
                "is_disabled": is_disabled,
                "has_password": has_password,
                "has_totp": has_totp,
                "invitation_expires_at": invitation_expires_at,
                "created_at": created_at,
                "grants": grants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.grant_view import GrantView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        username = d.pop("username")

        display_name = d.pop("display_name")

        is_disabled = d.pop("is_disabled")

        has_password = d.pop("has_password")

        has_totp = d.pop("has_totp")

        def _parse_invitation_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                invitation_expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return invitation_expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        invitation_expires_at = _parse_invitation_expires_at(d.pop("invitation_expires_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = GrantView.from_dict(grants_item_data)

            grants.append(grants_item)

        account_view = cls(
            id=id,
            username=username,
            display_name=display_name,
            is_disabled=is_disabled,
            has_password=has_password,
            has_totp=has_totp,
            invitation_expires_at=invitation_expires_at,
            created_at=created_at,
            grants=grants,
        )

        account_view.additional_properties = d
        return account_view

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
