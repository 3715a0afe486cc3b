"""Reports over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response

from api import idempotency
from api.access.guards import REFUSALS, ReportWriter, actor_of
from api.access.roles import Act
from api.access.scope import visible_units
from api.db import ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.reports import actions, report_views, store, tags
from api.reports.faults import REPORT_STATE
from api.reports.guards import readable_report, writable_report
from api.reports.handing_routes import router as handing
from api.reports.report_schemas import ReportLine, ReportVersionView, ReportView
from api.reports.status import board_of
from api.reports.status_schemas import ReportStatus
from api.reports.store import Filters
from api.reports.writing_schemas import NewReport, ReportChange
from api.simulation import TrialDb
from api.units import store as units
from api.words import ReportKind, ReportState

router = APIRouter(tags=["reports"], responses=REFUSALS)


@router.get("/reports", operation_id="listReports")
async def list_reports(
    principal: ReportWriter,
    db: ReadDb,
    conference_id: UUID | None = None,
    session_id: UUID | None = None,
    unit_id: UUID | None = None,
    kind: ReportKind | None = None,
    state: ReportState | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ReportLine]:
    """List the reports of your units, newest first; `unit_id` means a unit with all below it."""
    visible, path = visible_units(principal, Act.READ_REPORTS), None
    if unit_id is not None:
        unit = await units.find(db, unit_id, visible)
        if unit is None:
            raise Problem(errors.NOT_FOUND)
        path = unit.path
    rows = await store.page(
        db,
        visible & store.told_to(principal),
        Filters(conference_id, session_id, path, kind, state),
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    return paged(
        rows,
        limit,
        view=lambda row: report_views.line_of(*row),
        key=lambda row: (str(row[0].id),),
    )


@router.post(
    "/reports",
    operation_id="addReport",
    status_code=201,
    response_model=ReportView,
    responses={
        200: {"model": ReportView, "description": "The report that the unit has already."},
        **documented(KEY_REUSED),
    },
)
async def add_report(
    new: NewReport,
    principal: ReportWriter,
    db: TrialDb,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Begin a unit's report, filled in from what is recorded; there is never a second one.

    Whoever serves a hall of the unit begins a quick one too, so that its pictures have their place.
    """
    conference_id = await actions.require_beginner(db, principal, new)
    begun: list[bool] = []

    async def make() -> ReportView:
        report, is_new = await actions.add_report(
            db,
            actor_of(principal),
            new,
            conference_id=conference_id,
            account_id=principal.account_id,
            at=at,
        )
        begun.append(is_new)
        return await report_views.shown(db, report, at=at)

    answer = await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addReport",
        body=new,
        at=at,
        make=make,
    )
    if begun == [False]:
        answer.status_code = 200
    return answer


@router.get("/reports/{report_id}", operation_id="readReport", response_model=ReportView)
async def read_report(
    report_id: UUID,
    principal: ReportWriter,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read a report: live while it is written, as it was handed in from then on."""
    report, _ = await readable_report(db, principal, report_id)
    view = await report_views.shown(db, report, at=at)
    return tags.answer(report, view, if_none_match)


@router.patch(
    "/reports/{report_id}",
    operation_id="changeReport",
    response_model=ReportView,
    responses=documented(REPORT_STATE),
)
async def change_report(
    report_id: UUID,
    change: ReportChange,
    principal: ReportWriter,
    db: TrialDb,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Write a report's texts, until it is handed in or after it was returned.

    If-Match guards against another writer; figures that moved since you read do not count.
    """
    report, _ = await writable_report(db, principal, report_id)
    await actions.hold(db, report)
    tags.require_unwritten(report, if_match)
    sent = change.model_dump(exclude_unset=True)
    await actions.change_report(db, actor_of(principal), report, sent, at=at)
    view = await report_views.shown(db, report, at=at)
    return tags.answer(report, view)


@router.get("/reports/{report_id}/versions/{number}", operation_id="readReportVersion")
async def read_report_version(
    report_id: UUID,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
    principal: ReportWriter,
    db: ReadDb,
) -> ReportVersionView:
    """Read what a report said when it was handed in; its digest proves that nothing changed."""
    report, _ = await readable_report(db, principal, report_id)
    found = await store.version(db, report.id, number)
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return report_views.version_view(*found)


@router.get("/conferences/{conference_id}/report-status", operation_id="readReportStatus")
async def read_report_status(
    conference_id: UUID,
    principal: ReportWriter,
    db: ReadDb,
    at: At,
    unit_id: UUID | None = None,
    session_id: UUID | None = None,
) -> ReportStatus:
    """Show which units have handed in their reports, and remind those that are late.

    The units right below the organiser, or below `unit_id`; the result reports, or with
    `session_id` the quick reports of that session. You see the units whose reports you may read.
    """
    return await board_of(
        db, principal, conference_id, unit_id=unit_id, session_id=session_id, at=at
    )


router.include_router(handing)
