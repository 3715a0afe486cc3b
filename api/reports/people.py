"""Everybody of a conference, one after another: what every figure is summed from."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.persons import Basis, basis
from api.attendance.rules import Sighting, Span, Written
from api.conferences import store as conferences
from api.kit.dates import day_of
from api.members.past_store import Past
from api.members.rules import CONVENED, COUNTED, Placement
from api.reports import days, person_store
from api.reports.days import Entry, Sitting, Standing
from api.reports.person_store import Stream
from api.reports.rules import Beside, Person
from api.rolls import store as rolls
from api.rolls.rules import Facts, Part, judging
from api.rolls.sighting_store import reader
from api.sessions.rules import state_at
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import MarkKind, MemberStatus, SessionState

_NOTHING: frozenset[Sighting] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """The instant as of which somebody is what he is: today, or the one at which a class locked."""

    on: date
    locked_at: datetime | None
    past: Mapping[UUID, Past]


@dataclass(frozen=True, slots=True)
class Known:
    """What is to be known of a conference before its persons are read."""

    conference: Conference
    path: str
    is_whole: bool
    units: Mapping[UUID, Unit]
    sessions: tuple[Session, ...]
    sittings: tuple[Sitting, ...]
    bases: Mapping[UUID, Basis]
    frame: Frame
    spans: Mapping[UUID, Sequence[Span]]
    judges: Mapping[UUID, Callable[[Facts], Part]]
    exclusions: Mapping[UUID, Sequence[tuple[datetime, datetime | None]]]
    on_duty: frozenset[UUID]
    retold: frozenset[UUID]

    @property
    def held(self) -> frozenset[UUID]:
        """The classes that are being held or were."""
        return frozenset(each.id for each in self.sittings if each.is_held)


async def people(
    db: AsyncSession, conference: Conference, *, at: datetime, path: str | None = None
) -> AsyncIterator[Person]:
    """List everybody whom a subtree counts, the organiser's by default, by the member's id.

    Memory stays flat. Until a class is locked its members are what they are today, from then on
    what they were when it was; who has no class is taken as the whole conference is.
    """
    async for person in persons_of(db, await known_of(db, conference, at=at, path=path)):
        yield person


async def known_of(
    db: AsyncSession, conference: Conference, *, at: datetime, path: str | None = None
) -> Known:
    """Find out by what a conference's persons are told, in a few statements a class."""
    organiser_path = await conferences.organiser_path(db, conference.id)
    sessions = await person_store.sessions(db, conference.id)
    held = [_sitting(each, at) for each in sessions]
    spans = {each.id: await rolls.spans(db, each.id) for each in sessions}
    return Known(
        conference=conference,
        path=path or organiser_path,
        is_whole=path in {None, organiser_path},
        units=await rolls.subtree(db, path or organiser_path),
        sessions=sessions,
        sittings=tuple(
            sorted(held, key=lambda each: (each.opened_at is None, each.opened_at or at))
        ),
        bases={each.id: await basis(db, each, at=at) for each in sessions},
        frame=await _frame(db, conference, sessions, held, at=at),
        spans=spans,
        judges={
            each.id: judging(spans[each.id], await rolls.voided(db, each.id, at=at))
            for each in sessions
        },
        exclusions=await person_store.exclusions(db, conference.id),
        on_duty=frozenset(
            await person_store.on_duty(db, [each.id for each in held if each.is_held])
        ),
        retold=frozenset(await person_store.retold(db, conference.id)),
    )


async def persons_of(
    db: AsyncSession, known: Known, *, after: UUID | None = None
) -> AsyncGenerator[Person]:
    """Merge a stream of members with two of each class: who counts there, and who was seen.

    Of a page, only those `after` the last one of the page before.
    """
    session_ids = [each.id for each in known.sessions]
    among = person_store.belonging(known.path, session_ids, _who_was(known))
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
                await stream(person_store.sightings(session_id, known.spans[session_id])),
                reader(known.spans[session_id]),
                known.judges[session_id],
            )
            for session_id in session_ids
        ]
        members = person_store.members(among, known.conference.id)
        async for batch in await open_.enter_async_context(person_store.streamed(db, members)):
            for row in batch:
                entries = {}
                for each in classes:
                    entry = await each.entry(row.id)
                    if entry is not None:
                        entries[each.session_id] = entry
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

    async def entry(self, member_id: UUID) -> Entry | None:
        """Tell what is known of a member in this class; None where nothing is."""
        row, seen = await self.rows.take(member_id), await self.seen.take(member_id)
        if row is None:
            return None
        *_, strength, is_confirmed, is_open = seen or (None, 0, 0)
        written = None
        if row.mark_kind is not None:
            written = Written(row.mark_kind, row.mark_reason, row.departed_at)
        is_ticked = row.mark_kind is MarkKind.PRESENT
        is_by_hand = is_ticked or bool(is_confirmed)
        is_open = is_open or (is_ticked and row.mark_countersigned_at is None)
        part = self.judge(
            Facts(
                member_id,
                row.unit_id,
                row.point_id,
                is_expected=bool(row.is_expected),
                is_reduced=bool(row.is_expected and row.is_reduced),
                sightings=self.read(seen[1:-3]) if seen else _NOTHING,
                written=written,
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


def _sitting(session: Session, at: datetime) -> Sitting:
    state = state_at(session.state, session.locks_at, at)
    return Sitting(session.id, state, session.opened_at, session.closed_at)


async def _frame(
    db: AsyncSession,
    conference: Conference,
    sessions: Sequence[Session],
    sittings: Sequence[Sitting],
    *,
    at: datetime,
) -> Frame:
    """Tell as of when who has no class is what he is.

    As of the last lock, where the conference was closed or every class is locked or cancelled.
    """
    locks = [each.locks_at for each in sessions if each.locks_at is not None]
    over = {SessionState.LOCKED, SessionState.CANCELLED}
    is_over = conference.closed_at is not None or all(each.state in over for each in sittings)
    locked_at = max([*locks, *([conference.closed_at] if conference.closed_at else [])], default=at)
    if not is_over or locked_at >= at:
        opened = [each.opened_at for each in sittings if each.opened_at is not None]
        gone = await person_store.erased_without_seat(db, conference.id, min(opened, default=at))
        return Frame(day_of(at), None, gone)
    past = await person_store.changed_without_seat(db, conference.id, locked_at)
    ended = [each.closed_at for each in sittings if each.closed_at is not None]
    return Frame(day_of(max(ended, default=locked_at)), locked_at, past)


def _who_was(known: Known) -> set[UUID]:
    """List those who were changed since a lock, and were of the subtree then."""
    return {
        member_id
        for past in (known.frame.past, *(each.past for each in known.bases.values()))
        for member_id, was in past.items()
        if was.placed.home_id in known.units or was.placed.away_id in known.units
    }


def _person(known: Known, row: Any, entries: Mapping[UUID, Entry]) -> Person | None:
    """Tell how a member stands; None where he counts for no unit of the subtree."""
    own_id = row.session_id or days.own_of(entries, known.sittings)
    frame: Frame | Basis = known.bases[own_id] if own_id is not None else known.frame
    standing = _standing(known, frame, row, entries.get(own_id) if own_id else None, own_id)
    person = days.person(
        standing,
        entries,
        known.sittings,
        is_on_duty=row.id in known.on_duty,
        is_retold=row.id in known.retold,
    )
    counts = person.in_a or person.in_b or person.came_beside
    is_here = person.home_unit_id in known.units or person.unit_id in known.units
    return person if counts and is_here else None


def _standing(
    known: Known, frame: Frame | Basis, row: Any, own: Entry | None, own_id: UUID | None
) -> Standing:
    was, locked_at = frame.past.get(row.id), frame.locked_at
    status: MemberStatus = was.status if was else row.status
    placed = Placement(row.unit_id, row.temporary_unit_id, row.temporary_until)
    placed = was.placed if was else placed
    home = placed.home_id
    counted = placed.away_on(frame.on) or home
    # Whom his unit of that day recorded belongs to it, wherever he was moved before the lock.
    unit = own.unit_id if own is not None else counted
    home = unit if home == counted else home
    is_member = locked_at is None or row.created_at <= locked_at
    is_excluded = any(
        until is None if locked_at is None else since <= locked_at and not _ended(until, locked_at)
        for since, until in known.exclusions.get(row.id, ())
    )
    in_a = is_member and status in COUNTED
    return Standing(
        member_id=row.id,
        home_unit_id=home,
        unit_id=unit,
        status=status,
        in_a=in_a,
        in_b=in_a and status in CONVENED and not is_excluded,
        beside=_beside(status, is_excluded=is_excluded) if in_a else None,
        is_reduced=status is MemberStatus.REDUCED,
        session_id=own_id,
        point_id=row.bridge_point_id,
    )


def _ended(until: datetime | None, at: datetime) -> bool:
    return until is not None and until <= at


def _beside(status: MemberStatus, *, is_excluded: bool) -> Beside | None:
    if status is MemberStatus.EXEMPT:
        return Beside.EXEMPT
    if status is MemberStatus.SUSPENDED:
        return Beside.SUSPENDED
    return Beside.EXCLUDED if is_excluded else None
