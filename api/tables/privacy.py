"""Privacy: what was purged when, and the register of breaches (Law 91/2025/QH15)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import DataKind


class Purge(Base):
    """One run of the purge over one kind of data: how many rows older than `before` went."""

    __tablename__ = "purges"
    __table_args__ = (Index("ix_purges_at", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[DataKind] = mapped_column(word(DataKind, "kind"))
    before: Mapped[datetime]
    removed: Mapped[int]
    at: Mapped[datetime]
    account_id: Mapped[UUID | None]


class Breach(Base):
    """Something that happened to personal data; the authority is told within 72 hours."""

    __tablename__ = "breaches"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    found_at: Mapped[datetime]
    report_due_at: Mapped[datetime]
    text: Mapped[str] = mapped_column(String(4000))
    persons: Mapped[int | None]
    measures: Mapped[str | None] = mapped_column(String(4000))
    reported_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    recorded_at: Mapped[datetime]
    account_id: Mapped[UUID]
