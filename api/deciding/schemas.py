"""What decisions and typed names say on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean
from api.members.schemas import MemberEntry
from api.words import Evidence, Standing, TypedNameOutcome

MOST_AT_ONCE = 200
_ANYTHING = "01980000-0000-7000-8000-000000000000"

Reason = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]


class Rejection(BaseModel):
    """Why a check-in does not count."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"reason": "Đồng chí không có mặt trong hội trường"}]},
    )
    reason: Reason


class Correction(BaseModel):
    """What an attendance shall be, whatever was decided on it before."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"standing": "present", "reason": "Xác nhận lại theo danh sách giấy"}]
        },
    )
    standing: Literal[Standing.PRESENT, Standing.REJECTED]
    reason: Reason


class ConfirmationList(BaseModel):
    """Several attendances of one session."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"attendance_ids": [_ANYTHING]}]}
    )
    attendance_ids: list[UUID] = Field(min_length=1, max_length=MOST_AT_ONCE)


class NotConfirmed(BaseModel):
    """An attendance that was passed over, and why."""

    id: UUID
    code: Literal["not_found", "own_attendance", "attendance_decided"]


class ConfirmedList(BaseModel):
    """What came of a list: the confirmed, and the others with the reason."""

    confirmed: list[UUID] = Field(description="Also those that were present before.")
    skipped: list[NotConfirmed]


class SuggestionView(BaseModel):
    """A member whom a typed name may mean."""

    member_id: UUID
    full_name: str
    unit_id: UUID = Field(description="The unit that counts the member.")
    unit_name: str
    last4_fits: bool | None = Field(
        description="Null where none were typed, or no card number is on file."
    )
    has_phone: bool
    score: int = Field(ge=1, le=100, description="How likely it seems; the best comes first.")


class TypedNameView(BaseModel):
    """A name typed on a phone, as it was typed, and what became of it."""

    id: UUID
    session_id: UUID
    window_id: UUID
    unit_id: UUID | None = Field(description="As it was chosen; null where it was not found.")
    unit_name: str | None
    bridge_point_id: UUID
    point_name: str
    name: str
    last4: str | None = Field(description="As they were typed.")
    evidence: Evidence = Field(description="`claimed` on one's own phone, `assisted` on another's.")
    arrived_at: datetime
    attendance_id: UUID | None
    member_id: UUID | None = Field(
        description="The member of that attendance; null also where he is of none of your units."
    )
    member_name: str | None
    standing: Standing | None = Field(description="The standing of that attendance now.")
    outcome: TypedNameOutcome | None = Field(
        description="Null until a person settled it; a name whose member has proved to be there "
        "needs nobody."
    )
    was_already_there: bool = Field(
        description="It was settled for a member who had been recorded before."
    )
    settled_at: datetime | None
    settled_by_name: str | None
    settled_reason: str | None
    suggestions: list[SuggestionView]


class SettleMatched(BaseModel):
    """The name is that of a member on the list."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"outcome": "matched", "member_id": _ANYTHING}]},
    )
    outcome: Literal[TypedNameOutcome.MATCHED]
    member_id: UUID


class SettleAdded(MemberEntry):
    """The name is that of a member who was missing on the list, and is added to it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"outcome": "added", "unit_id": _ANYTHING, "full_name": "Điểu Lên"}]
        },
    )
    outcome: Literal[TypedNameOutcome.ADDED]
    unit_id: UUID


class SettleGuest(BaseModel):
    """The name is that of a guest, who is no member."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"outcome": "guest"}]}
    )
    outcome: Literal[TypedNameOutcome.GUEST]


class SettleRejected(BaseModel):
    """The name is nobody's who was there."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"outcome": "rejected", "reason": "Gõ đùa"}]},
    )
    outcome: Literal[TypedNameOutcome.REJECTED]
    reason: Reason


Settlement = Annotated[
    SettleMatched | SettleAdded | SettleGuest | SettleRejected, Field(discriminator="outcome")
]
