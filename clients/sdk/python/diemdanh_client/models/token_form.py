from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.token_form_grant_type import TokenFormGrantType
from ..types import UNSET, Unset

T = TypeVar("T", bound="TokenForm")


@_attrs_define
class TokenForm:
    """A sign-in, its prolongation, or a client's credentials, as an HTML form (RFC 6749).

    `client_credentials` takes `client_id` and `client_secret`, here or by HTTP Basic, and `scope`.
    Of a sign-in these are accepted for tools that always send them.

        Attributes:
            grant_type (TokenFormGrantType):
            username (str | Unset):  Default: ''.
            password (str | Unset):  Default: ''.
            otp (str | Unset): Where the second factor is on: six digits of the app, or a recovery code. A tool whose form
                has no such field sends it as `client_secret`. Default: ''.
            refresh_token (str | Unset):  Default: ''.
            scope (str | Unset): Of a client: scopes with spaces between; without it all that it has. Default: ''.
            client_id (str | Unset):  Default: ''.
            client_secret (str | Unset):  Default: ''.
    """

    grant_type: TokenFormGrantType
    username: str | Unset = ""
    password: str | Unset = ""
    otp: str | Unset = ""
    refresh_token: str | Unset = ""
    scope: str | Unset = ""
    client_id: str | Unset = ""
    client_secret: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        grant_type = self.grant_type.value

        username = self.username

        password = self.password

        otp = self.otp

        refresh_token = self.refresh_token

        scope = self.scope

        client_id = self.client_id

        client_secret = self.client_secret

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "grant_type": grant_type,
            }
        )
        if username is not UNSET:
            field_dict["username"] = username
        if password is not UNSET:
            field_dict["password"] = password
        if otp is not UNSET:
            field_dict["otp"] = otp
        if refresh_token is not UNSET:
            field_dict["refresh_token"] = refresh_token
        if scope is not UNSET:
            field_dict["scope"] = scope
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if client_secret is not UNSET:
            field_dict["client_secret"] = client_secret

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        grant_type = TokenFormGrantType(d.pop("grant_type"))

        username = d.pop("username", UNSET)

        password = d.pop("password", UNSET)

        otp = d.pop("otp", UNSET)

        refresh_token = d.pop("refresh_token", UNSET)

        scope = d.pop("scope", UNSET)

        client_id = d.pop("client_id", UNSET)

        client_secret = d.pop("client_secret", UNSET)

        token_form = cls(
            grant_type=grant_type,
            username=username,
            password=password,
            otp=otp,
            refresh_token=refresh_token,
            scope=scope,
            client_id=client_id,
            client_secret=client_secret,
        )

        return token_form
