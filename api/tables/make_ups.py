"""Make-ups: how those who were absent hear it after all; the figures of the day stay."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import MakeUpKind


class MakeUp(Base):
    """What is planned, or was done, for one who missed his session.

    Of kind `session` it is a proposal: whether he came is told by attendance alone. Of kind
    `retold` his cell told him itself, on `retold_on`.
    """

    __tablename__ = "make_ups"
    __table_args__ = (
        Index("ix_make_ups_session_id", "session_id"),
        Index("ix_make_ups_unit_id", "conference_id", "unit_id"),
        CheckConstraint(
            "(kind = 'session' AND session_id IS NOT NULL AND retold_on IS NULL)"
            " OR (kind = 'retold' AND session_id IS NULL AND retold_on IS NOT NULL)",
            name="shape",
        ),
    )

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    missed_session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"))
    kind: Mapped[MakeUpKind] = mapped_column(word(MakeUpKind, "kind"))
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("sessions.id"))
    retold_on: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(String(500))
    made_at: Mapped[datetime]
    account_id: Mapped[UUID]
