"""What own records and requests say on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean
from api.words import (
    AbsenceReason,
    BindingOrigin,
    DataRequestKind,
    DataRequestState,
    Evidence,
    MarkKind,
    MemberStatus,
    Presence,
    Standing,
    WindowKind,
)

_Long = Annotated[Text, Field(min_length=1, max_length=1000), AfterValidator(clean(1000))]


class OwnMember(BaseModel):
    """Who one is in the list of members: all that is held."""

    full_name: str
    unit_name: str = Field(description="The unit that counts him today.")
    status: MemberStatus
    card_ending: str | None = Field(description="The last four digits of the Party card, if held.")


class OwnBinding(BaseModel):
    """Since when this phone is one's own, and how it came to be."""

    bound_at: datetime
    origin: BindingOrigin


class OwnMark(BaseModel):
    """What a secretary wrote of one for a whole session."""

    kind: MarkKind
    reason: AbsenceReason | None
    note: str | None
    departed_at: datetime | None
    marked_at: datetime


class OwnWindow(BaseModel):
    """One's attendance in one window."""

    kind: WindowKind
    standing: Standing
    evidence: Evidence
    point_name: str
    first_arrived_at: datetime
    late_seconds: int | None
    decided_at: datetime | None
    decision_reason: str | None


class OwnSession(BaseModel):
    """How one took part in a session."""

    session_id: UUID
    title: str
    starts_at: datetime | None
    is_expected: bool = Field(description="He is allocated to this session.")
    presence: Presence
    mark: OwnMark | None
    windows: list[OwnWindow]


class OwnViewing(BaseModel):
    """Somebody read one's name, or a list on which it may have stood."""

    viewed_at: datetime
    name: str | None = Field(description="Of the account, or of the bridge point of a screen.")
    list: str | None = Field(description="The operation that was called, by its operationId.")
    certain: bool = Field(description="False: a list of one's unit; a page may have left one out.")


class OwnRequest(BaseModel):
    """A request as its member sees it."""

    id: UUID
    kind: DataRequestKind
    state: DataRequestState
    text: str
    made_at: datetime
    answer_due_on: date
    done_due_on: date
    answer: str | None
    answered_at: datetime | None
    closed_at: datetime | None


class OwnNotice(BaseModel):
    """The privacy notice."""

    version: int
    text: str


class OwnRecord(BaseModel):
    """All that is held of a member, for himself."""

    model_config = ConfigDict(extra="forbid")
    member: OwnMember
    phone: OwnBinding
    sessions: list[OwnSession] = Field(description="The newest first.")
    views: list[OwnViewing] = Field(description="The last 50, the newest first.")
    requests: list[OwnRequest] = Field(description="The newest first.")
    notice: OwnNotice


class NewDataRequest(BaseModel):
    """What is to be put right, or that one is to be erased, and why."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"text": "Tên đệm của tôi là Thị, không phải Thì."}]},
    )
    kind: DataRequestKind = DataRequestKind.CORRECTION
    text: _Long


class DataRequestView(OwnRequest):
    """A request as those see it who answer it."""

    member_id: UUID
    full_name: str
    unit_id: UUID = Field(description="The unit that counted him when he asked.")
    unit_name: str
    answered_by_name: str | None


class ListedDataRequest(DataRequestView):
    """A request in the list of those who answer."""

    is_overdue: bool = Field(description="Not answered, or not done, by the day it was due.")


class DataRequestChange(BaseModel):
    """What became of a request; what is answered stands for the member to read."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"state": "done", "answer": "Đã sửa tên đệm."}]},
    )
    state: Literal[DataRequestState.ANSWERED, DataRequestState.DONE, DataRequestState.DECLINED]
    answer: _Long | None = Field(
        default=None, description="Left out only where it was answered before."
    )
