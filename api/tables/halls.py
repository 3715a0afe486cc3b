"""What was seen in a hall: heads that were counted, and cameras that were on."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class HeadCount(Base):
    """Somebody counted the persons in a hall, or those of one unit there; the last one holds."""

    __tablename__ = "head_counts"
    __table_args__ = (
        Index("ix_head_counts_session_id", "session_id", "bridge_point_id", "at"),
        CheckConstraint("persons >= guests AND guests >= 0", name="guests"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"))
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    persons: Mapped[int]
    guests: Mapped[int]
    at: Mapped[datetime]
    account_id: Mapped[UUID]


class CameraCheck(Base):
    """Somebody looked whether the camera of a hall was on (plan: always on in Meet)."""

    __tablename__ = "camera_checks"
    __table_args__ = (Index("ix_camera_checks_session_id", "session_id", "bridge_point_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"))
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"))
    is_on: Mapped[bool]
    note: Mapped[str | None] = mapped_column(String(500))
    at: Mapped[datetime]
    account_id: Mapped[UUID]
