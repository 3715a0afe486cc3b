"""What make-ups say on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean
from api.words import Form, MakeUpKind, SessionState

_ID = "01980000-0000-7000-8000-000000000000"

Note = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]
MissedId = Annotated[
    UUID | None,
    Field(description="The session that he missed; without it, the one that is known, or the last"),
]


class ProposalOrder(BaseModel):
    """Whose absentees are to be proposed for the next sessions."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"session_id": _ID, "unit_id": _ID}]}
    )
    session_id: UUID = Field(description="The session that was missed.")
    unit_id: UUID | None = Field(
        default=None, description="A unit with those below it; without it, the whole conference."
    )


class NextSession(BaseModel):
    """A session to which absentees are proposed."""

    session_id: UUID
    title: str
    form: Form
    starts_at: datetime | None
    proposed: int = Field(description="By this request.")
    total: int = Field(description="All who are proposed for it, of your units.")


class CrowdedPoint(BaseModel):
    """A point where more are expected than it seats; a warning, nobody is turned away."""

    session_id: UUID
    bridge_point_id: UUID
    point_name: str
    capacity: int
    expected: int


class MakeUpsProposed(BaseModel):
    """What became of the absentees of a session: absent is the sum of the four that follow it."""

    session_id: UUID
    unit_id: UUID | None
    absent: int
    proposed: int
    already_proposed: int
    retold: int
    not_needed: int = Field(
        description="They came to another session, were on duty, are of reduced duty, or have left."
    )
    pending: int = Field(description="They wait to be confirmed, so nobody knows whether absent.")
    sessions: list[NextSession]
    crowded: list[CrowdedPoint]


class SessionMakeUp(BaseModel):
    """Somebody absent shall come to a later session."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"kind": "session", "session_id": _ID}]},
    )
    kind: Literal["session"]
    session_id: UUID
    missed_session_id: MissedId = None
    note: Note | None = None


class RetoldMakeUp(BaseModel):
    """His cell told him itself what was said ("chi bộ truyền đạt lại")."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"kind": "retold", "retold_on": "2022-03-20", "note": "Sinh hoạt chi bộ tháng 3"}
            ]
        },
    )
    kind: Literal["retold"]
    retold_on: date
    missed_session_id: MissedId = None
    note: Note | None = None


MakeUpOrder = Annotated[SessionMakeUp | RetoldMakeUp, Field(discriminator="kind")]


class MakeUpView(BaseModel):
    """What is planned, or was done, for one who missed his session."""

    member_id: UUID
    full_name: str
    unit_id: UUID = Field(description="The unit that counted him.")
    unit_name: str
    missed_session_id: UUID
    missed_title: str
    kind: MakeUpKind
    session_id: UUID | None
    session_title: str | None
    session_state: SessionState | None
    starts_at: datetime | None
    retold_on: date | None
    note: str | None
    has_made_up: bool = Field(
        description="He was told again, or came to a session that began after the one he missed. "
        "The figures of the day never change by it."
    )
    came_session_id: UUID | None = Field(description="The first such session.")
    made_at: datetime
    made_by: str | None = Field(description="The display name of whoever wrote it last.")


class MakeUpText(BaseModel):
    """What to tell of one later session; it names no member, so it may go to a group."""

    session_id: UUID
    title: str
    members: int = Field(description="Who shall still come to it.")
    text: str | None = Field(description="Null of a confidential session: nothing goes out of it.")


class MakeUpTexts(BaseModel):
    """What to tell of each later session."""

    sessions: list[MakeUpText]
