"""What notices say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean

Label = Annotated[Text, Field(max_length=60), AfterValidator(clean(60))]
Sequence = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Confirmation(BaseModel):
    """Somebody said so, and when."""

    confirmed_at: datetime
    by: str = Field(description="The display name of the account.")


class ToldUnit(BaseModel):
    """A unit that a session's notice is for, and whether it knows of it as it stands now."""

    unit_id: UUID
    name: str
    point_id: UUID = Field(description="The bridge point at which it is expected.")
    sequence: int = Field(description="Grows with each change of the session or of its hall.")
    received: Confirmation | None


class NoticeView(BaseModel):
    """What one group is told of a session."""

    label: str | None = Field(description="The group's; null for the units without one.")
    sequence: int = Field(description="Send it with what you post, so that no old text counts.")
    text: str = Field(description="Ready to paste; it names no member.")
    changes: list[str] = Field(description="What differs from what was posted before.")
    posted: Confirmation | None = Field(description="Null until the text as it is now was posted.")
    unit_count: int
    received_count: int
    units: list[ToldUnit]


class SessionNotices(BaseModel):
    """The notices of a session within your reach, and who has been told."""

    session_id: UUID
    unposted_count: int
    unit_count: int
    received_count: int
    notices: list[NoticeView]


class Posting(BaseModel):
    """A text that was posted in its group."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"label": "113", "sequence": 3}]}
    )
    label: Label | None = Field(description="Null for the units without a group.")
    sequence: Sequence


class Receiving(BaseModel):
    """Units that know of a session as it stands now."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"unit_ids": ["01980000-0000-7000-8000-000000000001"], "sequence": 3}]
        },
    )
    unit_ids: Annotated[list[UUID], Field(min_length=1, max_length=500)]
    sequence: Sequence | None = Field(
        default=None, description="That of the notice which was read; another one now is a 409."
    )
