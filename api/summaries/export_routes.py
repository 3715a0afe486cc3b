"""Attendance to take away: line by line, keyed by card number."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.access.guards import AttendanceReader
from api.db import TheDatabase
from api.kit.clock import At
from api.kit.downloads import files, streamed
from api.kit.errors import documented
from api.kit.paging import Cursor, paged, read_cursor
from api.rosters.faults import UNIT_NEEDED
from api.summaries import taking
from api.summaries.schemas import AttendanceExport
from api.summaries.taking import Asked

router = APIRouter()

Kind = Annotated[
    Literal["json", "csv", "xlsx"],
    Query(alias="format", description="Files are the whole, whatever `limit` and `cursor` say."),
]
OfUnit = Annotated[
    UUID | None,
    Query(alias="unit_id", description="A unit and those below it; else all that you may read."),
]
Lines = Annotated[int, Query(alias="limit", ge=1, le=1000, description="Lines of a page.")]


@router.get(
    "/conferences/{conference_id}/attendance",
    operation_id="exportAttendance",
    response_model=AttendanceExport,
    responses={**files("csv", "xlsx"), **documented(UNIT_NEEDED)},
)
async def export_attendance(
    conference_id: UUID,
    principal: AttendanceReader,
    database: TheDatabase,
    at: At,
    kind: Kind = "json",
    of_unit: OfUnit = None,
    limit: Lines = 200,
    cursor: Cursor = None,
) -> AttendanceExport | Response:
    """Take a conference's attendance away: each member once, and every figure can be recomputed.

    `csv` is for programs (UTF-8 with BOM, ";", the names and words of the JSON), `xlsx` for people,
    with guests and head counts on its second sheet. No text of them is a formula. The audit notes
    who took it.
    """
    asked = Asked(database, principal, conference_id, of_unit, at)
    if kind == "json":
        found = await taking.lines_of(asked, after=read_cursor(cursor, UUID), limit=limit)
        shown = paged(found, limit, view=lambda row: row, key=lambda row: (str(row.member_id),))
        return AttendanceExport(items=shown.items, next_cursor=shown.next_cursor)
    file, title = await taking.file_of(asked, kind)
    return streamed(file, name=f"Điểm danh {title}", kind=kind)
