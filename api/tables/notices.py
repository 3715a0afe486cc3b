"""Who has been told of a session's time, hall and link; a higher sequence reopens it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class PostedNotice(Base):
    """The text of a session was posted in a Zalo group, as it read at `sequence`.

    The label is empty for the units without a group. `facts` holds what the text said, so that the
    next one can name what changed.
    """

    __tablename__ = "posted_notices"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    label: Mapped[str] = mapped_column(String(60), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    account_id: Mapped[UUID]


class ReceivedNotice(Base):
    """A unit knows of a session, as it read at `sequence`; its commune may say so for a cell.

    It counts while the unit is expected at the same point.
    """

    __tablename__ = "received_notices"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bridge_point_id: Mapped[UUID] = mapped_column(ForeignKey("bridge_points.id"))
    at: Mapped[datetime]
    account_id: Mapped[UUID]
