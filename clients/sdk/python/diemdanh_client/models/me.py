from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.grant_view import GrantView
    from ..models.stated_member_view import StatedMemberView


T = TypeVar("T", bound="Me")


@_attrs_define
class Me:
    """Who is signed in, and as what.

    Attributes:
        id (UUID):
        username (str):
        display_name (str):
        has_totp (bool): Whether signing in asks for a one-time code.
        must_set_up_totp (bool): Until the second factor is set up, nothing but the own account is open.
        member (StatedMemberView): Which member the owner of an account is, as he said, or who manages it.
        grants (list[GrantView]):
    """

    id: UUID
    username: str
    display_name: str
    has_totp: bool
    must_set_up_totp: bool
    member: StatedMemberView
    grants: list[GrantView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        username = self.username

        display_name = self.display_name

        has_totp = self.has_totp

        must_set_up_totp = self.must_set_up_totp

        member = self.member.to_dict()

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
                "has_totp": has_totp,
                "must_set_up_totp": must_set_up_totp,
                "member": member,
                "grants": grants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.grant_view import GrantView  # noqa: PLC0415
        from ..models.stated_member_view import StatedMemberView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        username = d.pop("username")

        display_name = d.pop("display_name")

        has_totp = d.pop("has_totp")

        must_set_up_totp = d.pop("must_set_up_totp")

        member = StatedMemberView.from_dict(d.pop("member"))

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = GrantView.from_dict(grants_item_data)

            grants.append(grants_item)

        me = cls(
            id=id,
            username=username,
            display_name=display_name,
            has_totp=has_totp,
            must_set_up_totp=must_set_up_totp,
            member=member,
            grants=grants,
        )

        me.additional_properties = d
        return me

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
