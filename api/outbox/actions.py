"""What is put into the outbox, and what a person sends again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.roles import Act, Principal
from api.access.scope import of_visible_unit
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.outbox import store
from api.outbox.faults import DELIVERY_STATE, state_name
from api.outbox.rules import may_replay
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
    webhook_id: UUID | None = None,
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
        webhook_id=webhook_id,
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


def revive(delivery: Delivery, *, at: datetime) -> None:
    """Let something wait again, as if it had never been tried; it stays the same delivery."""
    delivery.state = DeliveryState.WAITING
    delivery.attempts = 0
    delivery.next_at = at
    delivery.claimed_at = None


async def replay(
    db: AsyncSession, principal: Principal, delivery_id: UUID, *, at: datetime
) -> Delivery:
    """Let something leave once more that is dead, uncertain, or a message that was sent.

    Raises: Problem `not_found`, `delivery_state`.
    """
    await one_at_a_time(db, f"delivery {delivery_id}")
    visible = of_visible_unit(Delivery.unit_id, principal, Act.READ_DELIVERIES)
    delivery = await store.find(db, delivery_id, visible)
    if delivery is None:
        raise Problem(errors.NOT_FOUND)
    before = delivery.state
    if not may_replay(before, delivery.channel) or store.is_purged(delivery):
        raise Problem(DELIVERY_STATE, state=before.value, state_name=state_name(before))
    revive(delivery, at=at)
    await db.flush()
    actor = Actor("account", principal.account_id)
    detail = {"channel": delivery.channel.value, "was": before.value}
    happening = Happening(actor, events.DELIVERY_REPLAYED, delivery_id, at, detail=detail)
    await events.append(db, happening)
    return delivery
