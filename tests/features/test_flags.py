"""Flags: found anew at each look, shown to whom they concern, decided on by the district."""

from typing import Any
from uuid import UUID

import pytest

from tests import written
from tests.world import World, named

DISTRICT, OFFICE, POST = "admin", "bithu-van-phong", "bithu-buu-dien"


async def flags(world: World, username: str, **wanted: Any) -> list[dict[str, Any]]:
    session_id = str(world.district.sessions["line_1"])
    params = {"session_id": session_id, **wanted}
    answer = await world.signed_in(username).get("/flags", params=params)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def decide(world: World, username: str, flag_id: str, **body: Any) -> Any:
    session_id = world.district.sessions["line_1"]
    path = f"/sessions/{session_id}/flags/{flag_id}/decide"
    return await world.signed_in(username).post(path, json={"verdict": "explained", **body})


async def _one_phone_for_two(world: World) -> None:
    """Let Hoa check in, and her neighbour Minh on her phone."""
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    await phone.exchange(await screen.typed())
    who = named(world.district.people["minh"]) | {"kind": "assisted"}
    assert (await phone.send(phone.body(who))).status_code == 200


async def test_one_phone_for_two_is_a_flag_on_the_one_who_was_spoken_for(world: World) -> None:
    await _one_phone_for_two(world)
    (flag,) = await flags(world, OFFICE)
    assert flag["kind"] == "shared_phone"
    assert flag["sentence"] == "Một máy đã điểm danh cho 2 người."
    assert [each["full_name"] for each in flag["members"]] == ["Điểu Minh"]
    assert flag["decision"] is None
    assert await flags(world, DISTRICT) == [flag]


async def test_a_flag_concerns_its_own_unit_and_the_district(world: World) -> None:
    await _one_phone_for_two(world)
    assert await flags(world, POST) == []
    (flag,) = await flags(world, DISTRICT)
    assert (await decide(world, POST, flag["id"])).status_code == 404
    assert (await decide(world, OFFICE, flag["id"])).status_code == 403


async def test_what_somebody_made_of_a_flag_stays_with_it(world: World) -> None:
    await _one_phone_for_two(world)
    (flag,) = await flags(world, DISTRICT)
    decided = await decide(world, DISTRICT, flag["id"], note="Điểm danh hộ, có mặt thật")
    assert decided.status_code == 200, decided.text
    again = await decide(world, DISTRICT, flag["id"], verdict="upheld")
    assert again.json()["id"] == flag["id"]
    (found,) = await flags(world, OFFICE, decided="true")
    assert found["decision"]["verdict"] == "upheld"
    assert found["decision"]["note"] is None
    assert await flags(world, OFFICE, decided="false") == []
    assert (await decide(world, DISTRICT, str(UUID(int=1)))).json()["code"] == "flag_gone"


async def test_ticks_above_a_tenth_are_a_flag_until_somebody_countersigns(world: World) -> None:
    await world.open()
    for person in ("hoa", "binh", "minh", "le_hoa"):
        await written.tick(world, person, by=OFFICE)
    (flag,) = await flags(world, DISTRICT)
    assert flag["kind"] == "manual_share"
    assert flag["sentence"] == (
        "4 trên 4 đồng chí được ghi hoặc xác nhận bằng tay, còn 4 chưa đối chiếu."
    )
    path = f"/sessions/{world.district.sessions['line_1']}"
    path += f"/units/{world.district.units['office']}/countersign"
    assert (await world.signed_in(DISTRICT).post(path)).status_code == 200
    assert await flags(world, DISTRICT) == []


async def test_more_names_than_heads_is_a_flag_on_the_hall(world: World) -> None:
    await world.open()
    for person in ("hoa", "binh", "minh"):
        await written.tick(world, person, by=OFFICE, bridge_point_id=world.district.points["hall"])
    path = f"/sessions/{world.district.sessions['line_1']}"
    path += f"/points/{world.district.points['hall']}/head-counts"
    counted = await world.signed_in(DISTRICT).post(path, json={"persons": 2, "guests": 1})
    assert counted.status_code == 201, counted.text
    (flag,) = await flags(world, OFFICE, kind="over_head_count")
    assert (flag["unit_id"], flag["point_name"]) == (None, "Điểm cầu Hội trường Huyện ủy")
    assert flag["sentence"] == "Ghi nhận 3 đảng viên, đếm trong hội trường chỉ có 1: hơn 2."


@pytest.mark.parametrize("username", ["thuong-truc", "van-phong"])
async def test_who_reads_counts_alone_reads_no_flags(world: World, username: str) -> None:
    session_id = str(world.district.sessions["line_1"])
    answer = await world.signed_in(username).get("/flags", params={"session_id": session_id})
    assert answer.status_code == 403
