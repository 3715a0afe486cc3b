"""Google Meet: who was connected, as its own list tells; it proves a hall, never a person."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class MeetParticipant(Base):
    """A line of a participants' file, and the hall that somebody says it was.

    `is_ignored` where it is no hall. The same line read again is the same row.
    """

    __tablename__ = "meet_participants"
    __table_args__ = (
        UniqueConstraint("session_id", "display_name", "joined_at"),
        Index("ix_meet_participants_bridge_point_id", "bridge_point_id"),
        CheckConstraint("left_at >= joined_at", name="order"),
        CheckConstraint("NOT is_ignored OR bridge_point_id IS NULL", name="ignored"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    display_name: Mapped[str] = mapped_column(String(200))
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime]
    bridge_point_id: Mapped[UUID | None] = mapped_column(ForeignKey("bridge_points.id"))
    is_ignored: Mapped[bool] = mapped_column(default=False)
    matched_at: Mapped[datetime | None]
    matched_by: Mapped[UUID | None]
    added_at: Mapped[datetime]
