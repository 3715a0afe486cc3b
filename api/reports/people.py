"""Everybody of a conference, one after another: what every figure is summed from."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.persons import Basis
from api.kit.turns import in_turns
from api.reports import days, person_store
from api.reports.days import Entry
from api.reports.entries import Entries, placed
from api.reports.known import Frame, Known, known_of, who_was
from api.reports.person_store import MemberRow
from api.reports.rules import Person
from api.reports.standing import Enrolled, standing_of
from api.tables.conferences import Conference
from api.tables.members import Member


async def people(
    db: AsyncSession, conference: Conference, *, at: datetime, path: str | None = None
) -> AsyncIterator[Person]:
    """List everybody whom a subtree counts, the organiser's by default, by the member's id.

    Memory stays flat. Until a class is locked its members are what they are today, from then on
    what they were when it was; who has no class is taken as the whole conference is.
    """
    async for person in persons_of(db, await known_of(db, conference, at=at, path=path)):
        yield person


async def persons_of(
    db: AsyncSession, known: Known, *, after: UUID | None = None
) -> AsyncGenerator[Person]:
    """Read members a batch at a time, and of each batch who was seen and what was written.

    Of a page, only those `after` the last one of the page before.
    """
    session_ids = [each.id for each in known.sessions]
    among = person_store.belonging(known.path, session_ids, who_was(known))
    if after is not None:
        among &= Member.id > after
    entries = Entries(known)
    members = person_store.members(among, known.conference.id)
    async with person_store.streamed(db, members) as batches:
        async for batch in batches:
            rows = [MemberRow(*row) for row in batch]
            found = zip(rows, await entries.of(db, rows), strict=True)
            async for row, entries_of_him in in_turns(found):
                person = _person(known, row, entries_of_him)
                if person is not None:
                    yield person


def _person(known: Known, row: MemberRow, entries: Mapping[UUID, Entry]) -> Person | None:
    """Tell how a member stands; None where he counts for no unit of the subtree."""
    own_id = row.session_id or days.own_of(entries, known.sittings)
    frame: Frame | Basis = known.bases[own_id] if own_id is not None else known.frame
    own = entries.get(own_id) if own_id is not None else None
    was = frame.past.get(row.id)
    person = days.person(
        standing_of(
            Enrolled(
                member_id=row.id,
                status=was.status if was else row.status,
                placed=was.placed if was else placed(row),
                created_at=row.created_at,
                listed=known.exclusions.get(row.id, ()),
            ),
            on=frame.on,
            locked_at=frame.locked_at,
            own_unit_id=own.unit_id if own is not None else None,
            session_id=own_id,
            point_id=row.point_id,
        ),
        entries,
        known.sittings,
        is_on_duty=row.id in known.on_duty,
        is_retold=row.id in known.retold,
    )
    counts = person.in_a or person.in_b or person.came_beside
    is_here = person.home_unit_id in known.units or person.unit_id in known.units
    return person if counts and is_here else None
