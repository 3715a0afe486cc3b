"""A report as a document over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api import events
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import require
from api.db import TheDatabase
from api.kit.clock import At
from api.kit.downloads import download, files
from api.reports import documents
from api.reports.guards import readable_report

router = APIRouter(tags=["reports"], responses=REFUSALS)


@router.get(
    "/reports/{report_id}/document.docx",
    operation_id="readReportDocument",
    response_class=Response,
    responses=files("docx"),
)
async def read_report_document(
    report_id: UUID,
    principal: CurrentPrincipal,
    database: TheDatabase,
    at: At,
    version: Annotated[
        int | None,
        Query(
            ge=1,
            le=100_000,
            description="The version of this number; without it the newest one, or what a report "
            "that is not handed in says now, marked “DỰ THẢO”.",
        ),
    ] = None,
    names: Annotated[
        bool,
        Query(description="Add the list of the absent, as they are now, with their codes."),
    ] = False,
) -> Response:
    """Download a report as a Word document, laid out as the conference's guidance wants it.

    Its number and date are left for the clerk. A list of names goes to the audit trail.
    """
    async with database.read() as db:
        report, unit = await readable_report(db, principal, report_id)
        if names:
            require(principal, Act.READ_MEMBERS, unit.path)
        source = await documents.source_of(db, report, version=version, at=at)
        absent = await documents.absent_of(db, report, at=at) if names else None
    if absent:
        counts = {unit.id: len(absent)}
        async with database.write() as db:
            await events.append_readings(
                db,
                actor_of(principal),
                "readReportDocument",
                counts,
                at=at,
                session_id=report.session_id,
            )
    content = await source.laid_out(absent)
    return download(content, name=source.name, kind="docx")
