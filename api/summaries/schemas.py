"""What summaries say on the wire."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.kit.paging import Page
from api.reports.rules import Beside, Day
from api.reports.schemas import TallyView
from api.words import AbsenceReason, Evidence, Form, MakeUpKind, MemberStatus, ReportState


class GroupBy(StrEnum):
    """What the rows of a summary are."""

    BLOC = "bloc"
    FORM = "form"
    SESSION = "session"
    UNIT = "unit"


class SummaryRow(BaseModel):
    """One row: a bloc, a form, a class, or a unit with those below it."""

    key: str | None = Field(
        description="The bloc, the form, or the id of the class or unit; null for who has none."
    )
    name: str
    depth: int | None = Field(
        description="Of a unit: 1 for those directly below the top. The rows of depth 1, and the "
        "top's own row of depth 0, sum to the total; deeper ones are part of those above them."
    )
    figures: TallyView
    guests: int
    head_count: int | None = Field(description="Persons that were counted in halls, by sessions.")
    report_state: ReportState | None = Field(
        description="Of a unit: where its result report stands; null where there is none."
    )


class SessionsHeld(BaseModel):
    """How many classes of a form there are, and how many were held."""

    form: Form
    held: int
    planned: int


class SummaryDifference(BaseModel):
    """One thing that was so when the summary was locked, and is otherwise now."""

    model_config = ConfigDict(extra="ignore")
    path: str
    label: str
    before: str | int | float | None
    after: str | int | float | None
    line: str = Field(description="The same as a sentence: “Chi bộ thôn 3 · Có mặt: 40 → 41”.")


class Summary(BaseModel):
    """The figures of a conference, or of one unit's part of it."""

    conference_id: UUID
    unit_id: UUID = Field(description="The top of what is summed: the organiser, or a unit.")
    unit_name: str
    as_of: datetime = Field(description="The figures are of this instant.")
    is_locked: bool = Field(
        description="They are those of a version; `live=true` asks what they would be now."
    )
    version: int | None = Field(description="Of which version these figures are; null: of none.")
    group_by: GroupBy
    rows: list[SummaryRow]
    total: TallyView
    guests: int
    head_count: int | None
    sessions_held: list[SessionsHeld]
    units_unreported: int = Field(
        description="Units directly below the top, with members to be convened, whose result "
        "report has not come."
    )
    difference: list[SummaryDifference] = Field(
        description="Of `live=true` after the conference was closed: what differs from the last "
        "version."
    )


class SummaryVersionLine(BaseModel):
    """A frozen version of a summary: the first one locked it, the others are addenda."""

    conference_id: UUID
    number: int
    digest: str = Field(
        description="SHA-256 of `content` as JSON in UTF-8 with sorted keys and without spaces."
    )
    made_at: datetime
    made_by_name: str | None
    difference: list[SummaryDifference] = Field(description="From the version before it.")


class CloseWarning(BaseModel):
    """Something that hindered nothing, and that whoever closed a conference should see."""

    code: Literal["reports_missing", "session_cancelled"]
    message: str = Field(description="A sentence for the person, in the reader's language.")
    units: int = Field(
        description="Units whose result report has not come, or with members of a cancelled "
        "session who were put into no other."
    )


class ConferenceClosed(SummaryVersionLine):
    """The version that closing a conference froze, with what is still missing from it."""

    warnings: list[CloseWarning]


class SummaryVersionView(SummaryVersionLine):
    """A frozen version of a summary, with what it says."""

    content: dict[str, Any]


class UnitOfExport(BaseModel):
    """A unit as a line of attendance names it."""

    id: UUID
    name: str
    path: list[UUID] = Field(description="From the organiser down to the unit itself.")


class ExportedPerson(BaseModel):
    """One member in one conference, once, with everything that the figures count of him.

    Of one who is counted by a unit that you do not see, only that he belongs to yours.
    """

    card_number: str | None
    full_name: str
    member_id: UUID
    home: UnitOfExport = Field(description="The unit that he belongs to: it counts him in A.")
    unit: UnitOfExport = Field(description="The unit where he counts: it counts him in B.")
    bloc: str | None = Field(description="The bloc under which his unit is summed.")
    home_bloc: str | None
    status: MemberStatus
    in_a: bool
    in_b: bool
    beside: Beside | None = Field(description="Why he is not of B.")
    session_id: UUID | None = Field(description="His own class.")
    session_title: str | None
    form: Form | None
    point_name: str | None = Field(description="Where he is, or is expected.")
    day: Day | None = Field(description="How he stands on the day; null where he is not of B.")
    reason: AbsenceReason | None = Field(
        description="Null also of who is excused without a code: his duty is `reduced`, as his "
        "status says, or else his class was cancelled."
    )
    came_session_id: UUID | None = Field(description="The class of which `day` speaks.")
    evidence: Evidence | None
    is_by_hand: bool
    is_countersigned: bool
    made_up: MakeUpKind | None
    made_up_session_id: UUID | None
    visits: list[UUID] = Field(description="Classes other than his own in which he was there.")


class AttendanceExport(Page[ExportedPerson]):
    """Lines of a conference's attendance, in the order of the members' ids."""
