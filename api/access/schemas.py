"""What access says on the wire."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from api.kit.wire import Secret, Text
from api.words import Role


class TokenForm(BaseModel):
    """A sign-in, its prolongation, or a client's credentials, as an HTML form (RFC 6749).

    `client_credentials` takes `client_id` and `client_secret`, here or by HTTP Basic, and `scope`.
    Of a sign-in these are accepted for tools that always send them.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "grant_type": "password",
                    "username": "bithu-bom-bo",
                    "password": "mot-buoi-sang-thang-ba",
                    "otp": "482913",
                },
                {
                    "grant_type": "client_credentials",
                    "client_id": "01980000-0000-7000-8000-000000000000",
                    "client_secret": "ddcs_9TmZ0b0lJ0m0Kf4mC2rQxP1sVwYtN8uHcXeLiAoRgDk",
                    "scope": "attendance:count",
                },
            ]
        },
    )
    grant_type: Literal["password", "refresh_token", "client_credentials"]
    username: Annotated[Text, Field(max_length=100)] = ""
    password: Secret = SecretStr("")
    otp: Annotated[
        Secret,
        Field(
            description="Where the second factor is on: six digits of the app, or a recovery code. "
            "A tool whose form has no such field sends it as `client_secret`."
        ),
    ] = SecretStr("")
    refresh_token: Secret = SecretStr("")
    scope: Annotated[
        str,
        Field(
            max_length=500,
            description="Of a client: scopes with spaces between; without it all that it has.",
        ),
    ] = ""
    client_id: Annotated[str, Field(max_length=200)] = ""
    client_secret: Secret = SecretStr("")


class TokenPair(BaseModel):
    """An access token, and the refresh token that follows it; each refresh token works once."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105  # a word of RFC 6749
    expires_in: int = Field(description="Seconds until the access token expires.")
    refresh_token: str


class ClientToken(BaseModel):
    """An access token of a client; when it has expired the client asks for another."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105  # a word of RFC 6749
    expires_in: int = Field(description="Seconds until the access token expires.")
    scope: str = Field(description="What it may do: scopes with spaces between.")


class RevokeForm(BaseModel):
    """A refresh token to forget, with every token of its sign-in (RFC 7009)."""

    model_config = ConfigDict(extra="forbid")
    token: Annotated[Secret, Field(min_length=1)]
    token_type_hint: Annotated[
        str, Field(max_length=40, description="Accepted for tools that send it.")
    ] = ""


class GrantView(BaseModel):
    """A role on a unit; it holds for the unit's subtree."""

    id: UUID
    role: Role
    unit_id: UUID
    unit_name: str
    deputy: bool = Field(description="Lent for some days; who holds it cannot grant.")
    valid_from: date = Field(description="The first day on which it holds.")
    valid_until: date | None = Field(
        description="The last day on which it holds, that day included; null without an end."
    )


class Pairing(BaseModel):
    """What a screen types once to become a screen of its point."""

    model_config = ConfigDict(extra="forbid")
    pairing_code: Annotated[
        str,
        Field(
            min_length=8, max_length=20, description="8 characters; case and hyphens do not count."
        ),
    ]


class ScreenToken(BaseModel):
    """The token of a paired screen; shown once."""

    token: str
    screen_id: UUID
    bridge_point_id: UUID
