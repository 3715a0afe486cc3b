"""The figures that a card shares: of a report as it stands, or of a conference so far."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.kit import errors, pictures
from api.kit.errors import Problem
from api.letterheads.rules import Resolved
from api.papers.share_cards import drawn
from api.reports import store
from api.reports.gathering import Gathered
from api.reports.rules import Tally
from api.reports.secrecy import require_open
from api.reports.sharing import QUICK, RESULT, Card, Part, Shared, face_of
from api.reports.situation import situation_of
from api.reports.states import HANDED_IN
from api.tables.reports import Report, ReportVersion
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import ReportKind, SessionState, SigningAuthority


async def card_of_report(db: AsyncSession, report: Report, unit: Unit, *, at: datetime) -> Card:
    """Make the card of a report: live while it is written, else what was handed in.

    Raises: Problem `confidential`.
    """
    await require_open(db, report.conference_id, session_id=report.session_id)
    _, conference = await store.about(db, report)
    if report.state in HANDED_IN:
        return _frozen((await store.versions(db, report.id))[-1][0])
    situation = await situation_of(db, report, unit, conference, at=at)
    parts = [
        _part(session, tally, is_held=session.id in situation.gathered.held)
        for session, tally in situation.sessions
    ]
    return Card(
        unit_name=unit.name,
        conference_title=conference.title,
        occasion=situation.session.title if situation.session else None,
        figures=_shared(situation.figures, situation.guests),
        parts=() if report.session_id else parts,
        as_of=at,
        is_provisional=True,
        heading=_heading(report.kind),
    )


def card_of_conference(
    gathered: Gathered, letterhead: Resolved, *, session_id: UUID | None, is_closed: bool
) -> Card:
    """Make the card of the organiser: of one session, or of those held so far.

    It bears the name that the organiser's documents bear, under `letterhead`.
    Where none was held, or every one was, it is of all members. `is_closed` tells that the figures
    are those that were frozen.

    Raises: Problem `not_found` where the session is not of this conference.
    """
    if session_id is not None:
        session = next((each for each in gathered.sessions if each.id == session_id), None)
        if session is None:
            raise Problem(errors.NOT_FOUND)
        tally, parts, is_of_held = gathered.total(session_id=session_id), [], False
    else:
        session = None
        parts = [
            _part(each, tally, is_held=each.id in gathered.held)
            for each, tally in gathered.by_session()
            if each is not None and each.state is not SessionState.CANCELLED
        ]
        is_of_held = len({each.is_held for each in parts}) > 1
        tally = _held(gathered) if is_of_held else gathered.total()
    return Card(
        unit_name=_issuer(letterhead),
        conference_title=gathered.conference.title,
        occasion=session.title if session else None,
        figures=_shared(tally, _guests(gathered, session_id)),
        parts=parts,
        as_of=gathered.as_of,
        is_provisional=not is_closed,
        is_of_held=is_of_held,
        heading=RESULT if is_closed and session is None else QUICK,
        is_closed=is_closed,
    )


async def picture_of(card: Card) -> bytes:
    """Draw a card as PNG, off the event loop."""
    return await pictures.painted(lambda: drawn(face_of(card)))


def _frozen(version: ReportVersion) -> Card:
    content = version.content
    session = content["session"]
    parts = [
        Part(
            each["title"],
            each["figures"]["convened"],
            each["figures"]["present"],
            each["held"],
            each.get("state"),
            each["figures"]["pending"] + each["figures"]["unknown"],
        )
        for each in content["sessions"]
    ]
    return Card(
        unit_name=content["unit"]["name"],
        conference_title=content["conference"]["title"],
        occasion=session["title"] if session else None,
        figures=_read(content["figures"], content["guests"]),
        parts=() if session else parts,
        as_of=version.submitted_at,
        is_provisional=False,
        heading=_heading(content["kind"]),
    )


def _heading(kind: str) -> str:
    return RESULT if kind == ReportKind.RESULT else QUICK


def _issuer(letterhead: Resolved) -> str:
    """Name a department together with the body that it belongs to."""
    name, superior = letterhead.issuing_name, letterhead.superior_name
    if letterhead.authority is not SigningAuthority.DEPARTMENT or not superior or superior in name:
        return name
    return f"{name} {superior}"


def _read(figures: Mapping[str, Any], guests: int) -> Shared:
    names = ("convened", "present", "pending", "excused", "unexcused", "unknown")
    return Shared(**{name: figures[name] for name in names}, guests=guests)


def _shared(tally: Tally, guests: int) -> Shared:
    return Shared(
        convened=tally.convened,
        present=tally.present,
        pending=tally.pending,
        excused=tally.excused,
        unexcused=tally.unexcused,
        unknown=tally.unknown,
        guests=guests,
    )


def _part(session: Session, tally: Tally, *, is_held: bool) -> Part:
    return Part(
        session.title, tally.convened, tally.present, is_held, session.state, tally.still_open
    )


def _held(gathered: Gathered) -> Tally:
    tallies = (gathered.total(session_id=each) for each in gathered.held)
    return sum(tallies, Tally())


def _guests(gathered: Gathered, session_id: UUID | None) -> int:
    return sum(
        number for (_, held_id), number in gathered.guests.items() if session_id in {None, held_id}
    )
