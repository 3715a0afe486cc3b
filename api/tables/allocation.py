"""Allocation: who goes to which session, who decided, and the summonses made from it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Allocation(Base):
    """A member's session and point in a conference; `is_fixed` where a person chose it.

    `account_id` is null where the program proposed it. `unit_id` is the unit that counts him.
    """

    __tablename__ = "allocations"
    __table_args__ = (
        Index("ix_allocations_conference_id_unit_id", "conference_id", "unit_id"),
        Index("ix_allocations_session_id_bridge_point_id", "session_id", "bridge_point_id"),
    )

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"))
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"))
    is_fixed: Mapped[bool]
    decided_at: Mapped[datetime]
    account_id: Mapped[UUID | None]


class AllocationNote(Base):
    """Why a unit is allocated otherwise than the plan says: the last word of who decided."""

    __tablename__ = "allocation_notes"

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    note: Mapped[str] = mapped_column(String(500))
    at: Mapped[datetime]
    account_id: Mapped[UUID]


class Summons(Base):
    """What a unit was summoned by, as it was published; a later version tells the difference."""

    __tablename__ = "summonses"

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[dict[str, Any]]
    published_at: Mapped[datetime]
    account_id: Mapped[UUID]
