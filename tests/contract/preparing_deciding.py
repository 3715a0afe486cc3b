"""What is brought about for decisions: somebody of Bom Bo typed her name, and waits."""

from typing import Final

from tests.contract.operations import Ids
from tests.contract.stage import Stage
from tests.deciders import shown


async def _claim(stage: Stage) -> Ids:
    """Add a member of Bom Bo, and let her type her name on a phone that nobody knows."""
    number = next(stage.numbers)
    new = {"full_name": f"Điểu Thị Rin {number}"}
    unit_id, session_id = stage.ids["unit_id"], stage.ids["session_id"]
    member_id = await stage.add(f"/units/{unit_id}/members", new)
    await stage.open_window()
    screen, phone = await stage.world.screen("commune"), stage.world.phone()
    await phone.exchange(await screen.typed())
    who = {"kind": "named", "unit_id": str(unit_id), "name": new["full_name"], "last4": None}
    await phone.send(phone.body(who))
    listed = await stage.send("GET", f"/typed-names?session_id={session_id}&limit=100")
    (typed,) = [each for each in listed["items"] if each["name"] == new["full_name"]]
    return {
        "member_id": member_id,
        "attendance_id": typed["attendance_id"],
        "name_id": typed["id"],
    }


async def _receipt(stage: Stage) -> Ids:
    """Read the receipt of the stage's phone, as its page shows it."""
    answer = await stage.phone.client.get(f"/check-ins/{stage.ids['check_in_id']}")
    return {"receipt": shown(answer.json())}


DECIDING: Final = {
    "confirmAttendanceList": _claim,
    "confirmAttendance": _claim,
    "rejectAttendance": _claim,
    "correctAttendance": _claim,
    "listTypedNames": _claim,
    "settleTypedName": _claim,
    "judgeReceipt": _receipt,
}
