"""The evidence board: by what those at a point were counted, and which points are silent."""

from typing import Any

from tests import written
from tests.rolling import scan
from tests.world import World


async def _board(world: World, who: str = "thuong-truc") -> dict[str, dict[str, Any]]:
    session = world.district.sessions["line_1"]
    answer = await world.signed_in(who).get(f"/sessions/{session}/live/evidence")
    assert answer.status_code == 200, answer.text
    names = {str(id_): name for name, id_ in world.district.points.items()}
    return {names[each["point_id"]]: each for each in answer.json()["points"]}


async def test_the_hall_tells_who_scanned_and_who_was_ticked(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await scan(world, "hoa", screen)
    hall = world.district.points["hall"]
    await written.tick(world, "binh", by="bithu-van-phong", bridge_point_id=hall)
    found = (await _board(world))["hall"]
    assert (found["named"] + found["qr"], found["digits"], found["by_hand"]) == (1, 0, 1)
    assert found["last_arrived_at"] is not None
    assert not found["is_silent"]


async def test_a_point_to_which_nobody_comes_for_ten_minutes_is_silent(world: World) -> None:
    await world.open()
    screen = await world.screen()
    world.clock.move(seconds=540)
    await scan(world, "hoa", screen)
    world.clock.move(seconds=60)
    found = await _board(world)
    assert (found["commune"]["is_silent"], found["hall"]["is_silent"]) == (True, False)
    assert found["commune"]["last_arrived_at"] is None


async def test_a_session_that_is_not_open_has_no_silent_point(world: World) -> None:
    world.clock.move(seconds=3600)
    assert not any(each["is_silent"] for each in (await _board(world)).values())
