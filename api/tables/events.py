"""Events: the audit trail, which is also the outbox."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Event(Base):
    """Somebody did something to something; written in the transaction that did it."""

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_at", "at"),
        Index("ix_events_subject", "subject_id", "at"),
        Index("ix_events_actor", "actor_id", "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor_kind: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[UUID | None]
    act: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID]
    session_id: Mapped[UUID | None]
    detail: Mapped[dict[str, Any]]
