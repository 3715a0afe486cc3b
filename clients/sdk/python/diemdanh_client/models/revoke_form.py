from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RevokeForm")


@_attrs_define
class RevokeForm:
    """A refresh token to forget, with every token of its sign-in (RFC 7009).

    Attributes:
        token (str):
        token_type_hint (str | Unset): Accepted for tools that send it. Default: ''.
    """

    token: str
    token_type_hint: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        token_type_hint = self.token_type_hint

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "token": token,
            }
        )
        if token_type_hint is not UNSET:
            field_dict["token_type_hint"] = token_type_hint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        token = d.pop("token")

        token_type_hint = d.pop("token_type_hint", UNSET)

        revoke_form = cls(
            token=token,
            token_type_hint=token_type_hint,
        )

        return revoke_form
