"""What rolls say on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.phones.rules import PhoneState
from api.rosters.rules import Mark
from api.words import AbsenceReason, Evidence, MarkKind, Presence, SessionState, WindowKind


class RollWindow(BaseModel):
    """A roll-call of the session; rehearsals are left out."""

    id: UUID
    kind: WindowKind
    opened_at: datetime
    closed_at: datetime | None


class HeadCountFigures(BaseModel):
    """The last head counts, and what they differ by."""

    persons: int = Field(description="Heads, guests among them.")
    guests: int
    difference: int = Field(
        description="Heads without guests, less those recorded as there: above 0 some are missing "
        "in the records, below 0 more are recorded than were counted."
    )
    counted_at: datetime


class RollFigures(BaseModel):
    """Figures that agree: convened = present + pending + excused + unexcused + unknown."""

    convened: int = Field(description="B: those to be convened to this very class.")
    present: int = Field(description="The full, the late, those who left early and those on duty.")
    full: int
    late: int
    left_early: int
    on_duty: int = Field(
        description="Who serves some session of the conference: first and once, as in its reports."
    )
    pending: int
    excused: int
    unexcused: int
    unknown: int
    from_elsewhere: int = Field(
        description="There, and not of B: of another class, excluded, exempt or suspended."
    )
    pending_from_elsewhere: int = Field(description="Waiting to be decided, and not of B.")
    manual: int = Field(description="Ticked or confirmed by persons, each member once.")
    is_countersign_needed: bool = Field(
        description="So many by hand that a second person must countersign, and has not."
    )
    not_countersigned: int
    typed_names: int = Field(description="Typed names that fit no member and wait to be settled.")
    head_count: HeadCountFigures | None


class RollUnit(RollFigures):
    """One unit of a roll, without those below it."""

    unit_id: UUID
    name: str


class Roll(BaseModel):
    """Where a unit and those below it stand in a session; no names."""

    session_id: UUID
    unit_id: UUID
    state: SessionState
    windows: list[RollWindow]
    total: RollFigures
    units: list[RollUnit] = Field(description="Those with expected members or arrivals.")


class Countersigned(Roll):
    """The roll after somebody countersigned it."""

    countersigned: int = Field(description="Members who were countersigned now.")
    left_own: int = Field(description="Those whom the same person wrote: they need another one.")


class PendingArrival(BaseModel):
    """What of a member waits to be decided."""

    attendance_id: UUID
    window_kind: WindowKind
    evidence: Evidence
    typed_name: str | None = Field(description="What was typed where a name was.")
    late_seconds: int | None


class RollMark(BaseModel):
    """What a person wrote of a member for the whole session."""

    kind: MarkKind
    reason: AbsenceReason | None
    note: str | None = Field(description="For those who answer for the unit; others get none.")
    departed_at: datetime | None
    marked_at: datetime
    is_addendum: bool = Field(description="Written after the session was locked.")


class RollRow(BaseModel):
    """One member in a session."""

    member_id: UUID
    unit_id: UUID = Field(description="The unit that counts the member on the day.")
    unit_name: str
    row_number: int | None = Field(description="Null for who is not on the unit's list.")
    full_name: str
    marks: list[Mark] = Field(description="What the unit's list says beside the name.")
    is_expected: bool = Field(description="One of B: to be convened to this very class.")
    presence: Presence
    is_on_duty: bool = Field(description="Counts as on duty, whatever his presence here.")
    evidence: Evidence | None = Field(description="The best of what is recorded.")
    first_arrived_at: datetime | None
    late_seconds: int | None
    pending: list[PendingArrival]
    mark: RollMark | None
    is_contradicted: bool = Field(
        description="A person wrote absent or rejected, and check-ins say otherwise."
    )
    phone: PhoneState
    bridge_point_id: UUID | None = Field(
        description="Where the member was, else was ticked, else is expected."
    )
