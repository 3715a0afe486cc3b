"""Summaries over HTTP: the figures of a conference, its documents, and its closing."""

from typing import Annotated
from uuid import UUID

from anyio import to_thread
from fastapi import APIRouter, Path, Query, Request, Response

from api.access.guards import REFUSALS, AttendanceCounter, CurrentPrincipal
from api.access.roles import Act
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfNoneMatch
from api.kit.downloads import download, files
from api.kit.errors import Problem, documented, language_of
from api.kit.paging import Cursor, Limit, Page, ordinal, paged, read_cursor
from api.reports.faults import NOTHING_CHANGED
from api.rosters.faults import UNIT_NEEDED
from api.summaries import actions, closing, store
from api.summaries.export_routes import router as export
from api.summaries.faults import CONFERENCE_CLOSED, CONFERENCE_NOT_CLOSED, SESSIONS_OPEN
from api.summaries.laid import paper_of
from api.summaries.paper import summary_paper
from api.summaries.schemas import (
    ConferenceClosed,
    GroupBy,
    Summary,
    SummaryVersionLine,
    SummaryVersionView,
)
from api.summaries.views import conference_closed, summary_view, version_line, version_view
from api.summaries.workbook import workbook

router = APIRouter(tags=["summaries"], responses=REFUSALS)
router.include_router(export)

_AS_OF = frozenset({"as_of"})

OfUnit = Annotated[
    UUID | None,
    Query(alias="unit_id", description="A unit and those below it; else all that you may read."),
]
Live = Annotated[
    bool,
    Query(description="After the conference was closed: as it is now, not as it was frozen."),
]
Number = Annotated[int, Path(ge=1, lt=2**31)]


@router.get(
    "/conferences/{conference_id}/summary",
    operation_id="readSummary",
    response_model=Summary,
    responses=documented(UNIT_NEEDED),
)
async def read_summary(
    conference_id: UUID,
    principal: AttendanceCounter,
    db: ReadDb,
    at: At,
    group_by: GroupBy = GroupBy.UNIT,
    of_unit: OfUnit = None,
    live: Live = False,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read the figures of a conference by bloc, form, class or unit, and their total.

    Live while the conference goes on; once it is closed they are those that were frozen. Whoever
    has grants on one unit alone reads that unit's part.
    """
    read = await actions.read_summary(
        db, principal, conference_id, unit_id=of_unit, live=live, at=at
    )
    shown = summary_view(
        read.overview,
        group_by,
        version=read.version.number if read.version else None,
        difference=read.difference,
    )
    return conditional.answer(shown, if_none_match, apart_from=_AS_OF)


@router.get(
    "/conferences/{conference_id}/summary.xlsx",
    operation_id="readSummaryWorkbook",
    response_class=Response,
    responses={**files("xlsx"), **documented(UNIT_NEEDED)},
)
async def read_summary_workbook(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    of_unit: OfUnit = None,
    live: Live = False,
) -> Response:
    """Take the summary away as a workbook: by bloc, form, class and unit, absences by code.

    It holds counts and no member's name.
    """
    read = await actions.read_summary(
        db, principal, conference_id, unit_id=of_unit, live=live, at=at
    )
    name = f"Tổng hợp {read.overview.gathered.conference.title}"
    content = await to_thread.run_sync(workbook, read.overview)
    return download(content, name=name, kind="xlsx")


@router.get(
    "/conferences/{conference_id}/summary.docx",
    operation_id="readSummaryDocument",
    response_class=Response,
    responses={**files("docx"), **documented(UNIT_NEEDED)},
)
async def read_summary_document(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    of_unit: OfUnit = None,
    live: Live = False,
) -> Response:
    """Take the summary away as the report to the committee; a draft until the conference closes.

    It holds counts and no member's name.
    """
    read = await actions.read_summary(
        db, principal, conference_id, unit_id=of_unit, live=live, at=at
    )
    content = await closing.drafted(db, read.overview, at=at, version=read.version)
    conference, version = read.overview.gathered.conference, read.version
    added = await closing.added_by(db, version, conference, read.overview) if version else None
    paper = await to_thread.run_sync(
        lambda: summary_paper(paper_of(content), draft=version is None, added=added)
    )
    which = f" – bổ sung {version.number - 1}" if version and added else ""
    return download(paper, name=f"Báo cáo tổng hợp {conference.title}{which}", kind="docx")


@router.post(
    "/conferences/{conference_id}/close",
    operation_id="closeConference",
    responses=documented(SESSIONS_OPEN, CONFERENCE_CLOSED),
)
async def close_conference(
    conference_id: UUID, principal: CurrentPrincipal, request: Request, db: Db, at: At
) -> ConferenceClosed:
    """Close a conference: its summary is frozen, with a digest; what changes later is an addendum.

    Nothing else stops: marks, make-ups and reports go on. Reports that have not come do not hinder
    it; a warning tells how many there are.
    """
    conference, path = await visible_conference(db, principal, conference_id, Act.CLOSE_CONFERENCES)
    version = await closing.close_conference(db, principal, conference, path, at=at)
    makers = await store.makers(db, [version])
    return conference_closed(version, makers, language=language_of(request))


@router.post(
    "/conferences/{conference_id}/summary/addenda",
    operation_id="amendSummary",
    status_code=201,
    responses=documented(CONFERENCE_NOT_CLOSED, NOTHING_CHANGED),
)
async def amend_summary(
    conference_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> SummaryVersionLine:
    """Freeze a closed conference's figures anew, with what differs from the version before.

    Sent twice, the second finds nothing changed.
    """
    conference, path = await visible_conference(db, principal, conference_id, Act.CLOSE_CONFERENCES)
    version = await closing.amend_summary(db, principal, conference, path, at=at)
    return version_line(version, await store.makers(db, [version]))


@router.get("/conferences/{conference_id}/summary/versions", operation_id="listSummaryVersions")
async def list_summary_versions(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[SummaryVersionLine]:
    """List the frozen versions of a summary, the newest first, each with what it changed."""
    conference, _ = await visible_conference(db, principal, conference_id, Act.READ_REPORTS)
    rows = await store.versions(db, conference.id, after=read_cursor(cursor, ordinal), limit=limit)
    makers = await store.makers(db, rows)
    return paged(
        rows,
        limit,
        view=lambda row: version_line(row, makers),
        key=lambda row: (str(row.number),),
    )


@router.get(
    "/conferences/{conference_id}/summary/versions/{number}", operation_id="readSummaryVersion"
)
async def read_summary_version(
    conference_id: UUID, number: Number, principal: CurrentPrincipal, db: ReadDb
) -> SummaryVersionView:
    """Read what a summary said when it was frozen; its digest can be computed again from it."""
    conference, _ = await visible_conference(db, principal, conference_id, Act.READ_REPORTS)
    version = await store.version(db, conference.id, number)
    if version is None:
        raise Problem(errors.NOT_FOUND)
    return version_view(version, await store.makers(db, [version]))
