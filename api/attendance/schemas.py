"""What attendance says on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.words import Evidence, Standing, WindowKind


class AttendanceView(BaseModel):
    """One member in one window of a session."""

    id: UUID
    session_id: UUID
    window_id: UUID
    member_id: UUID
    full_name: str
    unit_id: UUID = Field(description="The member's unit on the day.")
    unit_name: str
    bridge_point_id: UUID = Field(description="Where the member really was.")
    standing: Standing
    evidence: Evidence
    late_seconds: int | None = Field(description="How long the code was no longer fresh.")
    first_arrived_at: datetime
    decided_at: datetime | None = Field(description="Null where evidence alone stands.")
    decided_by_name: str | None
    decision_reason: str | None
    countersigned_at: datetime | None


class Counts(BaseModel):
    """Persons in a session; who is there may be of another class than this one."""

    expected: int = Field(description="To be convened to this very class.")
    present: int = Field(description="There: by evidence, ticked, or confirmed.")
    pending: int
    excused: int = Field(description="Of those expected, written absent with a reason.")
    unexcused: int = Field(description="Of those expected, written absent without one.")


class PointCount(Counts):
    """Persons at one bridge point; the expected and absent are those expected there."""

    point_id: UUID
    name: str


class UnitCount(Counts):
    """Persons of one unit, wherever they were."""

    unit_id: UUID
    name: str


class Live(Counts):
    """Counts of a session, each person once; without names."""

    session_id: UUID
    typed_names: int = Field(description="Typed names that fit no member, for the secretary.")
    points: list[PointCount]
    units: list[UnitCount]


class PointEvidence(BaseModel):
    """How those who are at one bridge point were counted, and whether it is silent."""

    point_id: UUID
    qr: int = Field(description="By the picture on the screen.")
    digits: int = Field(description="By the digits on the screen, typed.")
    named: int = Field(description="By a name or a late arrival, and where a person confirmed it.")
    by_hand: int = Field(description="Ticked on the list, or copied from paper.")
    last_arrived_at: datetime | None = Field(description="Null where nobody has come.")
    is_silent: bool = Field(
        description="The session is open, some of those expected are not accounted for, and nobody "
        "has come for 10 minutes."
    )


class LiveEvidence(BaseModel):
    """How those who are at each point of a session were counted; without names."""

    session_id: UUID
    counted_at: datetime = Field(description="Who came later is not among them.")
    points: list[PointEvidence]


class ScreenLive(BaseModel):
    """What a screen shows beside its code; the first three tell it when to fetch codes anew."""

    session_id: UUID | None
    epoch: int | None
    window_kind: WindowKind | None
    present: int
    pending: int
