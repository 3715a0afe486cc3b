"""What is to be known of a conference before its persons are told, in a few statements."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance.persons import Basis, bases
from api.attendance.rules import Span
from api.conferences import store as conferences
from api.kit.dates import day_of
from api.members.past_store import Past
from api.reports import person_store
from api.reports.days import Sitting
from api.rolls import store as rolls
from api.rolls.rules import Facts, Part, judging
from api.sessions.rules import state_at
from api.tables.conferences import Conference
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import SessionState


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


async def known_of(
    db: AsyncSession, conference: Conference, *, at: datetime, path: str | None = None
) -> Known:
    """Find out by what a conference's persons are told, in a few statements a class."""
    organiser_path = await conferences.organiser_path(db, conference.id)
    sessions = await person_store.sessions(db, conference.id)
    held = [_sitting(each, at) for each in sessions]
    session_ids = [each.id for each in sessions]
    spans = await rolls.spans_of(db, session_ids)
    voided = await rolls.voided_of(db, session_ids, at=at)
    return Known(
        conference=conference,
        path=path or organiser_path,
        is_whole=path in {None, organiser_path},
        units=await rolls.subtree(db, path or organiser_path),
        sessions=sessions,
        sittings=tuple(
            sorted(held, key=lambda each: (each.opened_at is None, each.opened_at or at))
        ),
        bases=await bases(db, conference.id, sessions, at=at),
        frame=await _frame(db, conference, sessions, held, at=at),
        spans=spans,
        judges={each.id: judging(spans[each.id], voided[each.id]) for each in sessions},
        exclusions=await person_store.exclusions(db, conference.id),
        on_duty=frozenset(
            await person_store.on_duty(db, [each.id for each in held if each.is_held])
        ),
        retold=frozenset(await person_store.retold(db, conference.id)),
    )


def _sitting(session: Session, at: datetime) -> Sitting:
    state = state_at(session.state, session.locks_at, at)
    return Sitting(session.id, state, session.opened_at, session.first_closed_at)


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
    ended = [each.closed_at for each in sessions if each.closed_at is not None]
    return Frame(day_of(max(ended, default=locked_at)), locked_at, past)


def who_was(known: Known) -> set[UUID]:
    """List those who were changed since a lock, and were of the subtree then."""
    return {
        member_id
        for past in (known.frame.past, *(each.past for each in known.bases.values()))
        for member_id, was in past.items()
        if was.placed.home_id in known.units or was.placed.away_id in known.units
    }
