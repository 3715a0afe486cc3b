"""Conferences that are planned at one stroke from a preset, on the units that an office has."""

import asyncio
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import update

from api.events import SYSTEM
from api.kit.dates import day_of
from api.tables.conferences import Conference
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import UnitKind
from tests.world import World


async def _from_preset(
    world: World, user: str = "admin", preset: str = "bu_dang_2022", **changes: Any
) -> httpx.Response:
    # The district has a conference of the preset's quarter.
    organiser = str(world.district.units["district"])
    body = {"preset": preset, "organiser_id": organiser, "another": True, **changes}
    return await world.signed_in(user).post("/conferences/from-preset", json=body)


def _ended(world: World) -> dict[str, Any]:
    """Write what a unit is that began long ago and ends today."""
    today = day_of(world.clock())
    return {"valid_from": today.replace(year=2000), "valid_until": today}


async def _points(world: World, conference_id: str) -> dict[str, dict[str, Any]]:
    listed = await world.signed_in("admin").get(
        f"/conferences/{conference_id}/points", params={"limit": 100}
    )
    return {point["name"]: point for point in listed.json()["items"]}


async def test_the_presets_are_listed_with_what_they_bring(world: World) -> None:
    listed = (await world.signed_in("bithu-bom-bo").get("/presets")).json()
    plan = {each["key"]: each for each in listed["items"]}["bu_dang_2022"]
    assert plan["organiser_name"] == "Đảng bộ huyện Bù Đăng"
    assert (plan["line_point_count"], plan["line_session_count"]) == (17, 3)
    assert (plan["meet_session_count"], plan["unit_count"]) == (2, 246)
    assert "giả định" in plan["note"]


async def test_units_that_are_missing_are_named_and_nothing_is_done(world: World) -> None:
    before = await world.count(Unit)
    refused = await _from_preset(world)
    assert (refused.status_code, refused.json()["code"]) == (409, "units_missing")
    named = refused.json()["units"]
    assert "Chi bộ Ban Tổ chức Huyện ủy" in named
    assert "Đảng bộ xã Bom Bo" not in named, "the district has it"
    assert "Chi bộ thôn 1 (Đảng bộ xã Bom Bo)" in named
    assert "Chi bộ thôn 3 (Đảng bộ xã Bom Bo)" not in named
    assert not any("Đak Nhau)" in name for name in named), "its commune stands for its cells"
    assert refused.json()["count"] > len(named)
    assert await world.count(Unit) == before
    assert await world.count(Conference) == 1


async def test_missing_units_are_added_to_those_there_are(world: World) -> None:
    before = await world.count(Unit)
    planned = await _from_preset(world, create_units=True)
    assert planned.status_code == 201, planned.text
    added = planned.json()["units_added"]
    assert await world.count(Unit) == before + added
    # Văn phòng Huyện ủy, the commune Bom Bo and its thôn 3 are the preset's; Bưu điện is "Bưu điện
    # huyện" there, Ban Tuyên giáo "Ban Tuyên giáo Huyện ủy".
    assert added == 246 - 3
    points = await _points(world, planned.json()["id"])
    assert points["Điểm cầu xã Bom Bo"]["host_unit_id"] == str(world.district.units["bom_bo"])
    again = await _from_preset(world)
    assert (again.status_code, again.json()["units_added"]) == (201, 0)


async def test_an_alias_stands_for_a_name_of_the_preset(world: World) -> None:
    async with world.database.write() as db:
        post = Unit.id == world.district.units["post"]
        await db.execute(update(Unit).where(post).values(aliases=["Chi bộ Bưu điện huyện"]))
    named = (await _from_preset(world)).json()["units"]
    assert "Chi bộ Bưu điện huyện" not in named
    assert "Chi bộ Điện lực Bù Đăng" in named


async def test_two_units_of_one_name_are_not_guessed_between(world: World) -> None:
    async with world.database.write() as db:
        district = await db.get_one(Unit, world.district.units["district"])
        await add_unit(
            db,
            SYSTEM,
            name="Đảng bộ xã Bom Bo",
            kind=UnitKind.GRASSROOTS_COMMITTEE,
            parent=district,
            bloc=None,
            valid_from=day_of(world.clock()),
            at=world.clock(),
        )
    refused = await _from_preset(world, create_units=True)
    assert (refused.status_code, refused.json()["code"]) == (409, "units_unclear")
    assert refused.json()["units"] == ["Đảng bộ xã Bom Bo"]
    assert await world.count(Conference) == 1


async def test_a_unit_that_ended_is_missing(world: World) -> None:
    async with world.database.write() as db:
        office = Unit.id == world.district.units["office"]
        await db.execute(update(Unit).where(office).values(**_ended(world)))
    assert "Chi bộ Văn phòng Huyện ủy" in (await _from_preset(world)).json()["units"]


@pytest.mark.parametrize(
    ("user", "status"),
    [
        ("thuong-truc", 403),
        ("van-phong", 403),
        ("bithu-bom-bo", 404),
        ("bithu-buu-dien", 404),
        ("truc-bom-bo", 404),
    ],
)
async def test_only_the_organisers_staff_plan_its_conference(
    user: str, status: int, world: World
) -> None:
    answer = await _from_preset(world, user, create_units=True)
    assert answer.status_code == status
    assert await world.count(Conference) == 1


async def test_the_secretary_of_bom_bo_cannot_plan_one_for_the_commune(world: World) -> None:
    answer = await _from_preset(
        world,
        "bithu-bom-bo",
        organiser_id=str(world.district.units["bom_bo"]),
        create_units=True,
    )
    assert answer.status_code == 403


async def test_an_unknown_preset_is_refused(world: World) -> None:
    answer = await _from_preset(world, preset="bu_dang_1922")
    assert (answer.status_code, answer.json()["code"]) == (422, "preset_unknown")
    assert "bu_dang_1922" in answer.json()["detail"]


async def test_the_same_key_twice_plans_one_conference(world: World) -> None:
    body = {
        "preset": "bu_dang_2025",
        "organiser_id": str(world.district.units["district"]),
        "create_units": True,
    }
    admin = world.signed_in("admin")
    key = {"Idempotency-Key": "quy-iv-2025"}
    answers = await asyncio.gather(
        *(admin.post("/conferences/from-preset", json=body, headers=key) for _ in range(2))
    )
    assert {answer.status_code for answer in answers} == {201}
    assert answers[0].content == answers[1].content
    assert await world.count(Conference) == 2


async def test_two_presets_at_once_add_each_unit_once(world: World) -> None:
    answers = await asyncio.gather(*(_from_preset(world, create_units=True) for _ in range(2)))
    assert {answer.status_code for answer in answers} == {201}
    assert sorted(answer.json()["units_added"] for answer in answers) == [0, 243]


async def test_an_organiser_that_is_no_more_organises_nothing(world: World) -> None:
    async with world.database.write() as db:
        district = Unit.id == world.district.units["district"]
        await db.execute(update(Unit).where(district).values(**_ended(world)))
    refused = await _from_preset(world, create_units=True)
    assert (refused.status_code, refused.json()["code"]) == (409, "organiser_ended")


async def test_an_organiser_of_another_tree_is_not_there(world: World) -> None:
    async with world.database.write() as db:
        other = await add_unit(
            db,
            SYSTEM,
            name="Đảng bộ huyện khác",
            kind=UnitKind.COMMITTEE,
            parent=None,
            bloc=None,
            valid_from=day_of(world.clock()),
            at=world.clock(),
        )
    assert (await _from_preset(world, organiser_id=str(other.id))).status_code == 404


async def test_a_preset_of_a_quarter_that_has_its_conference_is_refused_and_adds_no_unit(
    world: World,
) -> None:
    before = await world.count(Unit)
    refused = await _from_preset(world, create_units=True, another=False)
    assert (refused.status_code, refused.json()["code"]) == (409, "conference_exists")
    assert refused.json()["conference_id"] == str(world.district.conference_id)
    assert await world.count(Unit) == before
