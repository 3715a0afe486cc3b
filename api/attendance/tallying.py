"""Keeping the sums of a session: every writer of attendance or marks writes through one of these.

What a transaction changes is inserted with what it writes, and nobody waits for a row that all of
them change. Who is written of is held meanwhile, so that what he adds to the sums is counted by one
writer after the other; why the sums are exact stands in docs/decisions/0040.
"""

from collections import defaultdict
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
from api.attendance.sums import CountedBy, Place, Seen, added, difference, spread, there
from api.attendance.tally_store import Person, Sitting
from api.kit.dates import day_of
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.words import SessionState, Standing


class CheckedIn(Protocol):
    """A row of attendance that a check-in makes, or raises to what it is now."""

    @property
    def session_id(self) -> UUID: ...
    @property
    def id(self) -> UUID: ...
    @property
    def member_id(self) -> UUID: ...
    @property
    def unit_id(self) -> UUID: ...
    @property
    def bridge_point_id(self) -> UUID: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def first_arrived_at(self) -> datetime: ...


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


@asynccontextmanager
async def checking_in(
    db: AsyncSession, rows: Sequence[CheckedIn], *, at: datetime | None
) -> AsyncIterator[None]:
    """Count those who check in, by what is recorded of them and what is about to be.

    Whoever was marked, is of reduced duty, or is recorded for another unit than counts him on the
    day is counted before and after; of all others one look before is enough.
    """
    if not rows or at is None:
        yield
        return
    persons = {(row.session_id, row.member_id) for row in rows}
    sittings = await tally_store.sittings(db, {session_id for session_id, _ in persons})
    await tally_store.hold(db, persons)
    changes, others = await _plain(db, rows, persons, sittings, at=at)
    known = {each: await _basis(db, each, at=at) for each in sorted(others)}
    before = {each: await _counted(db, known[each], others[each]) for each in known}
    yield
    for session_id, by in known.items():
        after = await _counted(db, by, others[session_id])
        changes[session_id].append(difference(before[session_id], after))
    for session_id in sorted(changes):
        sitting = sittings[session_id]
        by_what = counted_by(sitting, sitting.plan, at=at)
        await tally_store.add(db, session_id, by_what, added(*changes[session_id]), at=at)


async def _plain(
    db: AsyncSession,
    rows: Sequence[CheckedIn],
    persons: set[Person],
    sittings: Mapping[UUID, Sitting],
    *,
    at: datetime,
) -> tuple[dict[UUID, list[dict[Place, Count]]], dict[UUID, list[UUID]]]:
    """Tell what changes by the plain ones, by session; and the other members of each."""
    today = day_of(at)
    facts = await tally_store.facts(db, persons, on=today)
    after = {person: dict(each.seen) for person, each in facts.items()}
    for row in rows:
        after[row.session_id, row.member_id][row.id] = Seen(
            row.id, row.unit_id, row.bridge_point_id, row.standing, row.first_arrived_at
        )
    changes: dict[UUID, list[dict[Place, Count]]] = defaultdict(list)
    others: dict[UUID, list[UUID]] = defaultdict(list)
    for person, each in facts.items():
        session_id, member_id = person
        is_today = day_of(sittings[session_id].closed_at or at) == today
        is_at_home = all(seen.unit_id == each.unit_id for seen in after[person].values())
        if is_today and is_at_home and not each.is_marked:
            was = there(each.seen.values())
            changes[session_id].append(difference(was, there(after[person].values())))
        else:
            others[session_id].append(member_id)
    return changes, others


async def _basis(db: AsyncSession, session_id: UUID, *, at: datetime) -> Basis:
    return await basis(db, await db.get_one(Session, session_id, populate_existing=True), at=at)


async def _counted(
    db: AsyncSession, known: Basis, member_ids: Collection[UUID]
) -> dict[Place, Count]:
    return spread(await store.cells(db, known, sorted(member_ids)))
