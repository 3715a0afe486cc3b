"""What sessions say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from api.kit.wire import Instant, Text, clean
from api.words import Form, SessionState

Title = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
Hint = Annotated[Text, Field(max_length=200), AfterValidator(clean(200))]
Link = Annotated[str, Field(max_length=300, pattern=r"^https://[^\s\x00]+$")]
Reason = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]
Presenter = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
Presenters = Annotated[list[Presenter], Field(max_length=20)]
Share = Annotated[
    int,
    Field(
        ge=0,
        le=100,
        description="Its part of each unit's members: three sessions of share 1 take 1/3 each.",
    ),
]
OpensAhead = Annotated[
    int,
    Field(
        ge=0,
        le=720,
        description="A session with a time opens by itself so many minutes before it; null: only "
        "by hand.",
    ),
]


class NewSession(BaseModel):
    """A session to add; it may lack a time, as the plan's do ("trung tuần tháng 3")."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "conference_id": "01980000-0000-7000-8000-000000000000",
                    "form": "line",
                    "ordinal": 4,
                    "title": "Lớp bổ sung",
                    "date_hint": "cuối tháng 3/2022",
                }
            ],
            "not": {
                "properties": {"confidential": {"const": True}, "meet_url": {"type": "string"}},
                "required": ["confidential", "meet_url"],
            },
        },
    )
    conference_id: UUID
    form: Form
    ordinal: Annotated[int, Field(ge=1, le=99)]
    title: Title
    date_hint: Hint | None = None
    starts_at: Instant | None = None
    opens_ahead_minutes: OpensAhead | None = 45
    meet_url: Link | None = None
    confidential: StrictBool = False
    presenters: Presenters = []
    share: Share = 1


class SessionChange(BaseModel):
    """What to change of a session: fields left out stay, a time, hint or link sent as null goes.

    Turning a session confidential takes its link away.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "starts_at": "2022-03-16T00:30:00Z",
                    "presenters": ["Báo cáo viên cấp tỉnh"],
                }
            ]
        },
    )
    # The factories only say that a field may be left out; what was not sent is never read.
    title: Annotated[Title, Field(default_factory=str)]
    date_hint: Hint | None = None
    starts_at: Instant | None = None
    opens_ahead_minutes: OpensAhead | None = None
    meet_url: Link | None = None
    confidential: Annotated[StrictBool, Field(default_factory=bool)]
    presenters: Annotated[Presenters, Field(default_factory=list)]
    share: Annotated[Share, Field(default_factory=int)]


class Opening(BaseModel):
    """How to open a session; nothing needs to be sent on the planned day."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"on_another_date": False}]}
    )
    on_another_date: StrictBool = Field(
        default=False, description="Open it although it was planned for another day."
    )


class Postponement(BaseModel):
    """Why a session is postponed, and until about when."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"reason": "Đường truyền hỏng do mưa lũ", "date_hint": "cuối tháng 3/2022"}
            ]
        },
    )
    reason: Reason
    date_hint: Hint | None = None


class Cancellation(BaseModel):
    """Why a session is cancelled."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"reason": "Ghép vào lớp 2"}]}
    )
    reason: Reason


class Capacity(BaseModel):
    """How many persons a point seats in a session; null where nobody has said."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"capacity": 120}]})
    capacity: Annotated[int, Field(ge=0, le=100_000)] | None


class SessionView(BaseModel):
    """A session: one class of a conference, one sitting."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    conference_id: UUID
    form: Form
    ordinal: int
    title: str
    date_hint: str | None
    starts_at: datetime | None
    opens_ahead_minutes: int | None = Field(
        description="So long before its time it opens by itself; null: only by hand."
    )
    meet_url: str | None
    confidential: bool
    presenters: list[str]
    share: int
    sequence: int = Field(description="Counts the changes that units must be told.")
    state: SessionState
    state_reason: str | None = Field(description="Why it is postponed or cancelled.")
    opened_at: datetime | None
    closed_at: datetime | None
    locks_at: datetime | None = Field(description="From then on nothing more is accepted.")


class CancelledSession(SessionView):
    """A session that was cancelled, and where its members can go instead."""

    alternatives: list[SessionView] = Field(
        description="The other planned sessions of the same form."
    )
