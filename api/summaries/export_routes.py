"""Attendance to take away: line by line, keyed by card number."""

import asyncio
import tempfile
from contextlib import aclosing
from datetime import datetime
from typing import IO, Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.roles import Act, Principal
from api.db import Database, TheDatabase
from api.kit.clock import At
from api.kit.downloads import files, streamed
from api.kit.errors import documented
from api.kit.paging import Cursor, paged, read_cursor
from api.rosters.faults import UNIT_NEEDED
from api.summaries import actions
from api.summaries.export import write_csv, write_workbook
from api.summaries.lines import lines, scene
from api.summaries.schemas import AttendanceExport, ExportedPerson

router = APIRouter(tags=["summaries"], responses=REFUSALS)

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
    principal: CurrentPrincipal,
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
    asked = _Asked(database, principal, conference_id, of_unit, at)
    if kind == "json":
        return await asked.page(limit, read_cursor(cursor, UUID))
    return await asked.file(kind)


class _Asked:
    """An export of somebody.

    It is read in a read transaction of its own, as a province's takes a while and nobody else shall
    wait at the gate of writers; only then its event is written, before anything is sent.
    """

    def __init__(
        self,
        database: Database,
        principal: Principal,
        conference_id: UUID,
        unit_id: UUID | None,
        at: datetime,
    ) -> None:
        self._database = database
        self._principal = principal
        self._conference_id = conference_id
        self._unit_id = unit_id
        self._at = at

    async def page(self, limit: int, after: tuple[UUID] | None) -> AttendanceExport:
        """Read one page."""
        found: list[ExportedPerson] = []
        async with self._database.read() as db:
            conference, path, unit_id = await self._reached(db)
            about = await scene(db, conference, path)
            start = after[0] if after else None
            listed = lines(db, conference, about, at=self._at, after=start)
            async with aclosing(listed):
                async for line in listed:
                    found.append(line)
                    if len(found) > limit:
                        break
        shown = paged(found, limit, view=lambda row: row, key=lambda row: (str(row.member_id),))
        await self._note(unit_id, len(shown.items))
        return AttendanceExport(items=shown.items, next_cursor=shown.next_cursor)

    async def file(self, kind: Literal["csv", "xlsx"]) -> Response:
        """Write the whole to a file, and send that."""
        file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # `streamed` closes it
        async with self._database.read() as db:
            conference, path, unit_id = await self._reached(db)
            about = await scene(db, conference, path)
            listed = lines(db, conference, about, at=self._at)
            if kind == "csv":
                number = await write_csv(file, listed)
            else:
                number = await write_workbook(db, file, conference, about, listed, at=self._at)
        await self._note(unit_id, number)
        return streamed(file, name=f"Điểm danh {conference.title}", kind=kind)
