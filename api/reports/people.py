"""Everybody of a conference, one after another: what every figure is summed from."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.persons import Basis
from api.attendance.rules import Sighting, Written
from api.members.rules import Placement
from api.reports import days, person_store
from api.reports.days import Entry
from api.reports.known import Frame, Known, known_of, who_was
from api.reports.person_store import Stream
from api.reports.rules import Person
from api.reports.standing import Enrolled, standing_of
from api.rolls.rules import Facts, Part
from api.rolls.sighting_store import reader
from api.tables.conferences import Conference
from api.tables.members import Member
from api.words import MarkKind

_NOTHING: frozenset[Sighting] = frozenset()


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
    """Merge a stream of members with two of each class: who counts there, and who was seen.

    Of a page, only those `after` the last one of the page before.
    """
    session_ids = [each.id for each in known.sessions]
    among = person_store.belonging(known.path, session_ids, who_was(known))
    if after is not None:
        among &= Member.id > after
    narrowed = None if known.is_whole and after is None else among
    async with AsyncExitStack() as open_:

        async def stream(query: Select[*tuple[Any, ...]]) -> Stream:
            return Stream(await open_.enter_async_context(person_store.streamed(db, query)))

        classes = [
            Class(
                session_id,
                await stream(person_store.entries(known.bases[session_id], narrowed)),
                await stream(person_store.sightings(session_id, known.spans[session_id], narrowed)),
                reader(known.spans[session_id]),
                known.judges[session_id],
            )
            for session_id in session_ids
        ]
        members = person_store.members(among, known.conference.id)
        async for batch in await open_.enter_async_context(person_store.streamed(db, members)):
            tables = [(each.session_id, await each.until(batch[-1].id)) for each in classes]
            for row in batch:
                entries = {
                    session_id: entry
                    for session_id, table in tables
                    if (entry := table.get(row.id)) is not None
                }
                person = _person(known, row, entries)
                if person is not None:
                    yield person


@dataclass(frozen=True, slots=True)
class Class:
    """The streams of one class, and what reads them."""

    session_id: UUID
    rows: Stream
    seen: Stream
    read: Callable[[Sequence[Any]], frozenset[Sighting]]
    judge: Callable[[Facts], Part]

    async def until(self, member_id: UUID) -> dict[UUID, Entry]:
        """Read on, through a member, and tell what is known in this class of those up to him."""
        seen = await self.seen.until(member_id)
        return {
            row_id: self._entry(row, seen.get(row_id))
            for row_id, row in (await self.rows.until(member_id)).items()
        }

    def _entry(self, row: Any, seen: Sequence[Any] | None) -> Entry:
        *_, strength, is_confirmed, is_open = seen or (None, 0, 0)
        is_ticked = row.mark_kind is MarkKind.PRESENT
        is_by_hand = is_ticked or bool(is_confirmed)
        is_open = is_open or (is_ticked and row.mark_countersigned_at is None)
        is_written = row.mark_kind is not None
        part = self.judge(
            Facts(
                row.member_id,
                row.unit_id,
                row.point_id,
                is_expected=bool(row.is_expected),
                is_reduced=bool(row.is_expected and row.is_reduced),
                sightings=self.read(seen[1:-3]) if seen else _NOTHING,
                written=Written(row.mark_kind, row.mark_reason, row.departed_at)
                if is_written
                else None,
            )
        )
        return Entry(
            row.unit_id,
            row.point_id,
            is_expected=bool(row.is_expected),
            presence=part.presence,
            reason=row.mark_reason,
            evidence=person_store.evidence_of(strength) or row.mark_evidence,
            is_by_hand=is_by_hand,
            is_countersigned=is_by_hand and not is_open,
        )


def _person(known: Known, row: Any, entries: Mapping[UUID, Entry]) -> Person | None:
    """Tell how a member stands; None where he counts for no unit of the subtree."""
    own_id = row.session_id or days.own_of(entries, known.sittings)
    frame: Frame | Basis = known.bases[own_id] if own_id is not None else known.frame
    own = entries.get(own_id) if own_id is not None else None
    was = frame.past.get(row.id)
    here = Placement(row.unit_id, row.temporary_unit_id, row.temporary_until)
    person = days.person(
        standing_of(
            Enrolled(
                member_id=row.id,
                status=was.status if was else row.status,
                placed=was.placed if was else here,
                created_at=row.created_at,
                listed=known.exclusions.get(row.id, ()),
            ),
            on=frame.on,
            locked_at=frame.locked_at,
            own_unit_id=own.unit_id if own is not None else None,
            session_id=own_id,
            point_id=row.bridge_point_id,
        ),
        entries,
        known.sittings,
        is_on_duty=row.id in known.on_duty,
        is_retold=row.id in known.retold,
    )
    counts = person.in_a or person.in_b or person.came_beside
    is_here = person.home_unit_id in known.units or person.unit_id in known.units
    return person if counts and is_here else None
