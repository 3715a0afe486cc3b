"""Webhooks: addresses of other programs, and what they want to be told."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Webhook(Base):
    """An address that is told of a unit's subtree; its signing keys are kept sealed.

    Of one that a client keeps for itself, `client_id` says whose; `account_id` is then that client
    too. The key before the newest signs beside it until `previous_until`.
    """

    __tablename__ = "webhooks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    url: Mapped[str] = mapped_column(String(500))
    description: Mapped[str | None] = mapped_column(String(200))
    acts: Mapped[list[str]]
    sealed_secret: Mapped[str] = mapped_column(String(300))
    previous_secret: Mapped[str | None] = mapped_column(String(300))
    previous_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    account_id: Mapped[UUID]
    client_id: Mapped[UUID | None] = mapped_column(ForeignKey("clients.id"), index=True)
    disabled_at: Mapped[datetime | None]
    disabled_reason: Mapped[str | None] = mapped_column(String(200))
