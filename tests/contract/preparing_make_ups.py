"""What operations about duties and make-ups need: a member on duty, and one who missed a class."""

from collections.abc import Awaitable, Callable
from typing import Final

from tests.contract.operations import Ids
from tests.contract.preparing_over import over
from tests.contract.stage import Stage


async def _member(stage: Stage) -> Ids:
    """Add a member of Bom Bo's own committee, who came to nothing yet."""
    new = {"full_name": f"Điểu Bù {next(stage.numbers)}"}
    return {"member_id": await stage.add(f"/units/{stage.ids['unit_id']}/members", new)}


async def _on_duty(stage: Stage) -> Ids:
    """Put a new member on duty in the session that is open."""
    ids = await _member(stage)
    path = f"/sessions/{stage.ids['session_id']}/duties/{ids['member_id']}"
    await stage.send("PUT", path, {"kind": "presenter"})
    return ids


async def _missed(stage: Stage) -> Ids:
    """Let a new member miss the class that is over."""
    return await _member(stage) | await over(stage)


async def _made_up(stage: Stage) -> Ids:
    """Let him have been told again by his cell."""
    ids = await _missed(stage)
    retold = {
        "kind": "retold",
        "retold_on": "2022-03-15",
        "missed_session_id": str(ids["session_id"]),
    }
    path = f"/conferences/{ids['conference_id']}/make-ups/{ids['member_id']}"
    await stage.send("PUT", path, retold)
    return ids


MAKE_UPS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "listDuties": _on_duty,
    "assignDuty": _member,
    "removeDuty": _on_duty,
    "proposeMakeUps": _missed,
    "listMakeUps": _made_up,
    "readMakeUpTexts": over,
    "writeMakeUp": _missed,
    "removeMakeUp": _made_up,
}
