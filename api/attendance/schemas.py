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


class PointCount(BaseModel):
    """Persons at one bridge point."""

    point_id: UUID
    name: str
    present: int
    pending: int


class UnitCount(BaseModel):
    """Persons of one unit, wherever they were."""

    unit_id: UUID
    name: str
    present: int
    pending: int


class Live(BaseModel):
    """Counts of a session, each person once; without names."""

    session_id: UUID
    present: int
    pending: int
    typed_names: int = Field(description="Typed names that fit no member, for the secretary.")
    points: list[PointCount]
    units: list[UnitCount]


class ScreenLive(BaseModel):
    """What a screen shows beside its code; the first three tell it when to fetch codes anew."""

    session_id: UUID | None
    epoch: int | None
    window_kind: WindowKind | None
    present: int
    pending: int
