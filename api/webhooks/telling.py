"""From the audit trail into the outbox: who is told what, decided once, in one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.db import Database
from api.kit.ids import new_id
from api.tables.events import Event
from api.tables.outbox import Delivery
from api.tables.webhooks import Webhook
from api.webhooks import store
from api.webhooks.rules import missing_scope, told_to_client
from api.webhooks.store import Listener
from api.webhooks.subjects import Finder, Subject, text_of
from api.words import DeliveryChannel, DeliveryState

EVENTS_AT_ONCE: Final = 100


def _thing(act: str) -> str:
    return act.partition(".")[0]


class Teller:
    """Knows by `finders` (the thing before the dot of an act) what can be told of what happened."""

    def __init__(self, database: Database, finders: Mapping[str, Finder]) -> None:
        self._database = database
        self._finders = finders

    async def tell(self, at: datetime) -> None:
        """Put into the outbox what webhooks are to be told of all that is untold."""
        async with self._database.read() as db:
            if not await store.is_any_untold(db):
                return
        taken = EVENTS_AT_ONCE
        while taken == EVENTS_AT_ONCE:
            async with self._database.write() as db:
                untold = await store.take_untold(db, most=EVENTS_AT_ONCE)
                await self._put(db, untold, at=at)
                taken = len(untold)

    async def may_leave(self, db: AsyncSession, delivery: Delivery) -> bool:
        """Tell whether what a message tells of may still leave the house."""
        finder = self._finders.get(_thing(delivery.template))
        if finder is None:
            return delivery.event_id is None
        found = await finder(db, [delivery.subject_id])
        return delivery.subject_id in found and not found[delivery.subject_id].is_withheld

    async def _put(self, db: AsyncSession, untold: Sequence[Event], *, at: datetime) -> None:
        listening = await store.listening(db)
        if listening:
            subjects = await self._subjects(db, untold)
            rows = [
                _row(webhook, listener, event, subject, at=at)
                for event in untold
                if (subject := subjects.get((_thing(event.act), event.subject_id)))
                and not subject.is_withheld
                for webhook, path, listener in listening
                if _wants(webhook, path, listener, event, subject)
            ]
            await store.add_deliveries(db, rows)
        await store.mark_told(db, [event.id for event in untold])

    async def _subjects(
        self, db: AsyncSession, untold: Iterable[Event]
    ) -> dict[tuple[str, UUID], Subject]:
        wanted: defaultdict[str, set[UUID]] = defaultdict(set)
        for event in untold:
            wanted[_thing(event.act)].add(event.subject_id)
        found: dict[tuple[str, UUID], Subject] = {}
        for thing, ids in wanted.items():
            if thing in self._finders:
                subjects = await self._finders[thing](db, ids)
                found.update({(thing, each): subject for each, subject in subjects.items()})
        return found


def _wants(
    webhook: Webhook, path: str, listener: Listener | None, event: Event, subject: Subject
) -> bool:
    return (
        event.act in webhook.acts
        and (listener is None or missing_scope([event.act], listener.scopes) is None)
        and subject.unit_path.startswith(path)
        and webhook.created_at <= event.at
    )


def message(act: str, at: datetime, data: Mapping[str, Any]) -> dict[str, Any]:
    """Write a message as Standard Webhooks has it."""
    return {"type": act, "timestamp": text_of(at), "data": dict(data)}


def _row(
    webhook: Webhook, listener: Listener | None, event: Event, subject: Subject, *, at: datetime
) -> dict[str, Any]:
    data = dict(subject.data)
    if listener is not None:
        data = told_to_client(data, listener.scopes)
    version = event.detail.get("version")
    if isinstance(version, int):
        data["version"] = version
    return {
        "id": new_id(at),
        "channel": DeliveryChannel.WEBHOOK,
        "template": event.act,
        "subject_id": event.subject_id,
        "unit_id": subject.unit_id,
        "webhook_id": webhook.id,
        "event_id": event.id,
        "destination": webhook.url,
        "payload": message(event.act, event.at, data),
        "attachments": [],
        "state": DeliveryState.WAITING,
        "attempts": 0,
        "next_at": at,
        "created_at": at,
    }
