"""Handing a report in: everybody accounted for, and what it says frozen as a version."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.makers import OWN_ATTENDANCE, maker_of
from api.access.roles import Act, Principal
from api.access.scope import require, within
from api.deciding import actions as deciding
from api.deciding.actions import Bench
from api.events import Happening
from api.kit.errors import Problem
from api.reports import store
from api.reports.actions import state_refused
from api.reports.drafting import digest_of
from api.reports.faults import FIGURES_DISAGREE, NOTHING_CHANGED, SETTLE, WAIT
from api.reports.report_views import Standing, standing_of
from api.reports.states import Move, moved, version_kind
from api.reports.writing_schemas import Submission
from api.sessions.rules import state_at
from api.tables.reports import Report, ReportVersion
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import SessionState, VersionKind

Skipped = Sequence[tuple[UUID, str]]


async def submit_report(
    db: AsyncSession,
    principal: Principal,
    report: Report,
    unit: Unit,
    submission: Submission,
    *,
    at: datetime,
) -> ReportVersion:
    """Hand a held report in: a final version, an interim one, or an addendum to what was said.

    Nothing is kept where it is refused, not even what was to be confirmed with it. With the number
    of versions that the writer saw, done twice counts once.

    Raises: Problem `report_state`, `figures_disagree`, `nothing_changed`, `member_unstated`,
    `forbidden`.
    """
    if submission.expected_version is not None:
        made = _made_before(principal, submission, await standing_of(db, report, at=at))
        if made is not None:
            return made
    kind = version_kind(report.state, interim=submission.interim)
    if kind is None:
        raise state_refused(report.state)
    skipped: Skipped = ()
    if submission.confirm_pending:
        skipped = await _confirm_pending(db, principal, report, unit, at=at)
    standing = await standing_of(db, report, at=at)
    if kind is not VersionKind.INTERIM:
        _require_agreement(standing, skipped)
    if kind is VersionKind.ADDENDUM and not standing.pending:
        raise Problem(NOTHING_CHANGED)
    return await _freeze(db, principal, report, standing, kind, at=at)


def _made_before(
    principal: Principal, submission: Submission, standing: Standing
) -> ReportVersion | None:
    """Find the version that this very submission made, where its answer was lost on the way."""
    if len(standing.versions) - 1 != submission.expected_version or standing.pending:
        return None
    newest, _ = standing.versions[-1]
    is_own = newest.account_id == principal.account_id
    is_same = (newest.kind is VersionKind.INTERIM) == submission.interim
    return newest if is_own and is_same else None


async def _freeze(
    db: AsyncSession,
    principal: Principal,
    report: Report,
    standing: Standing,
    kind: VersionKind,
    *,
    at: datetime,
) -> ReportVersion:
    numbers = [each.number for each, _ in standing.versions]
    content = dict(standing.live)
    version = ReportVersion(
        report_id=report.id,
        number=max(numbers, default=0) + 1,
        kind=kind,
        content=content,
        digest=digest_of(content),
        difference=standing.pending,
        submitted_at=at,
        account_id=principal.account_id,
    )
    db.add(version)
    before = report.state
    if kind is not VersionKind.INTERIM:
        report.state = moved(before, Move.SUBMIT) or before
        report.submitted_at, report.submitted_by = at, principal.account_id
        report.decided_at = report.decided_by = report.comment = None
    await db.flush()
    act = events.REPORT_AMENDED if kind is VersionKind.ADDENDUM else events.REPORT_SUBMITTED
    detail = {
        "kind": kind.value,
        "version": version.number,
        "digest": version.digest,
        "unit_id": str(report.unit_id),
        "conference_id": str(report.conference_id),
        "convened": content["figures"]["convened"],
        "present": content["figures"]["present"],
    }
    changes = events.changed({"state": before.value}, {"state": report.state.value})
    actor = events.Actor("account", principal.account_id)
    await events.append(
        db, Happening(actor, act, report.id, at, report.session_id, detail, changes)
    )
    return version


def _require_agreement(standing: Standing, skipped: Skipped) -> None:
    problems = standing.situation.problems
    if not problems:
        return
    figures = standing.situation.figures
    said = [each.sentence for each in problems]
    if any(code == OWN_ATTENDANCE.code for _, code in skipped):
        said.append("lượt điểm danh của chính đồng chí phải nhờ người khác xác nhận")
    waits = any(each.code == "session_not_held" for each in problems)
    advice = WAIT if waits else SETTLE
    raise Problem(
        FIGURES_DISAGREE,
        sentence="; ".join(said),
        advice=advice.vi,
        advice_in_english=advice.en,
        convened=figures.convened,
        present=figures.present,
        absent=figures.absent,
        pending=figures.pending,
        unknown=figures.unknown,
        problems=[
            {
                "code": each.code,
                "sentence": each.sentence,
                "units": [
                    {"unit_id": str(one.unit_id), "name": one.name, "missing": one.missing}
                    for one in each.units
                ],
            }
            for each in problems
        ],
        not_confirmed=[{"id": str(each), "code": code} for each, code in skipped],
    )


async def _confirm_pending(
    db: AsyncSession, principal: Principal, report: Report, unit: Unit, *, at: datetime
) -> Skipped:
    """Confirm everything that waits in the unit's subtree, as its secretary would one by one.

    Locked rosters are passed over: there only a correction helps.
    """
    require(principal, Act.DECIDE_ATTENDANCE, unit.path)
    maker, skipped = maker_of(principal), []
    for session in await store.sessions(db, report.conference_id):
        if not _is_open_to(report, session, at=at):
            continue
        ids = await store.waiting(db, session.id, unit.path)
        if ids:
            bench = Bench(maker, session, within([unit.path]), at)
            answers = await deciding.confirm_list(db, bench, ids)
            skipped += [(each, fault.code) for each, fault in answers.items() if fault]
    return skipped


def _is_open_to(report: Report, session: Session, *, at: datetime) -> bool:
    state = state_at(session.state, session.locks_at, at)
    meant = report.session_id in {None, session.id}
    return meant and state in {SessionState.OPEN, SessionState.CLOSED}
