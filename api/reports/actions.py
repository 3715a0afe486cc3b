"""What is done to reports: begun, written, handed in, decided on."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.roles import Act, Principal, may
from api.access.scope import require, visible_units
from api.conferences.guards import visible_conference
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit import errors
from api.kit.conditional import CHANGED_MEANWHILE
from api.kit.dates import day_of, short_day
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.reports import store
from api.reports.drafting import TEXTS
from api.reports.faults import NOT_HANDED_IN, OWN_REPORT, REPORT_STATE, SENT_ON_WRONG
from api.reports.states import CHANGEABLE, Move, moved, named
from api.reports.writing_schemas import Acceptance, NewQuickReport, NewReport, Return
from api.sessions.guards import visible_session
from api.sessions.secrecy import require_told
from api.tables.reports import Report
from api.units import store as units
from api.words import ReportState


async def require_beginner(db: AsyncSession, principal: Principal, new: NewReport) -> UUID:
    """Let somebody begin a report of a unit; tell of which conference.

    A quick one is begun also by whoever serves a hall of the unit: its pictures are taken there,
    while the secretary may still be counting. Writing it and handing it in stay hers.

    Raises: Problem `not_found`, `forbidden`.
    """
    unit = await units.find(db, new.unit_id, visible_units(principal, Act.READ_REPORTS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    if isinstance(new, NewQuickReport):
        conference_id = (await visible_session(db, principal, new.session_id)).conference_id
    else:
        conference_id = new.conference_id
    _, organiser_path = await visible_conference(db, principal, conference_id)
    session_id = new.session_id if isinstance(new, NewQuickReport) else None
    await require_told(db, principal, conference_id, session_id)
    if not unit.path.startswith(organiser_path):
        raise Problem(errors.NOT_FOUND)
    is_quick = isinstance(new, NewQuickReport)
    if not (is_quick and may(principal, Act.RECORD_HALLS, unit.path)):
        require(principal, Act.WRITE_REPORTS, unit.path)
    return conference_id


async def add_report(
    db: AsyncSession,
    actor: Actor,
    new: NewReport,
    *,
    conference_id: UUID,
    account_id: UUID,
    at: datetime,
) -> tuple[Report, bool]:
    """Begin a unit's report, or find the one that it has; tell whether it is new."""
    await one_at_a_time(db, f"reports of {new.unit_id}")
    found = await store.of_key(db, new)
    if found is not None:
        return found, False
    report = Report(
        id=new_id(at),
        conference_id=conference_id,
        unit_id=new.unit_id,
        kind=new.kind,
        session_id=new.session_id if isinstance(new, NewQuickReport) else None,
        state=ReportState.DRAFT,
        created_at=at,
        account_id=account_id,
    )
    db.add(report)
    await db.flush()
    detail = {
        "kind": report.kind.value,
        "unit_id": str(report.unit_id),
        "conference_id": str(conference_id),
    }
    await events.append(
        db, Happening(actor, events.REPORT_ADDED, report.id, at, report.session_id, detail)
    )
    return report, True


async def hold(db: AsyncSession, report: Report) -> None:
    """Read a report anew, with nobody changing it or handing it in meanwhile."""
    await one_at_a_time(db, f"report {report.id}")
    await db.refresh(report)


async def change_report(
    db: AsyncSession, actor: Actor, report: Report, sent: Mapping[str, Any], *, at: datetime
) -> None:
    """Write the texts of a held report; null lets one be filled in again.

    Raises: Problem `report_state` once it was handed in.
    """
    if report.state not in CHANGEABLE:
        raise state_refused(report.state)
    before = {name: getattr(report, name) for name in TEXTS}
    for name in TEXTS:
        setattr(report, name, sent.get(name, before[name]))
    await db.flush()
    changes = events.changed(before, {name: getattr(report, name) for name in TEXTS})
    if changes:
        happening = Happening(
            actor, events.REPORT_CHANGED, report.id, at, report.session_id, changes=changes
        )
        await events.append(db, happening)


async def decide(
    db: AsyncSession,
    principal: Principal,
    report: Report,
    decision: Acceptance | Return,
    *,
    at: datetime,
) -> None:
    """Accept a held report, or give it back to its unit, which has to do it again.

    Nobody decides on what he handed in himself, under whichever account.

    Raises: Problem `report_state`, `own_report`, `changed_meanwhile` where it has another version
    than those that were seen.
    """
    move, comment = Move.ACCEPT, None
    if isinstance(decision, Return):
        move, comment = Move.RETURN, decision.comment
    before, after = report.state, moved(report.state, move)
    if after is None:
        raise state_refused(before)
    if report.submitted_by is not None and await store.is_same_person(
        db, report.submitted_by, principal
    ):
        raise Problem(OWN_REPORT)
    seen = decision.expected_version
    if seen is not None and seen != await store.count_versions(db, report.id):
        raise Problem(CHANGED_MEANWHILE)
    report.state, report.comment = after, comment
    report.decided_at, report.decided_by = at, principal.account_id
    await db.flush()
    act = events.REPORT_ACCEPTED if move is Move.ACCEPT else events.REPORT_RETURNED
    changes = events.changed({"state": before.value}, {"state": after.value})
    detail = {"unit_id": str(report.unit_id), "conference_id": str(report.conference_id)}
    actor = Actor("account", principal.account_id)
    await events.append(
        db, Happening(actor, act, report.id, at, report.session_id, detail, changes)
    )


async def mark_sent(
    db: AsyncSession,
    actor: Actor,
    report: Report,
    sent_on: date,
    *,
    account_id: UUID,
    at: datetime,
) -> None:
    """Note the day on which the paper of a held report went out by official mail.

    Raises: Problem `not_handed_in`, `sent_on_wrong`.
    """
    versions = await store.versions(db, report.id)
    if report.submitted_at is None or not versions:
        raise Problem(NOT_HANDED_IN)
    earliest, latest = day_of(versions[0][0].submitted_at), day_of(at)
    if not earliest <= sent_on <= latest:
        first, last = short_day(earliest), short_day(latest)
        allowed = f"là ngày {first}" if first == last else f"từ {first} đến {last}"
        raise Problem(SENT_ON_WRONG, allowed=allowed, earliest=first, latest=last)
    before = {"sent_on": report.sent_on.isoformat() if report.sent_on else None}
    report.sent_on, report.sent_marked_at, report.sent_marked_by = sent_on, at, account_id
    await db.flush()
    changes = events.changed(before, {"sent_on": sent_on.isoformat()})
    if changes:
        happening = Happening(
            actor, events.REPORT_SENT, report.id, at, report.session_id, changes=changes
        )
        await events.append(db, happening)


def state_refused(state: ReportState) -> Problem:
    """Say that a report does not stand where this could be done to it."""
    vietnamese, english = named(state)
    return Problem(REPORT_STATE, state=state.value, named=vietnamese, named_in_english=english)
