"""SQL of the purge: one batch of one kind of row, its files, and the log of runs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, inspect, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from api.db import one_at_a_time
from api.kit.files import Files, lock_of
from api.privacy.rules import stripped
from api.reports import photo_store
from api.tables.base import Base
from api.tables.events import Event
from api.tables.privacy import Purge

Due = Callable[[datetime], ColumnElement[bool]]
"""The condition that a row is older than an instant, and still holds what is to go."""


class Step(Protocol):
    """Something that a purge takes away, a batch at a time."""

    async def count(self, db: AsyncSession, before: datetime) -> int:
        """Count what would go."""

    async def take(self, db: AsyncSession, before: datetime, *, files: Files, at: datetime) -> int:
        """Take a batch away in the caller's transaction; 0 where nothing is left."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table that are deleted, or in which `values` are written over.

    `named_by` is a column of another table that names such a row, and is emptied first. Files that
    the column `digests` names go with the last row that names them.
    """

    table: type[Base]
    due: Due
    values: Mapping[str, Any] = field(default_factory=dict)
    named_by: InstrumentedAttribute[Any] | None = None
    digests: Callable[[Any], Sequence[str]] | None = None
    most: int = 500

    async def count(self, db: AsyncSession, before: datetime) -> int:
        """Count the rows that are due."""
        query = select(func.count()).select_from(self.table).where(self.due(before))
        return (await db.execute(query)).scalar_one()

    async def take(self, db: AsyncSession, before: datetime, *, files: Files, at: datetime) -> int:  # noqa: ARG002
        """Take a batch of rows away, in no order: what is found first costs least."""
        key = inspect(self.table).primary_key
        found = (
            await db.execute(select(self.table).where(self.due(before)).limit(self.most))
        ).scalars()
        rows = found.all()
        if not rows:
            return 0
        keys = [inspect(row).identity or () for row in rows]
        held = sorted({each for row in rows for each in (self.digests or _none)(row)})
        for digest in held:
            await one_at_a_time(db, lock_of(digest))
        which = tuple_(*key).in_(keys) if len(key) > 1 else key[0].in_([each[0] for each in keys])
        db.expunge_all()
        if self.named_by is not None:
            table = self.named_by.class_
            emptied = update(table).where(self.named_by.in_([each[0] for each in keys]))
            await db.execute(emptied.values({self.named_by: None}), execution_options=_BLIND)
        change = update(self.table).values(**self.values) if self.values else delete(self.table)
        await db.execute(change.where(which), execution_options=_BLIND)
        for digest in held:
            # Before the commit: were it to fail, a row names a file that is gone, and the next run
            # takes it; the other way round a file with names would stay that no row leads to.
            if not await photo_store.is_named(db, digest):
                await files.remove(digest)
        return len(keys)


_BLIND: dict[str, Any] = {"synchronize_session": False}


def _none(_row: Any) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Trail:
    """Events from whose detail some fields are taken; that something changed stays."""

    acts: frozenset[str]
    fields: frozenset[str]
    most: int = 200

    def _due(self, before: datetime) -> ColumnElement[bool]:
        return (Event.at < before) & Event.act.in_(sorted(self.acts)) & holds(self.fields)

    async def count(self, db: AsyncSession, before: datetime) -> int:
        """Count the events that still hold something."""
        query = select(func.count()).select_from(Event).where(self._due(before))
        return (await db.execute(query)).scalar_one()

    async def take(self, db: AsyncSession, before: datetime, *, files: Files, at: datetime) -> int:  # noqa: ARG002
        """Take the fields out of a batch of events."""
        query = select(Event).where(self._due(before)).limit(self.most)
        return await strip(db, (await db.execute(query)).scalars().all(), self.fields)


def holds(fields: frozenset[str]) -> ColumnElement[bool]:
    """Make the condition that an event tells what one of some fields was, or became."""
    changes = Event.detail["changes"]
    return or_(
        *(
            place.as_string().is_not(None)
            for name in sorted(fields)
            for place in (
                Event.detail[name],
                changes[name]["before"],
                changes[name]["after"],
            )
        )
    )


async def strip(db: AsyncSession, found: Sequence[Event], fields: frozenset[str]) -> int:
    """Take some fields out of events."""
    for event in found:
        event.detail = stripped(event.detail, fields)
    await db.flush()
    return len(found)


async def last_run(db: AsyncSession) -> datetime | None:
    """Tell when the program last purged by itself."""
    query = select(func.max(Purge.at)).where(Purge.account_id.is_(None))
    return (await db.execute(query)).scalar_one()


async def add(db: AsyncSession, purge_id: UUID, removed: int) -> None:
    """Add to the number of what a run took away."""
    more = update(Purge).where(Purge.id == purge_id).values(removed=Purge.removed + removed)
    await db.execute(more, execution_options=_BLIND)


async def get(db: AsyncSession, purge_id: UUID) -> Purge:
    """Load a line of the log as it is now."""
    return await db.get_one(Purge, purge_id, populate_existing=True)


async def page(db: AsyncSession, *, after: tuple[UUID] | None, limit: int) -> Sequence[Purge]:
    """List what was purged, the newest first; one more than `limit` where more follow."""
    query = select(Purge)
    if after is not None:
        query = query.where(Purge.id < after[0])
    return (await db.execute(query.order_by(Purge.id.desc()).limit(limit + 1))).scalars().all()
