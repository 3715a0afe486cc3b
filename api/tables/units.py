"""Units: the Party's tree."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, sortable, word
from api.words import UnitKind


class Unit(Base):
    """A chi bộ, đảng bộ or committee; `path` holds the ids from the root down to itself.

    `path` is each id's 32 hexadecimal digits followed by "/", so a subtree is one range of texts.
    `valid_until` is the first day on which it is no more: one added by mistake ends on the day on
    which it began, and was there on no day.
    """

    __tablename__ = "units"
    __table_args__ = (
        CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="validity"),
        Index("ix_units_path", "path", unique=True),
        Index(
            "ix_units_successor_id",
            "successor_id",
            sqlite_where=text("successor_id IS NOT NULL"),
            postgresql_where=text("successor_id IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"), index=True)
    path: Mapped[str] = mapped_column(sortable(400))
    kind: Mapped[UnitKind] = mapped_column(word(UnitKind, "kind"))
    bloc: Mapped[str | None] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(200))
    aliases: Mapped[list[str]] = mapped_column(default=list)
    sort_key: Mapped[str] = mapped_column(sortable(1000))
    search_key: Mapped[str] = mapped_column(String(200))
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    successor_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"))
    created_at: Mapped[datetime]


class UnitName(Base):
    """A name that a unit bears from a day on, so that what is old keeps the names of its day."""

    __tablename__ = "unit_names"

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
