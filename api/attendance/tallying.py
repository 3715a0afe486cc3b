"""Keeping the sums of a session: every writer of attendance or marks writes through one of these.

What a transaction changes is inserted with what it writes, and nobody waits for a row that all of
them change. Who is written of is held meanwhile, so that what he adds to the sums is counted by one
writer after the other; why the sums are exact stands in docs/decisions/0040.
"""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import plan_changes
from api.attendance import store, tally_store
from api.attendance.persons import Basis, basis
from api.attendance.rules import Count
from api.attendance.sums import (
    CountedBy,
    Place,
    SeenRow,
    Sums,
    added,
    difference,
    newcomers,
    seen,
    spread,
    there,
)
from api.attendance.tally_store import Facts, Person
from api.driver.inserting import New
from api.kit.dates import day_of
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.words import SessionState, Standing


class Sitting(Protocol):
    """A session as far as its persons are counted by it, and the number of plan changes."""

    @property
    def state(self) -> SessionState: ...
    @property
    def locks_at(self) -> datetime | None: ...
    @property
    def closed_at(self) -> datetime | None: ...
    @property
    def plan(self) -> int: ...


Others = Mapping[UUID, Sequence[UUID]]
"""Members, by session."""


def counted_by(session: Session | Sitting, plan: int, *, at: datetime) -> CountedBy:
    """Tell by what a session's persons are counted at an instant."""
    is_locked = state_at(session.state, session.locks_at, at) is SessionState.LOCKED
    return CountedBy(plan, day_of(session.closed_at or at), is_locked)


@asynccontextmanager
async def counting(
    db: AsyncSession, session: Session, member_ids: Collection[UUID], *, at: datetime
) -> AsyncIterator[None]:
    """Count some members of a session before and after what is written of them inside."""
    if not member_ids:
        yield
        return
    # The number first: what is read after it is of this plan or of a later one.
    plan = await plan_changes.number(db)
    await tally_store.hold(db, {(session.id, member_id) for member_id in member_ids})
    known = await basis(db, session, at=at)
    before = await _counted(db, known, member_ids)
    yield
    changes = difference(before, await _counted(db, known, member_ids))
    await tally_store.add(db, session.id, counted_by(session, plan, at=at), changes, at=at)


async def hold(db: AsyncSession, persons: Collection[Person]) -> None:
    """Hold those who are about to check in: what is read of them next is what changes."""
    await tally_store.hold(db, persons)


def foreseen(
    rows: Collection[SeenRow],
    facts: Mapping[Person, Facts],
    sittings: Mapping[UUID, Sitting],
    *,
    at: datetime,
) -> tuple[New, Others]:
    """Tell what those who check in change, by what was recorded of them and what is about to be.

    They are held, and `sittings` was read before `facts` was. Of most what was read is enough, and
    what they change is to be inserted with them. Whoever was marked, is of reduced duty, rises, or
    is recorded for another unit than counts him on the day is one of the others, whom `checking_in`
    counts.
    """
    today = day_of(at)
    are_today = {
        each: day_of(sitting.closed_at or at) == today for each, sitting in sittings.items()
    }
    new: dict[Person, list[SeenRow]] = defaultdict(list)
    for row in rows:
        new[row.session_id, row.member_id].append(row)
    changes: dict[UUID, list[Sums]] = defaultdict(list)
    first: Counter[tuple[UUID, UUID, UUID, Standing]] = Counter()
    others: dict[UUID, list[UUID]] = defaultdict(list)
    for person, arrived in new.items():
        session_id, member_id = person
        known = facts.get(person)
        if not are_today[session_id]:
            others[session_id].append(member_id)
        elif known is None and len(arrived) == 1:
            row = arrived[0]
            first[session_id, row.bridge_point_id, row.unit_id, row.standing] += 1
        elif known is None or _is_plain(known, arrived):
            before = list(known.seen.values()) if known else []
            now = there([*before, *map(seen, arrived)])
            changes[session_id].append(difference(there(before), now))
        else:
            others[session_id].append(member_id)
    for (session_id, point_id, unit_id, standing), number in first.items():
        changes[session_id].append(newcomers(point_id, unit_id, standing, number))
    noted = [
        (session_id, _counted_by(sittings, session_id, at=at), added(*changes[session_id]))
        for session_id in sorted(changes)
    ]
    return tally_store.as_rows(noted, at=at), others


@asynccontextmanager
async def checking_in(
    db: AsyncSession, others: Others, sittings: Mapping[UUID, Sitting], *, at: datetime
) -> AsyncIterator[None]:
    """Count those of whom `foreseen` cannot tell before and after what is written inside."""
    known = {each: await _basis(db, each, at=at) for each in sorted(others)}
    before = {each: await _counted(db, known[each], others[each]) for each in known}
    yield
    for session_id, held in known.items():
        after = await _counted(db, held, others[session_id])
        changes = difference(before[session_id], after)
        by_what = _counted_by(sittings, session_id, at=at)
        await tally_store.add(db, session_id, by_what, changes, at=at)


def _counted_by(sittings: Mapping[UUID, Sitting], session_id: UUID, *, at: datetime) -> CountedBy:
    sitting = sittings[session_id]
    return counted_by(sitting, sitting.plan, at=at)


def _is_plain(known: Facts, arrived: Sequence[SeenRow]) -> bool:
    units = {each.unit_id for each in known.seen.values()} | {each.unit_id for each in arrived}
    rises = any(each.id in known.seen for each in arrived)
    return known.is_plain and not rises and len(units) == 1


async def _basis(db: AsyncSession, session_id: UUID, *, at: datetime) -> Basis:
    return await basis(db, await db.get_one(Session, session_id, populate_existing=True), at=at)


async def _counted(
    db: AsyncSession, known: Basis, member_ids: Collection[UUID]
) -> dict[Place, Count]:
    return spread(await store.cells(db, known, sorted(member_ids)))
