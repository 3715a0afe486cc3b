"""The board of reports: who owes one, who has handed it in, who is late."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal, may
from api.access.scope import visible_units
from api.conferences import store as conferences
from api.conferences.guards import visible_conference
from api.kit import errors
from api.kit.errors import Problem
from api.reports import store
from api.reports.gathering import Gathered, gather
from api.reports.reminding import Owing, reminder
from api.reports.situation import Situation, due_at
from api.reports.states import HANDED_IN, is_late
from api.reports.status_schemas import OwedReport, Reminder, ReportStatus, ReportStatusTotals
from api.sessions.guards import visible_session
from api.sessions.secrecy import require_told
from api.tables.conferences import Conference
from api.tables.reports import Report
from api.tables.sessions import Session
from api.tables.units import Unit
from api.units import store as units
from api.units.rules import nearest, parent_of
from api.words import ReportKind, ReportState

Found = Mapping[UUID, tuple[Report, int | None, datetime | None]]


async def board_of(
    db: AsyncSession,
    principal: Principal,
    conference_id: UUID,
    *,
    unit_id: UUID | None,
    session_id: UUID | None,
    at: datetime,
) -> ReportStatus:
    """Show how the units right below one stand with their reports, as far as one may read them.

    A unit that convenes nobody owes nothing, and is not there.

    Raises: Problem `not_found`.
    """
    conference, top = await _top(db, principal, conference_id, unit_id)
    session = None
    if session_id is not None:
        session = await visible_session(db, principal, session_id)
        if session.conference_id != conference_id:
            raise Problem(errors.NOT_FOUND)
    await require_told(db, principal, conference_id, session_id)
    gathered = await gather(db, conference, at=at, path=top.path)
    reports = await store.of_units(db, conference_id, session_id=session_id)
    groups = await conferences.groups(db, conference_id)
    rows = [
        _row(gathered, unit, session_id, reports, nearest(unit.path, groups))
        for unit in gathered.units.values()
        if parent_of(unit.path) == top.path and may(principal, Act.READ_REPORTS, unit.path)
    ]
    owing = [row for row in rows if row.convened]
    reminders = _reminders(conference, session, owing, at=at)
    return ReportStatus(
        conference_id=conference_id,
        session_id=session_id,
        unit_id=top.id,
        kind=ReportKind.QUICK if session_id is not None else ReportKind.RESULT,
        counted_at=at,
        units=owing,
        totals=_totals(owing),
        reminder=_whole(conference, session, owing, at=at) if reminders else None,
        reminders=reminders,
    )


async def _top(
    db: AsyncSession, principal: Principal, conference_id: UUID, unit_id: UUID | None
) -> tuple[Conference, Unit]:
    conference, organiser_path = await visible_conference(db, principal, conference_id)
    if unit_id is None:
        return conference, await units.get(db, conference.organiser_id)
    top = await units.find(db, unit_id, visible_units(principal, Act.READ_REPORTS))
    if top is None or not top.path.startswith(organiser_path):
        raise Problem(errors.NOT_FOUND)
    return conference, top


def _row(
    gathered: Gathered,
    unit: Unit,
    session_id: UUID | None,
    reports: Found,
    group: str | None,
) -> OwedReport:
    situation = Situation(unit, gathered, session_id)
    figures, due = situation.figures, due_at(situation)
    report, version, handed_in = reports.get(unit.id, (None, None, None))
    state = report.state if report else None
    return OwedReport(
        unit_id=unit.id,
        name=unit.name,
        group=group,
        report_id=report.id if report else None,
        state=state,
        version=version,
        submitted_at=report.submitted_at if report else None,
        due_at=due,
        is_late=is_late(state, due_at=due, handed_in_at=handed_in, at=gathered.as_of),
        convened=figures.convened,
        present=figures.present,
        unknown=figures.still_open,
    )


def _totals(rows: Sequence[OwedReport]) -> ReportStatusTotals:
    return ReportStatusTotals(
        units=len(rows),
        handed_in=sum(row.state in HANDED_IN for row in rows),
        accepted=sum(row.state is ReportState.ACCEPTED for row in rows),
        late=sum(row.is_late for row in _to_hand_in(rows)),
        convened=sum(row.convened for row in rows),
        present=sum(row.present for row in rows),
        unknown=sum(row.unknown for row in rows),
    )


def _to_hand_in(rows: Sequence[OwedReport]) -> list[OwedReport]:
    """Keep those whose classes are over and whose report is still owed, late or not yet."""
    return [row for row in rows if row.due_at is not None and row.state not in HANDED_IN]


def _reminders(
    conference: Conference, session: Session | None, rows: Sequence[OwedReport], *, at: datetime
) -> list[Reminder]:
    """Write a text for each group with units that owe; of a confidential session nothing."""
    if session is not None and session.confidential:
        return []
    owing = _to_hand_in(rows)
    found = []
    for group in sorted({row.group or "" for row in owing}):
        some = [row for row in owing if (row.group or "") == group]
        text = _text(conference, session, some, group=group or None, at=at)
        found.append(Reminder(group=group or None, unit_count=len(some), text=text))
    return found


def _whole(
    conference: Conference, session: Session | None, rows: Sequence[OwedReport], *, at: datetime
) -> str:
    return _text(conference, session, _to_hand_in(rows), group=None, at=at)


def _text(
    conference: Conference,
    session: Session | None,
    rows: Sequence[OwedReport],
    *,
    group: str | None,
    at: datetime,
) -> str:
    subject = f"báo cáo nhanh {session.title}" if session else f"báo cáo kết quả {conference.title}"
    owing = [
        Owing(row.name, row.due_at, row.is_late, row.state is ReportState.RETURNED)
        for row in rows
        if row.due_at is not None
    ]
    return reminder(subject, owing, group=group, at=at)
