"""Bridge points: the venues of a conference."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import CheckResult, Form


class BridgePoint(Base):
    """A hall of a conference, on the line or in Meet; the Meet hub is one too.

    `sequence` counts the changes of its name and venue: what was told or tested before one counts
    no more.
    """

    __tablename__ = "bridge_points"
    __table_args__ = (UniqueConstraint("conference_id", "ordinal"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"))
    host_unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    ordinal: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    venue: Mapped[str] = mapped_column(String(300))
    form: Mapped[Form] = mapped_column(word(Form, "form"))
    is_hub: Mapped[bool] = mapped_column(default=False)
    keeps_units_together: Mapped[bool] = mapped_column(default=False)
    sequence: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]


class ExpectedUnit(Base):
    """A unit expected at a point with its subtree, but for units expected elsewhere themselves."""

    __tablename__ = "expected_units"

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"), index=True)


class LineTest(Base):
    """A test of a point's line or connection; it counts for the venue it was made at."""

    __tablename__ = "line_tests"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"), index=True)
    passed: Mapped[bool]
    note: Mapped[str | None] = mapped_column(String(500))
    sequence: Mapped[int]
    at: Mapped[datetime]
    account_id: Mapped[UUID]


class PreparationMark(Base):
    """What somebody found on one item of a point's checklist; the latest one holds."""

    __tablename__ = "preparation_marks"

    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"), primary_key=True)
    item_key: Mapped[str] = mapped_column(String(60), primary_key=True)
    result: Mapped[CheckResult] = mapped_column(word(CheckResult, "result"))
    note: Mapped[str | None] = mapped_column(String(500))
    sequence: Mapped[int]
    at: Mapped[datetime]
    account_id: Mapped[UUID]
