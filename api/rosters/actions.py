"""What is done to rosters: rows are numbered at the first look, and each print gets its code."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.conferences import store as conferences
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.kit.ids import new_crockford
from api.rosters import row_store, store
from api.rosters.row_store import After
from api.rosters.rules import (
    CODE_LENGTH,
    Changes,
    Row,
    Scope,
    bring_up_to_date,
    fingerprint,
    spaced,
)
from api.tables.rosters import RosterPrint


async def read_roster(
    db: AsyncSession,
    actor: Actor,
    scope: Scope,
    *,
    operation: str,
    after: After | None,
    limit: int,
    at: datetime,
) -> list[Row]:
    """Read a page of a list; one row more than `limit` where more follow.

    The first page brings the row numbers up to date.
    """
    if after is None:
        await number(db, scope, at=at)
    excluded = await conferences.excluded(db, scope.conference_id)
    rows = await row_store.rows(db, scope, excluded=excluded, after=after, limit=limit)
    await _tell_read(db, actor, scope, rows[:limit], operation=operation, at=at)
    return rows


async def print_roster(
    db: AsyncSession, actor: Actor, scope: Scope, *, operation: str, kind: str, at: datetime
) -> tuple[list[Row], RosterPrint]:
    """Read a whole list to print it; an unchanged list keeps the code of its print."""
    await number(db, scope, at=at)
    await one_at_a_time(db, f"roster prints {scope.conference_id}")
    excluded = await conferences.excluded(db, scope.conference_id)
    rows = await row_store.rows(db, scope, excluded=excluded)
    digest = fingerprint(rows)
    printed = await store.latest_print(db, scope, fingerprint=digest)
    if printed is None:
        printed = RosterPrint(
            code=await _new_code(db),
            conference_id=scope.conference_id,
            session_id=scope.session_id,
            bridge_point_id=scope.bridge_point_id,
            unit_id=scope.unit_id,
            fingerprint=digest,
            made_at=at,
            account_id=actor.id,
        )
        db.add(printed)
        await db.flush()
    await _tell_read(db, actor, scope, rows, operation=operation, at=at)
    subject = scope.unit_id or scope.bridge_point_id or scope.session_id or scope.conference_id
    detail = {"count": len(rows), "format": kind, "roster_code": spaced(printed.code)}
    told = Happening(actor, events.ROSTER_PRINTED, subject, at, scope.session_id, detail)
    await events.append(db, told)
    return rows, printed


async def is_outdated(
    db: AsyncSession, printed: RosterPrint, scope: Scope, *, at: datetime
) -> bool:
    """Tell whether a list would read otherwise if it were printed now."""
    if await _changes(db, scope.conference_id, store.units_of(scope, on=day_of(at)), at=at):
        return True
    excluded = await conferences.excluded(db, scope.conference_id)
    return fingerprint(await row_store.rows(db, scope, excluded=excluded)) != printed.fingerprint


async def number(db: AsyncSession, scope: Scope, *, at: datetime) -> None:
    """Bring the row numbers of a list's units up to date."""
    units = store.units_of(scope, on=day_of(at))
    changing = sorted(await _changes(db, scope.conference_id, units, at=at))
    if not changing:
        return
    # Always in the same order, so that two who number several units never wait for each other.
    for unit_id in changing:
        await one_at_a_time(db, f"roster of {scope.conference_id} {unit_id}")
    units = store.these(changing)
    changes = await _changes(db, scope.conference_id, units, at=at)
    await store.apply(db, scope.conference_id, changes, at=at)


async def _changes(
    db: AsyncSession, conference_id: UUID, units: store.Units, *, at: datetime
) -> dict[UUID, Changes]:
    held = await store.held(db, conference_id, units)
    present = await store.present(db, units, on=day_of(at))
    changes = {
        unit_id: bring_up_to_date(held.get(unit_id, ()), present.get(unit_id, ()))
        for unit_id in {*held, *present}
    }
    return {unit_id: each for unit_id, each in changes.items() if each}


async def _new_code(db: AsyncSession) -> str:
    while await db.get(RosterPrint, code := new_crockford(CODE_LENGTH)) is not None:
        continue
    return code


async def _tell_read(
    db: AsyncSession,
    actor: Actor,
    scope: Scope,
    rows: Sequence[Row],
    *,
    operation: str,
    at: datetime,
) -> None:
    """Write whose names were read: one event a unit, so that a member's readers can be found."""
    counts = Counter(row.unit_id for row in rows)
    await events.append_readings(db, actor, operation, counts, at=at, session_id=scope.session_id)
