"""Events: the audit trail, which is also the outbox."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Event(Base):
    """Somebody did something to something; written in the transaction that did it.

    `is_untold` until what other programs are told of it stands in the outbox.
    """

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_at", "at"),
        Index("ix_events_subject", "subject_id", "at"),
        Index("ix_events_actor", "actor_id", "at"),
        Index(
            "ix_events_untold",
            "id",
            sqlite_where=text("is_untold"),
            postgresql_where=text("is_untold"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor_kind: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[UUID | None]
    act: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID]
    session_id: Mapped[UUID | None]
    is_untold: Mapped[bool] = mapped_column(default=False)
    detail: Mapped[dict[str, Any]]
