"""What unit reports say on the wire."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from api.reports.schemas import TallyView
from api.words import DeliveryState, Form, ReportKind, ReportState, SessionState, VersionKind


class ReportText(BaseModel):
    """One text of a report."""

    text: str
    is_filled_in: bool = Field(description="Made from what was recorded; nobody has written it.")


class ReportTexts(BaseModel):
    """The texts of a report."""

    assessment: ReportText
    preparation: ReportText
    incidents: ReportText
    proposals: ReportText


class UnitOfReport(BaseModel):
    """A unit of a block, with all below it."""

    unit_id: UUID
    name: str
    figures: TallyView


class ReportBlock(BaseModel):
    """Units that are put together, as the school cells of a commune."""

    name: str
    units: list[UnitOfReport]
    figures: TallyView


class SessionFigures(BaseModel):
    """The unit's members whose own class this is."""

    session_id: UUID
    title: str
    form: Form
    starts_at: datetime | None
    state: SessionState
    figures: TallyView


class LackingUnit(BaseModel):
    """A unit whose members are not all accounted for."""

    unit_id: UUID
    name: str
    missing: int


class ReportProblem(BaseModel):
    """What keeps a report from being handed in, and in which units, or only looks wrong."""

    code: Literal[
        "convened",
        "reasons",
        "parts",
        "unaccounted",
        "session_not_held",
        "unallocated",
        "head_count",
        "session_cancelled",
    ]
    sentence: str
    is_blocking: bool = Field(description="False: the report may be handed in all the same.")
    units: list[LackingUnit]


class ReportPhoto(BaseModel):
    """A picture of a report."""

    id: UUID
    url: str
    caption: str | None
    added_at: datetime


class DifferenceLine(BaseModel):
    """One thing that differs from the version before."""

    path: str = Field(description="Where it stands in the content of a version.")
    label: str
    before: str | int | float | None
    after: str | int | float | None
    line: str = Field(description="It in words, as “Có mặt: 40 → 41”.")


class ReportVersionLine(BaseModel):
    """A version as it was handed in."""

    number: int
    kind: VersionKind
    digest: str = Field(description="SHA-256 of its content as canonical JSON.")
    submitted_at: datetime
    submitted_by_name: str | None
    difference: list[DifferenceLine]


class ReportSent(BaseModel):
    """How a report went out."""

    mail: DeliveryState | None = Field(description="The newest mail from here; null for none.")
    marked_on: date | None = Field(description="Sent by official mail on that day, as was said.")


class SignedScanLine(BaseModel):
    """The newest scan of the signed paper."""

    version: int
    digest: str
    added_at: datetime


class ReportLine(BaseModel):
    """A report in a list."""

    id: UUID
    kind: ReportKind
    conference_id: UUID
    session_id: UUID | None
    unit_id: UUID
    unit_name: str
    state: ReportState
    version: int | None = Field(description="The number of its newest version.")
    submitted_at: datetime | None
    decided_at: datetime | None
    comment: str | None
    sent_on: date | None


class ReportView(BaseModel):
    """A unit's report: live while it is written, and as it was handed in from then on."""

    id: UUID
    kind: ReportKind
    conference_id: UUID
    session_id: UUID | None
    unit_id: UUID
    unit_name: str
    state: ReportState
    is_frozen: bool = Field(description="The figures and texts are those of the newest version.")
    figures: TallyView
    blocks: list[ReportBlock] = Field(description="Empty for a unit with none below it.")
    sessions: list[SessionFigures]
    guests: int
    head_count: int | None = Field(description="Persons that were counted; null where nobody did.")
    sessions_held: int
    texts: ReportTexts
    problems: list[ReportProblem] = Field(description="Of the figures as they are now.")
    can_submit: bool = Field(description="A final version, or an addendum, may be handed in now.")
    photos: list[ReportPhoto]
    versions: list[ReportVersionLine]
    pending_difference: list[DifferenceLine] = Field(
        description="What differs now from the newest version; empty where there is none."
    )
    due_at: datetime | None = Field(description="Null while a class of the unit is to come.")
    is_late: bool
    submitted_at: datetime | None
    comment: str | None = Field(description="Why it was returned.")
    decided_at: datetime | None
    sent: ReportSent
    signed_scan: SignedScanLine | None


class ReportVersionView(ReportVersionLine):
    """A version with its whole content, which proves its digest."""

    report_id: UUID
    content: dict[str, Any]


class MailedReport(BaseModel):
    """A report that leaves in a moment."""

    delivery_id: UUID
    state: DeliveryState
