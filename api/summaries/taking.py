"""Taking attendance away: read first, then noted in the audit, and only then sent.

It is read in a read transaction of its own: a province's takes a while, and nobody else shall wait
at the gate of writers.
"""

import tempfile
from contextlib import ExitStack, aclosing
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.roles import Act, Principal
from api.db import Database
from api.summaries.actions import reached
from api.summaries.export import write_csv, write_workbook
from api.summaries.lines import Scene, lines, scene
from api.summaries.schemas import ExportedPerson


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for the attendance of which conference, perhaps of one unit and those below it."""

    database: Database
    principal: Principal
    conference_id: UUID
    unit_id: UUID | None
    at: datetime


async def lines_of(asked: Asked, *, after: tuple[UUID] | None, limit: int) -> list[ExportedPerson]:
    """Read the lines of a page, and one more where more follow; note it.

    Raises: Problem `not_found`, `forbidden`, `unit_needed`.
    """
    found: list[ExportedPerson] = []
    async with asked.database.read() as db:
        about, unit_id = await _scene(db, asked)
        listed = lines(db, about, after=after[0] if after else None)
        async with aclosing(listed):
            async for line in listed:
                found.append(line)
                if len(found) > limit:
                    break
    await _note(asked, unit_id, min(len(found), limit))
    return found


async def file_of(asked: Asked, kind: Literal["csv", "xlsx"]) -> tuple[IO[bytes], str]:
    """Write all lines to a file that has no name, note it, and tell the conference's title.

    Raises: Problem `not_found`, `forbidden`, `unit_needed`.
    """
    with ExitStack() as kept:
        file: IO[bytes] = kept.enter_context(tempfile.TemporaryFile())
        async with asked.database.read() as db:
            about, unit_id = await _scene(db, asked)
            listed = lines(db, about)
            if kind == "csv":
                number = await write_csv(file, listed)
            else:
                number = await write_workbook(db, file, about, listed, at=asked.at)
        await _note(asked, unit_id, number)
        kept.pop_all()  # whoever sends the file closes it
    return file, about.known.conference.title


async def _scene(db: AsyncSession, asked: Asked) -> tuple[Scene, UUID]:
    conference, path, unit_id = await reached(
        db, asked.principal, asked.conference_id, Act.READ_ATTENDANCE, unit_id=asked.unit_id
    )
    return await scene(db, conference, path, at=asked.at), unit_id


async def _note(asked: Asked, unit_id: UUID, number: int) -> None:
    """Note whose names were read: those of the unit that was asked for, or of the organiser."""
    if not number:
        return
    actor, counts = actor_of(asked.principal), {unit_id: number}
    async with asked.database.write() as db:
        await events.append_readings(db, actor, "exportAttendance", counts, at=asked.at)
