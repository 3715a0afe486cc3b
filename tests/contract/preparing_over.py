"""A conference of two classes for Bom Bo alone, one of which is over.

There is one on a stage, and nothing is added to it: the more classes there are, the longer its
figures take.
"""

from sqlalchemy import update

from api.tables.sessions import Session
from api.words import SessionState
from tests.contract.operations import Ids
from tests.contract.stage import Stage


async def over(stage: Stage) -> Ids:
    """Find the conference and the class that is over."""
    return await stage.once("over", lambda: _held(stage))


async def _held(stage: Stage) -> Ids:
    conference = {
        "organiser_id": str(stage.world.district.units["district"]),
        "title": "Hội nghị chuyên đề",
        "year": 2022,
        "quarter": 1,
        "another": True,
    }
    conference_id = await stage.add("/conferences", conference)
    bom_bo = str(stage.ids["unit_id"])
    point = {"name": "Điểm cầu Bom Bo", "venue": "Hội trường xã", "form": "line"}
    units = {"host_unit_id": bom_bo, "expected_unit_ids": [bom_bo]}
    await stage.add(f"/conferences/{conference_id}/points", point | units)
    of_it = {"conference_id": str(conference_id), "form": "line"}
    first, _ = [
        await stage.add("/sessions", {"ordinal": ordinal, "title": f"Lớp {ordinal}", **of_it})
        for ordinal in (1, 2)
    ]
    at = stage.world.clock()
    held = {"state": SessionState.CLOSED, "opened_at": at, "closed_at": at}
    async with stage.world.database.write() as db:
        await db.execute(update(Session).where(Session.id == first).values(**held))
    return {"conference_id": conference_id, "session_id": first}
