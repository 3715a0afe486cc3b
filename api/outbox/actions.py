"""What is put into the outbox, and what a person sends again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.ids import new_id
from api.tables.outbox import Delivery
from api.words import DeliveryChannel, DeliveryState


async def queue(
    db: AsyncSession,
    *,
    channel: DeliveryChannel,
    template: str,
    subject_id: UUID,
    unit_id: UUID,
    destination: str,
    payload: Mapping[str, Any],
    attachments: Sequence[Mapping[str, str]],
    account_id: UUID | None,
    at: datetime,
) -> UUID:
    """Let something leave in a moment, if the caller's transaction commits; gives the delivery.

    `payload` is stored: ids, numbers and texts, never a secret. An attachment is
    `{"digest", "name", "media_type"}` of a kept file.
    """
    delivery = Delivery(
        id=new_id(at),
        channel=channel,
        template=template,
        subject_id=subject_id,
        unit_id=unit_id,
        webhook_id=None,
        event_id=None,
        destination=destination,
        payload=dict(payload),
        attachments=[dict(each) for each in attachments],
        state=DeliveryState.WAITING,
        attempts=0,
        next_at=at,
        created_at=at,
        account_id=account_id,
    )
    db.add(delivery)
    await db.flush()
    return delivery.id
