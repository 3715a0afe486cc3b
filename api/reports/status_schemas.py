"""What the board of reports says on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.words import ReportKind, ReportState


class OwedReport(BaseModel):
    """How one unit stands with its report."""

    unit_id: UUID
    name: str
    group: str | None = Field(description="The label of its Zalo group.")
    report_id: UUID | None
    state: ReportState | None = Field(description="Null where nobody has begun it.")
    version: int | None
    submitted_at: datetime | None
    due_at: datetime | None = Field(
        description="Null while a class of the unit is to come. A quick report is due half an hour "
        "after its class closes, a result at the end of the day of the unit's last class."
    )
    is_late: bool
    convened: int
    present: int
    unknown: int = Field(description="Pending and not yet known.")


class Reminder(BaseModel):
    """A text ready to paste into a group; it names units, and no member."""

    group: str | None = Field(description="The label; null for the units without one.")
    unit_count: int
    text: str


class ReportStatusTotals(BaseModel):
    """All the units together."""

    units: int
    handed_in: int
    accepted: int
    late: int = Field(description="Due, and still owed.")
    convened: int
    present: int
    unknown: int


class ReportStatus(BaseModel):
    """Who owes a report, and who has handed it in."""

    conference_id: UUID
    session_id: UUID | None
    unit_id: UUID
    kind: ReportKind
    counted_at: datetime
    units: list[OwedReport]
    totals: ReportStatusTotals
    reminder: str | None = Field(
        description="Names every unit whose classes are over and whose report has not come, and "
        "when it is due; null where there is none."
    )
    reminders: list[Reminder] = Field(description="The same, group by group.")
