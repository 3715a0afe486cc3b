"""The outbox: what is to leave the house, in the transaction of what it tells of."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import DeliveryChannel, DeliveryState


class Delivery(Base):
    """A mail, or a message to another program.

    `template` names who words it when it is sent; `payload` holds ids, numbers and texts, never a
    secret: a one-time link is made while sending. `attachments` name files that were kept. Who
    takes it in hand sets `claimed_at`; a mail that was handed over by a process that died is
    `uncertain`, and only a person sends it again.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("webhook_id", "event_id"),
        Index("ix_deliveries_state", "state", "next_at"),
        Index("ix_deliveries_subject_id", "subject_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    channel: Mapped[DeliveryChannel] = mapped_column(word(DeliveryChannel, "channel"))
    template: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID]
    unit_id: Mapped[UUID]
    webhook_id: Mapped[UUID | None]
    event_id: Mapped[UUID | None]
    destination: Mapped[str] = mapped_column(String(500))
    payload: Mapped[dict[str, Any]]
    attachments: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    state: Mapped[DeliveryState] = mapped_column(word(DeliveryState, "state"))
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    message_id: Mapped[str | None] = mapped_column(String(300))
    last_status: Mapped[int | None]
    last_error: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime]
    account_id: Mapped[UUID | None]
