"""What operations about marks and photographed pages need before they can be asked."""

from collections.abc import Awaitable, Callable
from typing import Final

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


async def _paper_sheet(stage: Stage) -> Ids:
    sent = await stage.admin.post(
        f"/sessions/{stage.ids['session_id']}/paper-sheets",
        files={"file": ("trang.jpg", photo(), "image/jpeg")},
        data={"unit_id": str(stage.ids["unit_id"])},
    )
    return {"sheet_id": sent.json()["id"]}


MARKS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "removeMark": _marked,
    "readPaperSheetPicture": _paper_sheet,
}
