"""Conferences, each made from a plan."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import DocumentProfile


class Conference(Base):
    """A conference for all members of its organiser's subtree.

    From `closed_at` on its summary is locked, and what changes makes an addendum to it.
    """

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
    blocs: Mapped[list[str]] = mapped_column(default=list)
    report_email: Mapped[str | None] = mapped_column(String(254))
    preparation_items: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    document_profile: Mapped[DocumentProfile] = mapped_column(
        word(DocumentProfile, "document_profile"), default=DocumentProfile.HD05_2026
    )
    closed_at: Mapped[datetime | None]
    copied_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("conferences.id"))
    created_at: Mapped[datetime]


class GroupUnit(Base):
    """The Zalo group (an opaque label) that a unit belongs to, with its subtree."""

    __tablename__ = "group_units"

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    label: Mapped[str] = mapped_column(String(60))


class Exclusion(Base):
    """A line of an exclusion list: somebody who attended elsewhere (plan II.1).

    `member_id` is null while the line fits nobody, or several.
    """

    __tablename__ = "exclusions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), index=True)
    document_number: Mapped[str] = mapped_column(String(120))
    full_name: Mapped[str | None] = mapped_column(String(100))
    unit_name: Mapped[str | None] = mapped_column(String(200))
    card_number: Mapped[str | None] = mapped_column(String(20))
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("members.id"), index=True)
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
