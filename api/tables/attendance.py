"""Attendance: who was there, in which window, by what evidence; and names that nothing proved."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import Evidence, Standing


class Attendance(Base):
    """One member in one window of one session: exactly one row, whatever arrives how often.

    Keyed by the session first, so that a nation's table can be partitioned by it.
    `first_arrived_at` is never overwritten; `unit_id` is the member's unit on the day.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("session_id", "member_id", "window_id"),
        Index("ix_attendance_session_id_unit_id", "session_id", "unit_id", "id"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    window_id: Mapped[UUID] = mapped_column(ForeignKey("windows.id"))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"))
    standing: Mapped[Standing] = mapped_column(word(Standing, "standing"))
    evidence: Mapped[Evidence] = mapped_column(word(Evidence, "evidence"))
    step: Mapped[int]
    late_seconds: Mapped[int | None]
    device_id: Mapped[UUID]
    first_arrived_at: Mapped[datetime]


class TypedName(Base):
    """A name typed on a phone that nothing else proved, kept for the secretary to settle.

    `suggested_member_id` is our guess, shown to the secretary alone and never to the phone.
    """

    __tablename__ = "typed_names"
    __table_args__ = (
        Index("ix_typed_names_device_id", "session_id", "device_id"),
        Index("ix_typed_names_bridge_point_id", "session_id", "bridge_point_id"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    window_id: Mapped[UUID] = mapped_column(ForeignKey("windows.id"))
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    name: Mapped[str] = mapped_column(String(100))
    last4: Mapped[str | None] = mapped_column(String(4))
    device_id: Mapped[UUID]
    suggested_member_id: Mapped[UUID | None] = mapped_column(ForeignKey("members.id"))
    attendance_id: Mapped[UUID | None]
    arrived_at: Mapped[datetime]
