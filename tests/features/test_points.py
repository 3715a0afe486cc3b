"""Planning bridge points: who is expected where, what a new venue means, and who is left out."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import select, update

from api import events
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.events import Event
from api.tables.units import Unit
from tests.world import World

NOBODYS = "01980000-0000-7000-8000-000000000000"


def _new(world: World, host: str = "post", *expected: str, **others: Any) -> dict[str, Any]:
    return {
        "name": "Điểm cầu mới",
        "venue": "Nhà văn hóa",
        "form": "line",
        "host_unit_id": str(world.district.units[host]),
        "expected_unit_ids": [str(world.district.units[each]) for each in expected],
        **others,
    }


async def _add(world: World, *args: str, **others: Any) -> httpx.Response:
    address = f"/conferences/{world.district.conference_id}/points"
    return await world.signed_in("admin").post(address, json=_new(world, *args, **others))


def _expected(point: dict[str, Any]) -> list[str]:
    return [each["name"] for each in point["expected_units"]]


async def test_a_point_is_added_after_the_others(world: World) -> None:
    answer = await _add(world, "village", "village", keeps_units_together=True)
    point = answer.json()
    assert (answer.status_code, point["ordinal"], point["sequence"]) == (201, 6, 0)
    assert point["keeps_units_together"] is True
    assert _expected(point) == ["Chi bộ thôn 3"]
    assert (await world.signed_in("bithu-buu-dien").get(f"/points/{point['id']}")).json() == point


async def test_points_added_at_once_get_numbers_of_their_own(world: World) -> None:
    answers = await asyncio.gather(*(_add(world, name=f"Điểm cầu {n}") for n in range(4)))
    assert sorted(each.json()["ordinal"] for each in answers) == [6, 7, 8, 9]


async def test_a_unit_expected_at_two_points_is_refused_with_both_named(world: World) -> None:
    answer = await _add(world, "propaganda", "post")
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "expected_elsewhere")
    assert problem["detail"].startswith("Chi bộ Bưu điện đã được xếp về «Hội trường Bưu điện»")
    (clash,) = problem["expected_elsewhere"]
    assert clash["point_id"] == str(world.district.points["post_hall"])
    assert await world.count(BridgePoint) == 5


async def test_a_unit_moves_to_another_point_where_that_is_said(world: World) -> None:
    district, admin = world.district, world.signed_in("admin")
    hub = f"/points/{district.points['hub']}"
    sent = {"expected_unit_ids": [str(district.units["post"])]}
    assert (await admin.patch(hub, json=sent)).status_code == 409
    assert _expected((await admin.patch(hub, json=sent | {"move": True})).json()) == [
        "Chi bộ Bưu điện"
    ]
    hall = (await admin.get(f"/points/{district.points['post_hall']}")).json()
    assert _expected(hall) == []
    async with world.database.read() as db:
        query = select(Event.subject_id).where(Event.act == events.BRIDGE_POINT_CHANGED)
        assert set((await db.execute(query)).scalars()) == {
            district.points["hub"],
            district.points["post_hall"],
        }


async def test_a_unit_is_moved_to_one_of_two_points_even_at_the_same_moment(world: World) -> None:
    district = world.district
    sent = {"expected_unit_ids": [str(district.units["post"])], "move": True}
    answers = await asyncio.gather(
        *(
            world.signed_in("admin").patch(f"/points/{district.points[key]}", json=sent)
            for key in ("hall", "commune", "hub", "school_hall")
        )
    )
    assert {each.status_code for each in answers} == {200}
    async with world.database.read() as db:
        rows = select(ExpectedUnit).where(ExpectedUnit.unit_id == district.units["post"])
        assert len((await db.execute(rows)).all()) == 1


async def test_another_venue_raises_the_sequence_and_keeps_codes_and_screens(world: World) -> None:
    session_id = await world.open("line_1")
    screen = await world.screen("commune")
    typed = await screen.typed()
    admin, address = world.signed_in("admin"), f"/points/{world.district.points['commune']}"
    held = {"If-Match": (await admin.get(address)).headers["ETag"]}
    answer = await admin.patch(address, json={"venue": "Nhà văn hóa thôn 3"}, headers=held)
    assert (answer.json()["venue"], answer.json()["sequence"]) == ("Nhà văn hóa thôn 3", 1)
    assert await screen.typed() == typed
    assert (await world.phone().exchange(typed)).status_code == 200
    assert (await screen.codes())["session"]["id"] == str(session_id)
    assert (await admin.patch(address, json={"name": "X"}, headers=held)).status_code == 412
    # The same venue again, or another host, tells nobody anything new.
    again = await admin.patch(
        address,
        json={
            "venue": "Nhà văn hóa thôn 3",
            "host_unit_id": str(world.district.units["village"]),
            "keeps_units_together": True,
        },
    )
    assert again.json()["sequence"] == 1
    assert again.json()["host_unit_id"] == str(world.district.units["village"])


async def test_a_hub_is_no_point_of_the_line(world: World) -> None:
    answer = await _add(world, is_hub=True)
    assert (answer.status_code, answer.json()["code"]) == (422, "hub_on_line")
    hall = f"/points/{world.district.points['hall']}"
    answer = await world.signed_in("admin").patch(hall, json={"is_hub": True})
    assert (answer.status_code, answer.json()["code"]) == (422, "hub_on_line")


@pytest.mark.parametrize("field", ["host_unit_id", "expected_unit_ids"])
async def test_a_unit_that_has_ended_is_neither_host_nor_expected(world: World, field: str) -> None:
    ended = world.district.units["post"]
    async with world.database.write() as db:
        yesterday = world.clock().date()
        starts = yesterday - timedelta(days=9)
        await db.execute(
            update(Unit).where(Unit.id == ended).values(valid_from=starts, valid_until=yesterday)
        )
    for unit_id in (str(ended), NOBODYS):
        value = unit_id if field == "host_unit_id" else [unit_id]
        hub = f"/points/{world.district.points['hub']}"
        answer = await world.signed_in("admin").patch(hub, json={field: value})
        assert (answer.status_code, answer.json()["code"]) == (422, "unit_not_of_organiser")
        assert answer.json()["unit_ids"] == [unit_id]


@pytest.mark.parametrize(
    "who", ["bithu-bom-bo", "truc-bom-bo", "van-phong", "thuong-truc", "bithu-buu-dien"]
)
async def test_only_staff_plan_points(world: World, who: str) -> None:
    client, point = world.signed_in(who), f"/points/{world.district.points['commune']}"
    add = f"/conferences/{world.district.conference_id}/points"
    assert (await client.post(add, json=_new(world))).status_code == 403
    assert (await client.patch(point, json={"venue": "Khác"})).status_code == 403
    assert (await client.delete(point)).status_code == 403


# ----------------------------------------------------------------------------------- removing


async def test_a_point_where_nothing_happened_is_removed(world: World) -> None:
    admin = world.signed_in("admin")
    added = (await _add(world)).json()
    for point_id in (added["id"], str(world.district.points["post_hall"])):
        assert (await admin.delete(f"/points/{point_id}")).status_code == 204
        assert (await admin.get(f"/points/{point_id}")).status_code == 404
        assert (await admin.delete(f"/points/{point_id}")).status_code == 404
    session = world.district.sessions["meet_1"]
    points = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    assert [each["point"]["name"] for each in points] == [
        "Phòng họp Ban Tuyên giáo",
        "Hội trường Trường THCS Hoa Ban",
    ]


async def test_a_point_whose_session_opened_stays(world: World) -> None:
    await world.open("meet_1")
    await world.close("meet_1")
    answer = await world.signed_in("admin").delete(f"/points/{world.district.points['post_hall']}")
    assert (answer.status_code, answer.json()["code"]) == (409, "point_in_use")
    assert await world.count(BridgePoint) == 5
    assert await world.count(ExpectedUnit) == 5


async def test_a_point_with_a_screen_stays_until_the_screen_is_revoked(world: World) -> None:
    screen, admin = await world.screen("post_hall"), world.signed_in("admin")
    address = f"/points/{world.district.points['post_hall']}"
    assert (await admin.delete(address)).json()["code"] == "point_in_use"
    assert (await admin.delete(f"/screens/{screen.id}")).status_code == 204
    assert (await admin.delete(address)).status_code == 204


# ----------------------------------------------------------------------------------- left out


async def _unplaced(world: World, who: str) -> list[tuple[str, int]]:
    address = f"/conferences/{world.district.conference_id}/unplaced-units"
    found, cursor = [], None
    while True:
        params = {"limit": "1"} | ({"cursor": cursor} if cursor else {})
        page = (await world.signed_in(who).get(address, params=params)).json()
        found += [(each["name"], each["convened_count"]) for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return found


async def test_units_that_no_point_expects_are_listed(world: World) -> None:
    assert await _unplaced(world, "admin") == []
    for key in ("hall", "commune"):
        point = f"/points/{world.district.points[key]}"
        await world.signed_in("admin").patch(point, json={"expected_unit_ids": []})
    # The school cell has its own hall; the commune itself has no members of its own.
    assert await _unplaced(world, "admin") == [
        ("Chi bộ Ban Tuyên giáo", 1),
        ("Chi bộ thôn 3", 3),
        ("Chi bộ Văn phòng Huyện ủy", 4),
    ]
    assert await _unplaced(world, "bithu-bom-bo") == [("Chi bộ thôn 3", 3)]
    assert await _unplaced(world, "bithu-buu-dien") == []
