"""The purge: every kind of data in small batches, each in a transaction of its own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import Database, one_at_a_time
from api.events import SYSTEM, Actor, Happening
from api.kit.dates import day_of
from api.kit.files import Files
from api.kit.ids import new_id
from api.privacy import purge_store
from api.privacy.purge_store import Step
from api.privacy.rules import RETENTIONS, Retention
from api.privacy.steps import STEPS
from api.tables.privacy import Purge
from api.words import DataKind

_ONE = "purge"


async def preview(database: Database, *, at: datetime) -> Mapping[DataKind, int]:
    """Count what a purge would take away now."""
    found = {}
    for each in RETENTIONS:
        async with database.read() as db:
            before = each.before(at)
            found[each.kind] = sum([await step.count(db, before) for step in STEPS[each.kind]])
    return found


async def purge_daily(
    database: Database, files: Files, *, at: datetime, goes_on: Callable[[], bool]
) -> bool:
    """Purge where no process did it on this day yet; tells whether this one did."""
    async with database.read() as db:
        if not await _is_due(db, at):
            return False
    async with database.write() as db:
        await one_at_a_time(db, _ONE)
        if not await _is_due(db, at):
            return False
        lines = _begin(db, account_id=None, at=at)
    await _carry_out(database, files, lines, SYSTEM, at=at, goes_on=goes_on)
    return True


async def purge(
    database: Database, files: Files, *, account_id: UUID | None, at: datetime
) -> Sequence[Purge]:
    """Purge at once, because somebody asked; gives what went of each kind."""
    async with database.write() as db:
        lines = _begin(db, account_id=account_id, at=at)
    actor = SYSTEM if account_id is None else Actor("account", account_id)
    await _carry_out(database, files, lines, actor, at=at, goes_on=lambda: True)
    async with database.read() as db:
        return [await purge_store.get(db, purge_id) for _, purge_id in lines]


async def _is_due(db: AsyncSession, at: datetime) -> bool:
    last = await purge_store.last_run(db)
    return last is None or day_of(last) < day_of(at)


def _begin(
    db: AsyncSession, *, account_id: UUID | None, at: datetime
) -> list[tuple[Retention, UUID]]:
    """Write the run into the log first: whoever looks next finds it, also where this one dies."""
    lines = [(each, new_id(at)) for each in RETENTIONS]
    db.add_all(
        Purge(
            id=purge_id,
            kind=each.kind,
            before=each.before(at),
            removed=0,
            at=at,
            account_id=account_id,
        )
        for each, purge_id in lines
    )
    return lines


async def _carry_out(
    database: Database,
    files: Files,
    lines: Sequence[tuple[Retention, UUID]],
    actor: Actor,
    *,
    at: datetime,
    goes_on: Callable[[], bool],
) -> None:
    for retention, purge_id in lines:
        total, before = 0, retention.before(at)
        for step in STEPS[retention.kind]:
            async with database.read() as db:
                taken = await step.count(db, before)
            while taken and goes_on():
                taken = await _take(database, files, step, purge_id, before, at=at)
                total += taken
        if total:
            detail = {"kind": retention.kind.value, "removed": total, "before": before.isoformat()}
            async with database.write() as db:
                told = Happening(actor, events.PURGED, purge_id, at, detail=detail)
                await events.append(db, told)


async def _take(
    database: Database, files: Files, step: Step, purge_id: UUID, before: datetime, *, at: datetime
) -> int:
    """Take one batch away and count it, in one short transaction; others write in between."""
    async with database.write() as db:
        await one_at_a_time(db, _ONE)
        taken = await step.take(db, before, files=files, at=at)
        if taken:
            await purge_store.add(db, purge_id, taken)
        return taken
