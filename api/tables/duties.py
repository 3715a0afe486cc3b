"""Duties: members who serve a session rather than attend one (domain.md, section 3)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import DutyKind


class Duty(Base):
    """A presenter who is a member, or an organiser: present once, however many he serves."""

    __tablename__ = "duties"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True)
    kind: Mapped[DutyKind] = mapped_column(word(DutyKind, "kind"))
    note: Mapped[str | None] = mapped_column(String(500))
    added_at: Mapped[datetime]
    account_id: Mapped[UUID]
