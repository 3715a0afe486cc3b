"""What operations about summaries need: a conference that is to be closed, or one that is."""

from collections.abc import Awaitable, Callable
from typing import Final

from sqlalchemy import select

from api.kit.ids import new_id
from api.tables.conferences import Conference
from api.tables.summaries import SummaryVersion
from tests.contract.operations import Ids
from tests.contract.preparing_over import over
from tests.contract.stage import Stage


async def _to_close(stage: Stage) -> Ids:
    """Add a conference of the district, none of whose sessions is running."""
    at = stage.world.clock()
    conference = Conference(
        id=new_id(at),
        organiser_id=stage.world.district.units["district"],
        title="Hội nghị thông tin thời sự quý IV",
        year=2021,
        quarter=4,
        created_at=at,
    )
    async with stage.world.database.write() as db:
        db.add(conference)
    return {"conference_id": conference.id}


async def _closed(stage: Stage) -> Ids:
    """Close one, and find it again."""

    async def close() -> Ids:
        ids = await _to_close(stage)
        await stage.send("POST", f"/conferences/{ids['conference_id']}/close")
        return {**ids, "number": 1}

    return await stage.once("closed conference", close)


async def _changed(stage: Stage) -> Ids:
    """Let more guests have been told of than its summary counts."""
    ids = await _closed(stage)
    which = SummaryVersion.conference_id == ids["conference_id"]
    async with stage.world.database.write() as db:
        versions = (await db.execute(select(SummaryVersion).where(which))).scalars()
        for each in versions:
            each.content = {**each.content, "guests": each.content["guests"] + 1}
    return ids


SUMMARIES: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "readSummary": over,
    "readSummaryWorkbook": over,
    "readSummaryDocument": over,
    "exportAttendance": over,
    "closeConference": _to_close,
    "amendSummary": _changed,
    "listSummaryVersions": _closed,
    "readSummaryVersion": _closed,
}
