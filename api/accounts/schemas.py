"""What accounts say on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StrictBool

from api.access.schemas import GrantView
from api.access.second_factor import LONGEST as LONGEST_CODE
from api.kit.wire import EMAIL, Secret, Text, clean
from api.words import DeliveryState, Role

_UNIT = "01980000-0000-7000-8000-000000000000"
_PASSWORD = "mot-buoi-sang-thang-ba"  # noqa: S105  # an example

DisplayName = Annotated[
    Text,
    Field(min_length=1, max_length=200, description="As people call him; marks are kept."),
    AfterValidator(clean(200)),
]
Otp = Annotated[
    Secret,
    Field(
        min_length=1,
        max_length=LONGEST_CODE,
        description="Six digits of the authenticator app, or a recovery code.",
    ),
]


class NewGrant(BaseModel):
    """A role on a unit, from a day to a day."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"role": "secretary", "unit_id": _UNIT, "deputy": True, "valid_until": "2022-03-15"}
            ]
        },
    )
    role: Role
    unit_id: UUID
    deputy: StrictBool = Field(
        default=False,
        description="Lend the secretary's duty: for at most 7 days, one where nothing is said.",
    )
    valid_from: date | None = Field(
        default=None, description="The first day; today and at once where nothing is said."
    )
    valid_until: date | None = Field(
        default=None, description="The last day, that day included; without one, no end."
    )


class NewAccount(BaseModel):
    """Somebody to be invited."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "username": "bithu-thon-3",
                    "display_name": "Điểu Khánh",
                    "grants": [{"role": "secretary", "unit_id": _UNIT}],
                }
            ]
        },
    )
    username: str = Field(
        pattern=r"^[a-z0-9]([a-z0-9._\-]{1,58})[a-z0-9]$",
        description="3 to 60 small letters without marks, digits, and . _ - between them.",
    )
    display_name: DisplayName
    grants: list[NewGrant] = Field(min_length=1, max_length=20)


class AccountChange(BaseModel):
    """What to change; a field left out stays as it is."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"is_disabled": True}]}
    )
    # Factories, so that the contract names no default that a program would send along.
    display_name: DisplayName = Field(default_factory=str)
    is_disabled: StrictBool = Field(
        default_factory=bool,
        description="A disabled account is out at once; nothing of it is lost.",
    )


class AccountView(BaseModel):
    """An account, with its grants on the units whose accounts you manage."""

    id: UUID
    username: str
    display_name: str
    is_disabled: bool
    has_password: bool = Field(description="False until its owner has redeemed the invitation.")
    has_totp: bool
    invitation_expires_at: datetime | None = Field(
        description="Until when a link that was not used yet can be; null where there is none."
    )
    created_at: datetime
    grants: list[GrantView]


class InvitationView(BaseModel):
    """A link for the owner of an account alone; it is shown once."""

    invitation_url: str = Field(description="Opens once, within 72 hours. Give it in person.")
    expires_at: datetime


class InvitationMail(BaseModel):
    """To whom a link is mailed."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"to": "bithu-thon-3@huyenuy.example"}]}
    )
    to: str = Field(
        max_length=254,
        pattern=EMAIL,
        description="The owner's own address: whoever reads this mail becomes the account.",
    )


class MailedInvitation(BaseModel):
    """A link that leaves by mail; nobody else gets to see it."""

    delivery_id: UUID = Field(description="Where it stands: see `listDeliveries`.")
    state: DeliveryState


class InvitedAccount(AccountView):
    """A new account and the link for its owner, shown once."""

    invitation_url: str = Field(description="Opens once, within 72 hours. Give it in person.")


class Redemption(BaseModel):
    """The token of an invitation, and the password its owner chose."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"token": "k3J…", "password": _PASSWORD}]},
    )
    token: Annotated[Secret, Field(min_length=1)]
    password: Secret


class RedeemedView(BaseModel):
    """Under which name to sign in now."""

    username: str


class PasswordChange(BaseModel):
    """The password as it is, and as it shall be."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"password": _PASSWORD, "new_password": "mua-roi-tren-doi-che"}]
        },
    )
    password: Secret
    new_password: Secret


class TotpBeginning(BaseModel):
    """The password again; to change phones, a code of the old one or a recovery code as well."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"password": _PASSWORD}]}
    )
    password: Secret
    otp: Annotated[Secret, Field(max_length=LONGEST_CODE)] = SecretStr("")


class TotpProof(BaseModel):
    """A one-time code."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"otp": "482913"}]})
    otp: Otp


class TotpSymbol(BaseModel):
    """A QR symbol without its quiet zone."""

    size: int = Field(description="Modules of a side.")
    bits: str = Field(description="Base64; row by row, most significant bit first, 1 is dark.")


class TotpSecret(BaseModel):
    """What an authenticator app takes; it counts once a code of it was confirmed."""

    secret: str = Field(description="Base 32, to be typed where no camera is.")
    uri: str = Field(description="The same as an otpauth address.")
    qr: TotpSymbol


class RecoveryCodes(BaseModel):
    """Ten codes to keep on paper; each stands in once for the phone. Shown once."""

    recovery_codes: list[str]


class SignInView(BaseModel):
    """One browser on which you are signed in."""

    id: UUID
    user_agent: str = Field(description="What the browser calls itself.")
    began_at: datetime
    last_seen_at: datetime
    is_current: bool
