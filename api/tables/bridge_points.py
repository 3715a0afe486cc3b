"""Bridge points: the venues of a conference."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import Form


class BridgePoint(Base):
    """A hall of a conference, on the line or in Meet; the Meet hub is one too."""

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
    created_at: Mapped[datetime]


class ExpectedUnit(Base):
    """A unit expected at a point with its subtree, but for units expected elsewhere themselves."""

    __tablename__ = "expected_units"

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"), index=True)
