"""Flags are computed; what a person decided on one is stored."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import FlagKind, FlagVerdict


class FlagDecision(Base):
    """What a person made of a flag of a session; the flag is found again by its id."""

    __tablename__ = "flag_decisions"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    flag_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[FlagKind] = mapped_column(word(FlagKind, "kind"))
    verdict: Mapped[FlagVerdict] = mapped_column(word(FlagVerdict, "verdict"))
    note: Mapped[str | None] = mapped_column(String(500))
    decided_at: Mapped[datetime]
    decided_by: Mapped[UUID]
