"""Reports in tests: begun, made to agree, handed in."""

from typing import Any

from tests.marking import absent, mark, number, present
from tests.world import Answer, World

COMMUNE, POST = "bithu-bom-bo", "bithu-buu-dien"


async def begin(
    world: World, unit: str = "bom_bo", *, by: str = COMMUNE, session: str | None = "line_1"
) -> Answer:
    district = world.district
    new: dict[str, Any] = {"kind": "result", "unit_id": str(district.units[unit])}
    if session is None:
        new["conference_id"] = str(district.conference_id)
    else:
        new |= {"kind": "quick", "session_id": str(district.sessions[session])}
    return await world.signed_in(by).post("/reports", json=new)


async def submit(world: World, report_id: str, *, by: str = COMMUNE, **how: bool | int) -> Answer:
    return await world.signed_in(by).post(f"/reports/{report_id}/submit", json=how)


async def account_for_village(world: World) -> None:
    """Let two of the three of the village be ticked as present, and one be absent."""
    await number(world, "village")
    answer = await mark(world, "village", present("1-2"), absent("3"))
    assert answer.status_code == 200, answer.text
