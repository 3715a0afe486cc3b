"""Handing reports in, deciding on them and sending them, over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request

from api.access.guards import CurrentPrincipal, actor_of
from api.access.makers import MEMBER_UNSTATED
from api.codes.faults import SESSION_LOCKED
from api.db import Db
from api.kit.clock import At
from api.kit.conditional import CHANGED_MEANWHILE
from api.kit.errors import Problem, documented
from api.kit.files import TheFiles
from api.outbox.faults import MAIL_OFF
from api.reports import actions, mailing, submitting
from api.reports.faults import (
    BY_HAND,
    CONFIDENTIAL,
    FIGURES_DISAGREE,
    NO_REPORT_EMAIL,
    NOT_HANDED_IN,
    NOTHING_CHANGED,
    OWN_REPORT,
    REPORT_STATE,
    SENT_ON_WRONG,
)
from api.reports.guards import decidable_report, writable_report
from api.reports.report_schemas import MailedReport, ReportView
from api.reports.report_views import shown
from api.reports.writing_schemas import Acceptance, Return, SentByMail, Submission
from api.simulation import TrialDb

router = APIRouter()


@router.post(
    "/reports/{report_id}/submit",
    operation_id="submitReport",
    responses=documented(
        REPORT_STATE, FIGURES_DISAGREE, NOTHING_CHANGED, MEMBER_UNSTATED, SESSION_LOCKED
    ),
)
async def submit_report(
    report_id: UUID, submission: Submission, principal: CurrentPrincipal, db: TrialDb, at: At
) -> ReportView:
    """Hand a report in, which freezes it; once it was, what has changed since makes an addendum.

    Where somebody is not accounted for it is refused, and the units where are named; an interim
    version says what is known at the moment.
    """
    report, unit = await writable_report(db, principal, report_id)
    await actions.hold(db, report)
    await submitting.submit_report(db, principal, report, unit, submission, at=at)
    return await shown(db, report, at=at)


@router.post(
    "/reports/{report_id}/return",
    operation_id="returnReport",
    responses=documented(REPORT_STATE, OWN_REPORT, CHANGED_MEANWHILE),
)
async def return_report(
    report_id: UUID, returned: Return, principal: CurrentPrincipal, db: TrialDb, at: At
) -> ReportView:
    """Give a report back to its unit with what has to be put right."""
    report, _ = await decidable_report(db, principal, report_id)
    await actions.hold(db, report)
    await actions.decide(db, principal, report, returned, at=at)
    return await shown(db, report, at=at)


@router.post(
    "/reports/{report_id}/accept",
    operation_id="acceptReport",
    responses=documented(REPORT_STATE, OWN_REPORT, CHANGED_MEANWHILE),
)
async def accept_report(
    report_id: UUID,
    principal: CurrentPrincipal,
    db: TrialDb,
    at: At,
    accepted: Acceptance | None = None,
) -> ReportView:
    """Accept a report that was handed in to a unit of yours."""
    report, _ = await decidable_report(db, principal, report_id)
    await actions.hold(db, report)
    await actions.decide(db, principal, report, accepted or Acceptance(), at=at)
    return await shown(db, report, at=at)


@router.post(
    "/reports/{report_id}/mail",
    operation_id="mailReport",
    responses=documented(NOT_HANDED_IN, CONFIDENTIAL, NO_REPORT_EMAIL, MAIL_OFF),
)
async def mail_report(
    report_id: UUID,
    request: Request,
    principal: CurrentPrincipal,
    db: Db,
    files: TheFiles,
    at: At,
) -> MailedReport:
    """Mail the newest version to the conference's address; it leaves only once to the same one.

    Where the address is put right before it has left, it goes there; after that, mail it again.
    """
    report, _ = await writable_report(db, principal, report_id)
    if not request.app.state.settings.smtp_url:
        raise Problem(MAIL_OFF, advice=BY_HAND.vi, advice_in_english=BY_HAND.en)
    await actions.hold(db, report)
    delivery = await mailing.mail_report(
        db, actor_of(principal), report, files, account_id=principal.account_id, at=at
    )
    return MailedReport(delivery_id=delivery.id, state=delivery.state)


@router.post(
    "/reports/{report_id}/sent-by-mail",
    operation_id="markSentByMail",
    responses=documented(NOT_HANDED_IN, SENT_ON_WRONG),
)
async def mark_sent_by_mail(
    report_id: UUID, sent: SentByMail, principal: CurrentPrincipal, db: TrialDb, at: At
) -> ReportView:
    """Note that the paper went out by official mail, and on which day."""
    report, _ = await writable_report(db, principal, report_id)
    await actions.hold(db, report)
    await actions.mark_sent(
        db,
        actor_of(principal),
        report,
        sent.sent_on,
        account_id=principal.account_id,
        at=at,
    )
    return await shown(db, report, at=at)
