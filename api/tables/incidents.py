"""Incidents: problems that arose, as the reports name them (plan, part III)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Incident(Base):
    """A problem that a unit tells of, perhaps of one session and one point."""

    __tablename__ = "incidents"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("sessions.id"))
    bridge_point_id: Mapped[UUID | None] = mapped_column(ForeignKey("bridge_points.id"))
    text: Mapped[str] = mapped_column(String(2000))
    at: Mapped[datetime]
    account_id: Mapped[UUID]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[UUID | None]
    resolution: Mapped[str | None] = mapped_column(String(2000))
