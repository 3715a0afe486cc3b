"""All SQL of webhooks, but for what messages say (`subject_store`)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.roles import Act, ClientScope, Principal, scopes_of
from api.access.scope import visible_units
from api.db import insert_into
from api.tables.access import Client
from api.tables.events import Event
from api.tables.outbox import Delivery
from api.tables.units import Unit
from api.tables.webhooks import Webhook


@dataclass(frozen=True, slots=True)
class Listener:
    """The client that keeps a webhook for itself, and what it may know."""

    scopes: frozenset[ClientScope]
    is_revoked: bool


def managed_by(principal: Principal) -> ColumnElement[bool]:
    """Make the condition on webhooks and their units: an administrator's, or a client's own."""
    if principal.client is not None:
        return Webhook.client_id == principal.account_id
    return visible_units(principal, Act.MANAGE_WEBHOOKS)


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    *,
    unit_id: UUID | None,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[tuple[Webhook, str]]:
    """List visible webhooks with the names of their units, newest first; one more than `limit`."""
    query = select(Webhook, Unit.name).join(Unit, Unit.id == Webhook.unit_id).where(visible)
    if unit_id is not None:
        query = query.where(Webhook.unit_id == unit_id)
    if after is not None:
        query = query.where(Webhook.id < after[0])
    rows = await db.execute(query.order_by(Webhook.id.desc()).limit(limit + 1))
    return [(webhook, name) for webhook, name in rows]


async def find(
    db: AsyncSession, webhook_id: UUID, visible: ColumnElement[bool]
) -> tuple[Webhook, str] | None:
    """Find a webhook and the name of its unit, through the condition of who asks."""
    query = (
        select(Webhook, Unit.name)
        .join(Unit, Unit.id == Webhook.unit_id)
        .where(Webhook.id == webhook_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def is_taken(
    db: AsyncSession, unit_id: UUID, url: str, *, client_id: UUID | None, but: UUID | None = None
) -> bool:
    """Tell whether a unit has a webhook of this address, other than `but`; each client its own."""
    query = select(Webhook.id).where(
        Webhook.unit_id == unit_id,
        Webhook.url == url,
        Webhook.client_id.is_not_distinct_from(client_id),
    )
    if but is not None:
        query = query.where(Webhook.id != but)
    return await db.scalar(query.limit(1)) is not None


async def get(db: AsyncSession, webhook_id: UUID) -> tuple[Webhook, Listener | None] | None:
    """Load a webhook that may have been removed, and the client that keeps it, where one does."""
    query = (
        select(Webhook, Client)
        .outerjoin(Client, Client.id == Webhook.client_id)
        .where(Webhook.id == webhook_id)
    )
    row = (await db.execute(query)).one_or_none()
    return None if row is None else (row[0], _listener(row[1]))


def _listener(client: Client | None) -> Listener | None:
    if client is None:
        return None
    return Listener(scopes_of(client.scopes), client.revoked_at is not None)


async def disable(db: AsyncSession, webhook_id: UUID, *, reason: str, at: datetime) -> bool:
    """Turn a webhook off; False where it is off already."""
    turn_off = (
        update(Webhook)
        .where(Webhook.id == webhook_id, Webhook.disabled_at.is_(None))
        .values(disabled_at=at, disabled_reason=reason)
        .returning(Webhook.id)
        .execution_options(synchronize_session=False)
    )
    return await db.scalar(turn_off) is not None


async def changed_at(db: AsyncSession, webhook_id: UUID) -> datetime | None:
    """Tell when somebody last changed a webhook, or turned it off or on; None for never."""
    query = select(func.max(Event.at)).where(
        Event.subject_id == webhook_id, Event.act == events.WEBHOOK_CHANGED
    )
    return await db.scalar(query)


async def remove(db: AsyncSession, webhook_id: UUID) -> None:
    """Take a webhook away; what was sent to it stays on the list."""
    await db.execute(delete(Webhook).where(Webhook.id == webhook_id))


async def is_any_untold(db: AsyncSession) -> bool:
    """Tell whether anything happened that nobody was told of."""
    return await db.scalar(select(Event.id).where(Event.is_untold).limit(1)) is not None


async def take_untold(db: AsyncSession, *, most: int) -> Sequence[Event]:
    """Take the oldest events that nobody was told of; what another process takes is passed over."""
    query = (
        select(Event)
        .where(Event.is_untold)
        .order_by(Event.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return (await db.scalars(query)).all()


async def mark_told(db: AsyncSession, event_ids: Iterable[UUID]) -> None:
    """Note that what is to be told of events stands in the outbox."""
    told = update(Event).where(Event.id.in_(sorted(event_ids))).values(is_untold=False)
    await db.execute(told.execution_options(synchronize_session=False))


async def listening(db: AsyncSession) -> Sequence[tuple[Webhook, str, Listener | None]]:
    """List the webhooks that are on, with the paths of their units and the clients they are of."""
    query = (
        select(Webhook, Unit.path, Client)
        .join(Unit, Unit.id == Webhook.unit_id)
        .outerjoin(Client, Client.id == Webhook.client_id)
        .where(Webhook.disabled_at.is_(None), or_(Client.id.is_(None), Client.revoked_at.is_(None)))
        .order_by(Webhook.id)
    )
    return [(hook, path, _listener(client)) for hook, path, client in await db.execute(query)]


async def add_deliveries(db: AsyncSession, rows: Collection[dict[str, Any]]) -> None:
    """Put messages into the outbox; a webhook is told of an event once."""
    if rows:
        once = ["webhook_id", "event_id"]
        insert = insert_into(db, Delivery).values(list(rows))
        await db.execute(insert.on_conflict_do_nothing(index_elements=once))
