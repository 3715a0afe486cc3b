"""Live counts: each person once, where he was, with what persons wrote."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select

from api.tables.attendance import Attendance, Mark
from api.words import WindowKind
from tests import written
from tests.rolling import countersign, numbers, roll, scan
from tests.world import World


async def _live(world: World) -> dict[str, Any]:
    session = world.district.sessions["line_1"]
    found: dict[str, Any] = (
        await world.signed_in("thuong-truc").get(f"/sessions/{session}/live")
    ).json()
    return found


async def test_who_is_ticked_counts_at_the_point_where_he_was_ticked(world: World) -> None:
    await world.open()
    screen = await world.screen()
    hall = world.district.points["hall"]
    await scan(world, "hoa", screen)
    await written.tick(world, "hoa", by="bithu-van-phong", bridge_point_id=hall)
    await written.tick(world, "minh", by="bithu-van-phong", bridge_point_id=hall)
    await scan(world, "binh", screen)
    await written.absent(world, "binh", "CT", by="bithu-van-phong", bridge_point_id=hall)
    await written.absent(world, "le_hoa", "KL", by="bithu-van-phong", bridge_point_id=hall)
    live = await _live(world)
    figures = ("expected", "present", "pending", "excused", "unexcused")
    assert numbers(live, *figures) == (8, 2, 0, 1, 1)
    assert numbers(live["points"][0], *figures) == (5, 2, 0, 1, 1)
    assert (await screen.live())["present"] == 2


async def test_who_was_at_two_points_counts_once(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await scan(world, "hoa", screen)
    ended = world.clock() + timedelta(minutes=5)
    window_id = await written.add_window(world, "line_1", WindowKind.CLOSING, closed_at=ended)
    async with world.database.write() as db:
        seen = (await db.execute(select(Attendance))).scalar_one()
        copied = {
            column.name: getattr(seen, column.name) for column in Attendance.__table__.columns
        }
        commune = world.district.points["commune"]
        later = world.clock() + timedelta(minutes=1)
        copied |= {"id": window_id, "window_id": window_id, "bridge_point_id": commune}
        db.add(Attendance(**(copied | {"first_arrived_at": later})))
    live = await _live(world)
    assert (live["present"], [each["present"] for each in live["points"]]) == (1, [1, 0])
    assert (await (await world.screen("commune")).live())["present"] == 0


@pytest.mark.parametrize("settled_by", ["an outcome", "a decision", "a tick"])
async def test_a_typed_name_waits_at_the_wall_until_a_person_has_settled_it(
    world: World, settled_by: str
) -> None:
    await world.open()
    screen = await world.screen()
    for last4 in ("0000", None):
        await scan(world, "binh", screen, last4=last4)
    assert (await screen.live())["pending"] == 2
    world.clock.move(seconds=5)
    if settled_by == "an outcome":
        await written.settle(world, "guest")
    elif settled_by == "a decision":
        await written.confirm(world, "binh", by="bithu-van-phong")
    else:
        await written.tick(world, "binh", by="bithu-van-phong")
    assert (await screen.live())["pending"] == 0
    # A name typed afterwards waits, whether it is on the list or not: the wall tells nothing.
    world.clock.move(seconds=5)
    await scan(world, "binh", screen, last4=None)
    assert (await screen.live())["pending"] == 1


async def test_what_is_countersigned_and_then_removed_is_no_more(world: World) -> None:
    await world.open()
    await written.tick(world, "hoa", by="bithu-van-phong")
    assert (await countersign(world, "office", by="admin")).json()["left_own"] == 0
    async with world.database.write() as db:
        await db.execute(delete(Mark))
    assert (await roll(world, "office"))["total"]["manual"] == 0
