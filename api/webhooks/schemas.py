"""What webhooks say on the wire."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from api.kit.wire import Text, clean


class ToldAct(StrEnum):
    """What a program may be told of; each is explained in docs/webhooks.md."""

    SESSION_ADDED = "session.added"
    SESSION_CHANGED = "session.changed"
    SESSION_POSTPONED = "session.postponed"
    SESSION_CANCELLED = "session.cancelled"
    SESSION_OPENED = "session.opened"
    SESSION_CLOSED = "session.closed"
    SESSION_REOPENED = "session.reopened"
    SESSION_LOCKED = "session.locked"
    INCIDENT_ADDED = "incident.added"
    INCIDENT_CHANGED = "incident.changed"
    REPORT_SUBMITTED = "report.submitted"
    REPORT_AMENDED = "report.amended"
    REPORT_RETURNED = "report.returned"
    REPORT_ACCEPTED = "report.accepted"
    CONFERENCE_CLOSED = "conference.closed"
    SUMMARY_AMENDED = "conference.summary_amended"


def _each_once(acts: list[ToldAct]) -> list[ToldAct]:
    return sorted(set(acts))


Url = Annotated[
    Text,
    Field(
        min_length=8,
        max_length=500,
        description="https, on the open Internet; redirects are not followed.",
    ),
]
Acts = Annotated[
    list[ToldAct],
    Field(min_length=1, max_length=50, description="What to be told of."),
    AfterValidator(_each_once),
]
Description = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]


class NewWebhook(BaseModel):
    """An address that shall be told what happens at a unit and below it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "unit_id": "01980000-0000-7000-8000-000000000000",
                    "url": "https://tonghop.huyenuy.example/diem-danh",
                    "description": "Phần mềm tổng hợp của Văn phòng",
                    "acts": ["session.closed", "report.submitted"],
                }
            ]
        },
    )
    unit_id: UUID
    url: Url
    description: Description | None = None
    acts: Acts


class WebhookChange(BaseModel):
    """What to change: a field left out stays; null takes the description away."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"acts": ["report.submitted"]}]}
    )
    # The factories only say that a field may be left out; what was not sent is never read.
    url: Annotated[Url, Field(default_factory=str)]
    description: Description | None = None
    acts: Annotated[Acts, Field(default_factory=list)]
    is_disabled: StrictBool = Field(
        default_factory=bool, description="Off, it is told nothing; on again, only what is new."
    )


class WebhookView(BaseModel):
    """An address that is told what happens at a unit and below it."""

    id: UUID
    unit_id: UUID
    unit_name: str
    url: str
    description: str | None
    acts: list[ToldAct]
    is_disabled: bool
    disabled_at: datetime | None
    disabled_reason: str | None = Field(
        description="Why the program turned it off by itself; null where a person did."
    )
    previous_secret_ends_at: datetime | None = Field(
        description="Until when messages bear the signature of the secret before, too."
    )
    client_id: UUID | None = Field(description="The client that keeps it for itself.")
    created_at: datetime


class WebhookSecretRenewal(BaseModel):
    """How long messages are signed by the secret before, too."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"overlap_seconds": 86_400}]}
    )
    overlap_seconds: int = Field(default=86_400, ge=0, le=7 * 86_400)


class AddedWebhook(WebhookView):
    """A webhook with its new secret, which is shown once."""

    secret: str = Field(description="`whsec_…`: what its messages are signed with. Shown once.")


class WebhookTest(BaseModel):
    """Which webhook is tried, as its Idempotency-Key remembers it."""

    webhook_id: UUID
