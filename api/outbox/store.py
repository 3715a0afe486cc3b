"""All SQL of the outbox."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.rules import LEASE, Fate
from api.tables.outbox import Delivery
from api.words import DeliveryChannel, DeliveryState


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of deliveries is narrowed to; None leaves it open."""

    state: DeliveryState | None = None
    channel: DeliveryChannel | None = None
    webhook_id: UUID | None = None
    subject_id: UUID | None = None


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    filters: Filters,
    *,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[Delivery]:
    """List visible deliveries, newest first; one more than `limit`."""
    query = select(Delivery).where(visible)
    for column, wanted in (
        (Delivery.state, filters.state),
        (Delivery.channel, filters.channel),
        (Delivery.webhook_id, filters.webhook_id),
        (Delivery.subject_id, filters.subject_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if after is not None:
        query = query.where(Delivery.id < after[0])
    return (await db.scalars(query.order_by(Delivery.id.desc()).limit(limit + 1))).all()


async def find(
    db: AsyncSession, delivery_id: UUID, visible: ColumnElement[bool]
) -> Delivery | None:
    """Find one delivery through the condition of who asks."""
    return await db.scalar(select(Delivery).where(Delivery.id == delivery_id, visible))


async def get(db: AsyncSession, delivery_id: UUID) -> Delivery:
    """Load a delivery that is known to be there."""
    return await db.get_one(Delivery, delivery_id)


def is_purged(delivery: Delivery) -> bool:
    """Tell whether what was sent is gone, its time of keeping over."""
    return "is_purged" in delivery.payload


def _lost(at: datetime) -> ColumnElement[bool]:
    return and_(Delivery.state == DeliveryState.SENDING, Delivery.claimed_at <= at - LEASE)


def _due(channels: Collection[DeliveryChannel], at: datetime) -> ColumnElement[bool]:
    return and_(
        Delivery.state == DeliveryState.WAITING,
        Delivery.next_at <= at,
        Delivery.channel.in_(sorted(channels)),
    )


async def is_anything_to_do(
    db: AsyncSession, channels: Collection[DeliveryChannel], *, at: datetime
) -> bool:
    """Tell whether anything is due, or was lost by a process that died."""
    query = select(Delivery.id).where(or_(_due(channels, at), _lost(at))).limit(1)
    return await db.scalar(query) is not None


async def count_waiting(db: AsyncSession) -> dict[str, int]:
    """Count what has not left, by state: it waits, is in hand, or a person decides."""
    states = [DeliveryState.WAITING, DeliveryState.SENDING, DeliveryState.UNCERTAIN]
    query = (
        select(Delivery.state, func.count())
        .where(Delivery.state.in_(states))
        .group_by(Delivery.state)
    )
    found = {state: number for state, number in (await db.execute(query)).all()}  # noqa: C416
    return {state.value: found.get(state, 0) for state in states}


async def give_up_lost(db: AsyncSession, *, at: datetime) -> Sequence[Delivery]:
    """Settle what processes had in hand that are gone: a mail is uncertain, a message waits again.

    Gives the mails, for a person to decide on.
    """
    again = update(Delivery).where(_lost(at), Delivery.channel == DeliveryChannel.WEBHOOK)
    await db.execute(
        again.values(state=DeliveryState.WAITING, next_at=at).execution_options(
            synchronize_session=False
        )
    )
    lost = (
        update(Delivery)
        .where(_lost(at), Delivery.channel == DeliveryChannel.MAIL)
        .values(state=DeliveryState.UNCERTAIN)
        .returning(Delivery)
        .execution_options(synchronize_session=False)
    )
    return (await db.scalars(lost)).all()


async def claim(
    db: AsyncSession, channels: Collection[DeliveryChannel], *, at: datetime, most: int
) -> Sequence[Delivery]:
    """Take what is due in hand, the oldest first; what another process takes is passed over."""
    due = (
        select(Delivery)
        .where(_due(channels, at))
        .order_by(Delivery.next_at, Delivery.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    found = (await db.scalars(due)).all()
    for delivery in found:
        delivery.state = DeliveryState.SENDING
        delivery.claimed_at = at
        delivery.attempts += 1
    await db.flush()
    return found


async def mark(
    db: AsyncSession, delivery: Delivery, fate: Fate, *, at: datetime, **told: Any
) -> bool:
    """Write down what came of an attempt; False where the delivery was taken away meanwhile.

    The claim's instant tells one attempt from the next. A late end of a mail that was given up as
    uncertain is still the truth about it.
    """
    still_mine = (
        Delivery.id == delivery.id,
        Delivery.claimed_at == delivery.claimed_at,
        Delivery.state.in_([DeliveryState.SENDING, DeliveryState.UNCERTAIN]),
    )
    done = (
        update(Delivery)
        .where(*still_mine)
        .values(
            state=fate.state,
            next_at=fate.next_at,
            sent_at=at if fate.state is DeliveryState.SENT else None,
            **told,
        )
        .returning(Delivery.id)
        .execution_options(synchronize_session=False)
    )
    return await db.scalar(done) is not None


async def is_dead_in_a_row(
    db: AsyncSession, webhook_id: UUID, *, count: int, since: datetime | None
) -> bool:
    """Tell whether the last `count` messages to a webhook that came to an end all died.

    Those that were tried last until `since` are of another time.
    """
    ended = [DeliveryState.SENT, DeliveryState.DEAD]
    query = (
        select(Delivery.state)
        .where(Delivery.webhook_id == webhook_id, Delivery.state.in_(ended))
        .order_by(Delivery.claimed_at.desc(), Delivery.id.desc())
        .limit(count)
    )
    if since is not None:
        query = query.where(Delivery.claimed_at > since)
    last = (await db.scalars(query)).all()
    return len(last) == count and set(last) == {DeliveryState.DEAD}
