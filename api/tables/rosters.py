"""Rosters: the permanent row numbers of a unit's members, and the prints that bear them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class RosterRow(Base):
    """A member's row in his unit's list of one conference: given once, never to another."""

    __tablename__ = "roster_rows"
    __table_args__ = (UniqueConstraint("conference_id", "unit_id", "member_id"),)

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), index=True)
    added_at: Mapped[datetime]
    struck_at: Mapped[datetime | None]


class RosterPrint(Base):
    """A printed list: its code tells later which rows, sessions and names stood on the paper."""

    __tablename__ = "roster_prints"

    code: Mapped[str] = mapped_column(String(12), primary_key=True)
    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), index=True)
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("sessions.id"))
    bridge_point_id: Mapped[UUID | None] = mapped_column(ForeignKey("bridge_points.id"))
    unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    account_id: Mapped[UUID]
