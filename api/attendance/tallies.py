"""Reading the sums of a session at a price that does not grow with its members.

Who is there is exact wherever a session was counted once; who is expected, and who is excused, as
long as nothing has changed by which they were counted. Then they are counted anew.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance import store, tally_store
from api.attendance.persons import basis
from api.attendance.rules import Count
from api.attendance.sums import Place, Sums, added, difference, of_points, spread
from api.attendance.tally_store import Kept
from api.attendance.tallying import counted_by
from api.db import Database
from api.tables.sessions import Session

Done = TypeVar("Done")

_TRIES: Final = 5
_OVERTAKEN: Final = "40001"
_MANY: Final = 64
_LONG_SECONDS: Final = 0.25
_REST: Final = 20


def is_current(found: Kept, session: Session, *, at: datetime) -> bool:
    """Tell whether kept sums were counted by what holds now, all of them."""
    return found.is_even and found.by == counted_by(session, found.plan, at=at)


async def sums(db: AsyncSession, session: Session, *, at: datetime) -> Sums:
    """Read the sums of a session, or count it where they are not current; nothing is written."""
    found = await tally_store.kept(db, session.id)
    if is_current(found, session, at=at):
        return found.sums
    return spread(await store.cells(db, await basis(db, session, at=at)))


async def there(db: AsyncSession, session_id: UUID, point_ids: Collection[UUID]) -> dict[UUID, int]:
    """Tell how many persons are at some points of a session, each person once."""
    found = await tally_store.kept(db, session_id)
    if found.by is None:
        return await store.count_there(db, session_id, point_ids)
    counts = of_points(found.sums)
    return {each: counts[each].present for each in point_ids}


async def there_by_unit(db: AsyncSession, session_id: UUID, point_id: UUID) -> dict[UUID, int]:
    """Tell how many persons of each unit are at a point of a session."""
    found = await tally_store.kept(db, session_id, point_id)
    if found.by is None:
        return await store.count_units_there(db, session_id, point_id)
    return {unit_id: count.present for (_, unit_id), count in found.sums.items() if count.present}


async def everybody_there(db: AsyncSession, session_id: UUID) -> int:
    """Tell how many persons are at a session, or were, wherever."""
    found = await tally_store.kept(db, session_id)
    if found.by is None:
        return await store.count_everybody_there(db, session_id)
    return sum(count.present for count in found.sums.values())


class Tallier:
    """Counts sessions anew when somebody looks; one per process, and one count of each at a time.

    While one counts, others are answered by what was counted before. A count that took long is
    repeated after twenty times as long at the earliest: meanwhile who is there stays exact.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._at_work: defaultdict[UUID, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._rests_until: dict[UUID, float] = {}

    async def sums(self, db: AsyncSession, session: Session, *, at: datetime) -> Sums:
        """Read the sums of a session; where they are not current they are counted anew first.

        What `db` has read until then is of an earlier moment, since its transaction ends for it.
        """
        found = await tally_store.kept(db, session.id)
        if not is_current(found, session, at=at) and self._may_count(found, session.id):
            await db.commit()
            await self._count(session.id, at=at)
            found = await tally_store.kept(db, session.id)
        elif found.changes > _MANY and not self._at_work[session.id].locked():
            await db.commit()
            await self._fold(session.id)
        return found.sums

    async def present(
        self, db: AsyncSession, session_id: UUID, point_id: UUID, *, at: datetime
    ) -> int:
        """Tell how many persons are at a point of a session."""
        found = await tally_store.kept(db, session_id, point_id)
        if found.by is None:
            await db.commit()
            await self._count(session_id, at=at)
            found = await tally_store.kept(db, session_id, point_id)
        elif found.changes > _MANY and not self._at_work[session_id].locked():
            await db.commit()
            await self._fold(session_id)
        return sum(count.present for count in found.sums.values())

    def _may_count(self, found: Kept, session_id: UUID) -> bool:
        if found.by is None:
            return True
        now = asyncio.get_running_loop().time()
        is_resting = now < self._rests_until.get(session_id, now)
        return not is_resting and not self._at_work[session_id].locked()

    async def _count(self, session_id: UUID, *, at: datetime) -> None:
        loop = asyncio.get_running_loop()
        async with self._at_work[session_id]:
            began = loop.time()
            await recount(self._database, session_id, at=at)
            took = loop.time() - began
            if took > _LONG_SECONDS:
                self._rests_until[session_id] = loop.time() + _REST * took

    async def _fold(self, session_id: UUID) -> None:
        async with self._at_work[session_id]:
            await fold(self._database, session_id)


async def recount(database: Database, session_id: UUID, *, at: datetime) -> None:
    """Count a session and keep its sums, unless those that are kept are current.

    It sees one moment: what commits meanwhile is seen by nobody until then, and stays as a change.
    """
    async with database.write() as db:
        await tally_store.begin(db, session_id, at=at)

    async def attempt(db: AsyncSession) -> None:
        await tally_store.take(db, session_id)
        session = await db.get_one(Session, session_id)
        found = await tally_store.kept(db, session_id)
        if not is_current(found, session, at=at):
            counted = spread(await store.cells(db, await basis(db, session, at=at)))
            by = counted_by(session, found.plan, at=at)
            await tally_store.replace_all(db, session_id, by, counted, at=at)

    await _undisturbed(database, attempt)


async def _undisturbed(
    database: Database, attempt: Callable[[AsyncSession], Awaitable[Done]]
) -> Done:
    """Do something at one moment; again where another process counted or folded the same."""
    for tried in range(_TRIES):
        try:
            async with database.write_steadily() as db:
                return await attempt(db)
        except DBAPIError as failure:
            if not _is_overtaken(failure) or tried == _TRIES - 1:
                raise
    raise AssertionError("the last try returns or raises")


async def fold(database: Database, session_id: UUID) -> int:
    """Put what changed into the sums of a session that was counted; tell how many changes went.

    Where another process counts or folds it at the same moment, that is enough.
    """
    try:
        async with database.write_steadily() as db:
            await tally_store.take(db, session_id)
            found = await tally_store.kept(db, session_id)
            if found.by is None or not found.changes:
                return 0
            return await tally_store.fold(db, session_id, found)
    except DBAPIError as failure:
        if not _is_overtaken(failure):
            raise
        return 0


def _is_overtaken(failure: DBAPIError) -> bool:
    return getattr(failure.orig, "sqlstate", None) == _OVERTAKEN


@dataclass(frozen=True, slots=True)
class Difference:
    """Where kept sums are not what counting finds."""

    session_id: UUID
    place: Place
    kept: Count
    counted: Count


async def verify(
    database: Database, session_id: UUID, *, writes: bool, at: datetime
) -> list[Difference]:
    """Count a session anew beside what is kept of it, as of one moment; tell where they differ.

    Sums that are not current are compared in who is there and who waits: the rest is counted anew
    when somebody looks. What was found is kept where `writes` says so.
    """

    async def attempt(db: AsyncSession) -> list[Difference]:
        await tally_store.take(db, session_id)
        session = await db.get_one(Session, session_id)
        found = await tally_store.kept(db, session_id)
        counted = spread(await store.cells(db, await basis(db, session, at=at)))
        is_whole = is_current(found, session, at=at)
        if writes:
            by = counted_by(session, found.plan, at=at)
            await tally_store.replace_all(db, session_id, by, counted, at=at)
        kept, right = (_part(each, is_whole=is_whole) for each in (found.sums, counted))
        return [
            Difference(session_id, place, kept.get(place, Count()), right.get(place, Count()))
            for place in sorted(difference(kept, right))
        ]

    return await _undisturbed(database, attempt)


async def verify_all(database: Database, *, writes: bool, at: datetime) -> list[Difference]:
    """Count every session that was ever counted beside what is kept of it."""
    async with database.read() as db:
        session_ids = await tally_store.counted(db)
    found: list[Difference] = []
    for session_id in session_ids:
        found += await verify(database, session_id, writes=writes, at=at)
    return found


def in_words(count: Count) -> str:
    """Write a count on one line."""
    return " ".join(f"{name} {number}" for name, number in asdict(count).items())


def _part(whole: Sums, is_whole: bool) -> Sums:
    if is_whole:
        return whole
    return added(
        {
            place: Count(present=count.present, pending=count.pending)
            for place, count in whole.items()
        }
    )
