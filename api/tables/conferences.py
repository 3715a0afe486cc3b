"""Conferences, each made from a plan."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Conference(Base):
    """A conference for all members of its organiser's subtree."""

    __tablename__ = "conferences"
    __table_args__ = (CheckConstraint("quarter BETWEEN 1 AND 4", name="quarter"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organiser_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    title: Mapped[str] = mapped_column(String(300))
    year: Mapped[int]
    quarter: Mapped[int]
    plan_number: Mapped[str | None] = mapped_column(String(60))
    topics: Mapped[list[str]] = mapped_column(default=list)
    regulations: Mapped[list[str]] = mapped_column(default=list)
    report_email: Mapped[str | None] = mapped_column(String(254))
    created_at: Mapped[datetime]
