"""What operations about marks and photographed pages need before they can be asked."""

from collections.abc import Awaitable, Callable
from typing import Final

from sqlalchemy import update

from api.tables.attendance import Attendance, Mark
from tests.contract.operations import Ids
from tests.contract.stage import Stage
from tests.pictures import photo


async def _marked(stage: Stage) -> Ids:
    """Mark a member of Bom Bo's committee absent."""
    ids = stage.ids
    absent = {"kind": "absent", "reason": "OM", "member_ids": [str(ids["member_id"])]}
    body = {"unit_id": str(ids["unit_id"]), "marks": [absent]}
    await stage.send("POST", f"/sessions/{ids['session_id']}/marks", body)
    return {}


async def _marked_by_many(stage: Stage) -> Ids:
    """Tick so many new members of Bom Bo that a second person is to stand for them alone."""
    unit_id, session_id = stage.ids["unit_id"], stage.ids["session_id"]
    async with stage.world.database.write() as db:
        for table in (Mark, Attendance):
            signed = update(table).where(table.unit_id == unit_id)
            await db.execute(signed.values(countersigned_at=stage.world.clock()))
    members = [
        str(await stage.add(f"/units/{unit_id}/members", {"full_name": "Điểu Lên"}))
        for _ in range(4)
    ]
    marks = [{"kind": "present", "member_ids": members}]
    body = {"unit_id": str(unit_id), "marks": marks}
    await stage.send("POST", f"/sessions/{session_id}/marks", body)
    return {}


async def _paper_sheet(stage: Stage) -> Ids:
    sent = await stage.admin.post(
        f"/sessions/{stage.ids['session_id']}/paper-sheets",
        files={"file": ("trang.jpg", photo(), "image/jpeg")},
        data={"unit_id": str(stage.ids["unit_id"])},
    )
    return {"sheet_id": sent.json()["id"]}


MARKS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "removeMark": _marked,
    "countersign": _marked_by_many,
    "readPaperSheetPicture": _paper_sheet,
}
