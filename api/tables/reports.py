"""Reports of units: what they say, every version that was handed in, and what hangs on them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import ReportKind, ReportState, VersionKind

_TEXT = 4000


class Report(Base):
    """A unit's report of one session (`quick`), or of a whole conference (`result`).

    Its figures are never stored here: they are those of the moment until a version is handed in. A
    text that is null is filled in from what was recorded.
    """

    __tablename__ = "reports"
    __table_args__ = (
        Index(
            "uq_reports_quick",
            "unit_id",
            "session_id",
            unique=True,
            sqlite_where=text("kind = 'quick'"),
            postgresql_where=text("kind = 'quick'"),
        ),
        Index(
            "uq_reports_result",
            "unit_id",
            "conference_id",
            unique=True,
            sqlite_where=text("kind = 'result'"),
            postgresql_where=text("kind = 'result'"),
        ),
        Index("ix_reports_conference_id", "conference_id", "id"),
        CheckConstraint("(kind = 'quick') = (session_id IS NOT NULL)", name="session"),
        CheckConstraint("decided_by <> submitted_by", name="second_person"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"))
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    kind: Mapped[ReportKind] = mapped_column(word(ReportKind, "kind"))
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("sessions.id"))
    state: Mapped[ReportState] = mapped_column(word(ReportState, "state"))
    assessment: Mapped[str | None] = mapped_column(String(_TEXT))
    preparation: Mapped[str | None] = mapped_column(String(_TEXT))
    incidents: Mapped[str | None] = mapped_column(String(_TEXT))
    proposals: Mapped[str | None] = mapped_column(String(_TEXT))
    created_at: Mapped[datetime]
    account_id: Mapped[UUID]
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    comment: Mapped[str | None] = mapped_column(String(1000))
    sent_on: Mapped[date | None]
    sent_marked_at: Mapped[datetime | None]
    sent_marked_by: Mapped[UUID | None]


class ReportVersion(Base):
    """What a report said when it was handed in; it never changes, and its digest proves that.

    An `interim` one may leave persons unaccounted for; an `addendum` tells what differs from the
    version before it.
    """

    __tablename__ = "report_versions"

    report_id: Mapped[UUID] = mapped_column(ForeignKey("reports.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[VersionKind] = mapped_column(word(VersionKind, "kind"))
    content: Mapped[dict[str, Any]]
    digest: Mapped[str] = mapped_column(String(64))
    difference: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    submitted_at: Mapped[datetime]
    account_id: Mapped[UUID]


class Photo(Base):
    """A picture from the hall, drawn anew and stamped; it lies under its digest."""

    __tablename__ = "photos"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("reports.id"), index=True)
    source_digest: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    width: Mapped[int]
    height: Mapped[int]
    caption: Mapped[str | None] = mapped_column(String(200))
    added_at: Mapped[datetime]
    account_id: Mapped[UUID]
    removed_at: Mapped[datetime | None]


class SignedScan(Base):
    """The scan of a version as it was signed on paper; it lies, as it was sent, under its hash."""

    __tablename__ = "signed_scans"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("reports.id"), index=True)
    version: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(60))
    size: Mapped[int]
    added_at: Mapped[datetime]
    account_id: Mapped[UUID]
