"""What operations about halls need: windows and their exceptions, incidents, flags, an opening."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final
from uuid import UUID

from tests.contract.operations import Ids
from tests.contract.stage import Stage


async def _window(stage: Stage) -> Ids:
    """Find the window that is open."""
    listed = await stage.send("GET", f"/sessions/{stage.ids['session_id']}/windows")
    return {"window_id": UUID(listed["items"][-1]["id"])}


async def _excepted_window(stage: Stage) -> Ids:
    """Let the window that is open go on at Bom Bo's point for an hour."""
    ids = await _window(stage)
    until = stage.world.clock() + timedelta(hours=1)
    excepted = {"ends_at": until.isoformat(), "reason": "Mất điện từ 7 giờ 30"}
    session_id, point_id = stage.ids["session_id"], stage.ids["point_id"]
    path = f"/sessions/{session_id}/windows/{ids['window_id']}/points/{point_id}"
    await stage.send("PUT", path, excepted)
    return ids


async def _incident(stage: Stage) -> Ids:
    """Tell of a problem at Bom Bo's point."""
    names = ("conference_id", "unit_id", "session_id")
    told = {name: str(stage.ids[name]) for name in names}
    told |= {"bridge_point_id": str(stage.ids["point_id"]), "text": "Mất điện từ 7 giờ 30"}
    return {"incident_id": await stage.add("/incidents", told)}


async def _flag(stage: Stage) -> Ids:
    """Let one phone check in a member of Bom Bo and somebody whom nobody there knows."""
    new = {"full_name": f"Điểu Thị Rin {next(stage.numbers)}"}
    unit_id = str(stage.ids["unit_id"])
    member_id = await stage.add(f"/units/{unit_id}/members", new)
    await stage.open_window()
    screen, phone = await stage.world.screen("commune"), stage.world.phone()
    for name in (new["full_name"], "Không Ai Biết"):
        await phone.exchange(await screen.typed())
        await phone.send(phone.body({"kind": "named", "unit_id": unit_id, "name": name}))
    listed = await stage.send("GET", f"/flags?session_id={stage.ids['session_id']}&limit=100")
    (flag,) = [
        each
        for each in listed["items"]
        if str(member_id) in {member["member_id"] for member in each["members"]}
    ]
    return {"flag_id": UUID(flag["id"])}


HALLS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "exceptWindow": _window,
    "restoreWindow": _excepted_window,
    "readIncident": _incident,
    "changeIncident": _incident,
    "decideFlag": _flag,
    "listFlags": _flag,
}
"""What operations about windows, incidents and flags need before they can be asked."""
