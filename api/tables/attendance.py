"""Attendance: who was there, in which window, by what evidence; what people wrote and typed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import AbsenceReason, Evidence, MarkKind, Standing, TypedNameOutcome


class Attendance(Base):
    """One member in one window of one session: exactly one row, whatever arrives how often.

    Keyed by the session first, so that a nation's table can be partitioned by it. Its ids are bare:
    who writes a row has just read what they name, none of which is ever deleted (record 0036).
    `first_arrived_at` is never overwritten; `unit_id` is the member's unit on the day.

    What a person decided stands (`decided_…`): machines only add check-ins to it. Nobody decides
    about himself, and who countersigns is not who decided. `decided_by_member_id` is the member
    that the account's owner said to be.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("session_id", "member_id", "window_id"),
        Index("ix_attendance_session_id_unit_id", "session_id", "unit_id", "id"),
        Index(
            "ix_attendance_pending",
            "session_id",
            "bridge_point_id",
            sqlite_where=text("standing = 'pending'"),
            postgresql_where=text("standing = 'pending'"),
        ),
        CheckConstraint("decided_by_member_id <> member_id", name="own"),
        CheckConstraint("countersigned_by <> decided_by", name="second_person"),
        CheckConstraint("standing <> 'rejected' OR decided_at IS NOT NULL", name="rejected"),
    )

    session_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    window_id: Mapped[UUID]
    member_id: Mapped[UUID] = mapped_column(index=True)
    unit_id: Mapped[UUID]
    bridge_point_id: Mapped[UUID]
    standing: Mapped[Standing] = mapped_column(word(Standing, "standing"))
    evidence: Mapped[Evidence] = mapped_column(word(Evidence, "evidence"))
    step: Mapped[int]
    late_seconds: Mapped[int | None]
    device_id: Mapped[UUID]
    first_arrived_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    decided_by_member_id: Mapped[UUID | None]
    decision_reason: Mapped[str | None] = mapped_column(String(500))
    countersigned_at: Mapped[datetime | None]
    countersigned_by: Mapped[UUID | None]


class TypedName(Base):
    """A name typed on a phone that nothing else proved, kept for the secretary to settle.

    `suggested_member_id` is our guess, shown to the secretary alone and never to the phone.
    `evidence` tells a name typed on one's own phone (`claimed`) from one on another's (`assisted`).
    """

    __tablename__ = "typed_names"
    __table_args__ = (
        Index("ix_typed_names_device_id", "session_id", "device_id"),
        Index("ix_typed_names_bridge_point_id", "session_id", "bridge_point_id"),
        Index(
            "ix_typed_names_waiting",
            "session_id",
            sqlite_where=text("attendance_id IS NULL AND outcome IS NULL"),
            postgresql_where=text("attendance_id IS NULL AND outcome IS NULL"),
        ),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    window_id: Mapped[UUID] = mapped_column(ForeignKey("windows.id"))
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    name: Mapped[str] = mapped_column(String(100))
    last4: Mapped[str | None] = mapped_column(String(4))
    device_id: Mapped[UUID]
    evidence: Mapped[Evidence] = mapped_column(word(Evidence, "evidence"))
    suggested_member_id: Mapped[UUID | None] = mapped_column(ForeignKey("members.id"))
    attendance_id: Mapped[UUID | None]
    arrived_at: Mapped[datetime]
    outcome: Mapped[TypedNameOutcome | None] = mapped_column(word(TypedNameOutcome, "outcome"))
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[UUID | None]
    settled_reason: Mapped[str | None] = mapped_column(String(500))


class PaperSheet(Base):
    """A photographed page of a list that was ticked on paper; the picture lies under its digest."""

    __tablename__ = "paper_sheets"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    digest: Mapped[str] = mapped_column(String(64))
    width: Mapped[int]
    height: Mapped[int]
    note: Mapped[str | None] = mapped_column(String(500))
    added_at: Mapped[datetime]
    account_id: Mapped[UUID]


class Mark(Base):
    """What a person wrote of a member for a whole session; it stands before any evidence.

    A member who was present is ticked on the `roster` or copied from `paper`, and covers every
    window that began before he departed, where that is noted. One made after the session was locked
    is an addendum. Nobody marks himself, and who countersigns is not who marked.
    """

    __tablename__ = "marks"
    __table_args__ = (
        Index("ix_marks_session_id_unit_id", "session_id", "unit_id"),
        CheckConstraint("marked_by_member_id <> member_id", name="own"),
        CheckConstraint("countersigned_by <> marked_by", name="second_person"),
        CheckConstraint(
            "(kind = 'present' AND evidence IN ('roster', 'paper') AND reason IS NULL)"
            " OR (kind = 'absent' AND evidence IS NULL AND reason IS NOT NULL"
            " AND departed_at IS NULL)",
            name="shape",
        ),
        CheckConstraint("reason <> 'KH' OR note IS NOT NULL", name="other_reason"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    kind: Mapped[MarkKind] = mapped_column(word(MarkKind, "kind"))
    evidence: Mapped[Evidence | None] = mapped_column(word(Evidence, "evidence"))
    reason: Mapped[AbsenceReason | None] = mapped_column(word(AbsenceReason, "reason"))
    note: Mapped[str | None] = mapped_column(String(500))
    departed_at: Mapped[datetime | None]
    bridge_point_id: Mapped[UUID | None] = mapped_column(ForeignKey("bridge_points.id"))
    paper_sheet_id: Mapped[UUID | None] = mapped_column(ForeignKey("paper_sheets.id"))
    marked_at: Mapped[datetime]
    marked_by: Mapped[UUID]
    marked_by_member_id: Mapped[UUID | None]
    countersigned_at: Mapped[datetime | None]
    countersigned_by: Mapped[UUID | None]


class Tallied(Base):
    """By what a session's tallies were counted: where any of it has changed they are counted anew.

    `plan` is the number of plan changes then (see `PlanChange`), `day` the day whose units count,
    `is_locked` whether the members are those of the lock.
    """

    __tablename__ = "tallied"

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True
    )
    plan: Mapped[int]
    day: Mapped[date]
    is_locked: Mapped[bool]
    counted_at: Mapped[datetime]


class Tally(Base):
    """How many persons of a unit count at a point of a session, each once.

    `expected`, `excused` and `unexcused` stand at the point where they are expected, `present` and
    `pending` where they are; nowhere is the id of zeros. What was recorded since stands in
    `TallyChange`: the sum of both is the truth.
    """

    __tablename__ = "tallies"

    session_id: Mapped[UUID] = mapped_column(primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(primary_key=True)
    expected: Mapped[int]
    present: Mapped[int]
    pending: Mapped[int]
    excused: Mapped[int]
    unexcused: Mapped[int]


class TallyChange(Base):
    """What one transaction changed in a session's tallies; only ever inserted, and folded later.

    So nobody waits for a row that everybody changes. `changes` is a list of `[point, unit,
    expected, present, pending, excused, unexcused]`, the numbers to be added; `plan`, `day` and
    `is_locked` are by what it was worked out, as in `Tallied`.
    """

    __tablename__ = "tally_changes"

    session_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    plan: Mapped[int]
    day: Mapped[date]
    is_locked: Mapped[bool]
    changes: Mapped[list[list[Any]]]
