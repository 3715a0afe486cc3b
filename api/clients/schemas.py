"""What managing clients says on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.access.roles import ClientScope
from api.kit.wire import Text, clean

_DAY = 86_400


def _each_once(scopes: list[ClientScope]) -> list[ClientScope]:
    return sorted(set(scopes))


Name = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
Contact = Annotated[
    Text,
    Field(min_length=3, max_length=200, description="Whom to ask when the program misbehaves."),
    AfterValidator(clean(200)),
]
Scopes = Annotated[
    list[ClientScope],
    Field(min_length=1, max_length=20, description="What it may do; each stands alone."),
    AfterValidator(_each_once),
]
Requests = Annotated[int, Field(ge=1, le=6_000, description="Beyond so many it is answered 429.")]


class NewClient(BaseModel):
    """A program that shall see a unit and what is below it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "unit_id": "01980000-0000-7000-8000-000000000000",
                    "name": "Phần mềm tổng hợp của Văn phòng",
                    "contact": "ky-thuat@tonghop.huyenuy.example",
                    "scopes": ["attendance:count", "sessions:read"],
                    "requests_per_minute": 600,
                }
            ]
        },
    )
    unit_id: UUID
    name: Name
    contact: Contact
    scopes: Scopes
    requests_per_minute: Requests = 600


class ClientChange(BaseModel):
    """What to change: a field left out stays. Tokens that it holds lose what it may no more."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"scopes": ["attendance:count"]}]}
    )
    # The factories only say that a field may be left out; what was not sent is never read.
    name: Annotated[Name, Field(default_factory=str)]
    contact: Annotated[Contact, Field(default_factory=str)]
    scopes: Annotated[Scopes, Field(default_factory=list)]
    requests_per_minute: Annotated[Requests, Field(default_factory=int)]


class SecretRenewal(BaseModel):
    """How long the secret before may still be used, so that nothing stands still meanwhile."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"overlap_seconds": 86_400}]}
    )
    overlap_seconds: int = Field(
        default=_DAY,
        ge=0,
        le=7 * _DAY,
        description="With 0 it ends at once, and with it the tokens that were given for it.",
    )


class ClientView(BaseModel):
    """A program that sees a unit and what is below it."""

    id: UUID = Field(description="Its `client_id`.")
    unit_id: UUID
    unit_name: str
    name: str
    contact: str
    scopes: list[ClientScope]
    requests_per_minute: int
    previous_secret_ends_at: datetime | None = Field(
        description="Until when the secret before holds; null where none does."
    )
    created_by: UUID = Field(description="The account that added it.")
    created_at: datetime
    revoked_at: datetime | None = Field(description="Since when it may do nothing; for ever.")
    version: int = Field(description="Grows with every change.")


class ClientWithSecret(ClientView):
    """A client with its new secret, which is shown this once."""

    client_secret: str = Field(description="`ddcs_…`: keep it where nobody else reads.")
