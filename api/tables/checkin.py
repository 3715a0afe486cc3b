"""What phones sent: accepted check-ins with their receipts, and refusals."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, JsonText, word
from api.words import Evidence


class CheckIn(Base):
    """An accepted check-in under the id its phone made, with the receipt it always answers.

    The phone's id is the key across the whole deployment, so the same id from another device is
    found and refused, and sending one ten times writes one row. Each row is also a piece of
    evidence for the attendance it led to. Its ids are bare, as those of attendance.
    `notice_version` is the privacy notice that was shown.
    """

    __tablename__ = "check_ins"
    __table_args__ = (
        Index("ix_check_ins_session_id_attendance_id", "session_id", "attendance_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    device_id: Mapped[UUID] = mapped_column(index=True)
    body_hash: Mapped[str] = mapped_column(String(64))
    session_id: Mapped[UUID]
    attendance_id: Mapped[UUID | None]
    evidence: Mapped[Evidence] = mapped_column(word(Evidence, "evidence"))
    arrived_at: Mapped[datetime]
    receipt: Mapped[str] = mapped_column(JsonText)
    notice_version: Mapped[int | None]


class Refusal(Base):
    """A check-in or code that was refused, and why, so that the hall can be told."""

    __tablename__ = "refusals"
    __table_args__ = (Index("ix_refusals_session_id", "session_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    code: Mapped[str] = mapped_column(String(40))
    session_id: Mapped[UUID | None]
    bridge_point_id: Mapped[UUID | None]
    device_id: Mapped[UUID]
