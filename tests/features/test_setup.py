"""A real office's first day: an empty program becomes its own, once, and never the demo's."""

import asyncio
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import func, select

from api.presets import preset as presets
from api.setup import actions, store
from api.tables.access import Grant
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.conferences import Conference, GroupUnit
from api.tables.events import Event
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit
from tests.district import PASSWORD
from tests.world import World

ORGANISER = {"name": "Đảng bộ xã Bù Đăng", "kind": "grassroots_committee"}


async def _set_up(office: World, preset: str | None = None, **headers: str) -> httpx.Response:
    body = {"organiser": ORGANISER, "preset": preset}
    return await office.signed_in("admin").post("/setup", json=body, headers=headers)


async def test_before_the_first_day_nobody_sees_and_may_do_anything(office: World) -> None:
    admin = office.signed_in("admin")
    state = (await admin.get("/setup")).json()
    assert (state["is_needed"], state["is_demo"]) == (True, False)
    assert {"bu_dang_2022", "bu_dang_2025"} <= {each["key"] for each in state["presets"]}
    assert (await admin.get("/me")).json()["grants"] == []
    assert (await admin.get("/units")).json()["items"] == []
    assert (await office.client().get("/setup")).status_code == 401
    assert (await office.client().post("/setup", json={"organiser": ORGANISER})).status_code == 401


async def test_an_office_without_a_preset_begins_with_its_own_name_alone(office: World) -> None:
    answer = await _set_up(office)
    assert answer.status_code == 201, answer.text
    done = answer.json()
    assert (done["organiser_name"], done["conference"]) == (ORGANISER["name"], None)
    me = (await office.signed_in("admin").get("/me")).json()
    assert [(each["role"], each["unit_id"]) for each in me["grants"]] == [
        ("district_admin", done["organiser_id"])
    ]
    assert await office.count(Unit) == 1
    assert await office.count(Conference) == 0
    state = (await office.signed_in("admin").get("/setup")).json()
    assert (state["is_needed"], state["is_demo"]) == (False, False)
    await office.give_totp("admin")
    root = (await office.signed_in("admin").get(f"/units/{done['organiser_id']}")).json()
    assert root["parent_id"] is None
    assert root["valid_from"] == "2022-01-01", "it was there before the program was"


@pytest.mark.parametrize("key", ["bu_dang_2022", "bu_dang_2025"])
async def test_a_preset_brings_units_conference_points_and_sessions_but_nobody(
    key: str, office: World
) -> None:
    plan = presets.load(key)
    done = (await _set_up(office, key)).json()
    planned = done["conference"]
    assert await office.count(Unit) == planned["units_added"] + 1
    assert await office.count(BridgePoint) == planned["point_count"] == len(plan.points)
    assert await office.count(Session) == planned["session_count"] == len(plan.sessions)
    assert await office.count(Member) == 0, "people are never invented for an office"
    assert await office.count(GroupUnit) == sum(len(group.units) for group in plan.groups)
    await office.give_totp("admin")
    conference = await office.signed_in("admin").get(f"/conferences/{planned['id']}")
    assert conference.json()["organiser_id"] == done["organiser_id"]
    assert conference.json()["report_email"] is None, "an invented address is the demo's alone"
    async with office.database.read() as db:
        root = (await db.execute(select(Unit).where(Unit.parent_id.is_(None)))).scalar_one()
        assert root.name == ORGANISER["name"], "its own name, not the plan's"
        together = select(BridgePoint.form, BridgePoint.is_hub).where(
            BridgePoint.keeps_units_together
        )
        kept = (await db.execute(together)).all()
        assert len(kept) == len([unit for unit in plan.organiser.children if unit.children])
        stored = (await db.execute(select(Conference))).scalar_one()
        items = {each["key"]: each for each in stored.preparation_items}
        assert items["line_test"]["kind"] == "tested"
        assert items["camera"]["forms"] == ["meet"]
        expected = (await db.execute(select(func.count()).select_from(ExpectedUnit))).scalar_one()
        assert expected == sum(len(point.expects) for point in plan.points)


@pytest.mark.parametrize(
    ("key", "since"), [("bu_dang_2022", "2022-01-01"), ("bu_dang_2025", "2022-03-15")]
)
async def test_the_units_of_a_preset_are_as_old_as_the_plan_has_them_but_never_of_tomorrow(
    office: World, key: str, since: str
) -> None:
    assert (await _set_up(office, key)).status_code == 201
    async with office.database.read() as db:
        days = set((await db.execute(select(Unit.valid_from))).scalars())
    assert {day.isoformat() for day in days} == {since}


async def test_a_commune_of_a_preset_is_merged_and_a_cell_ended_on_the_first_day(
    office: World,
) -> None:
    assert (await _set_up(office, "bu_dang_2022")).status_code == 201
    await office.give_totp("admin")
    admin = office.signed_in("admin")
    found = {}
    for name in ("Đảng bộ xã Nghĩa Bình", "Đảng bộ xã Nghĩa Trung", "Chi bộ Điện lực"):
        (unit,) = (await admin.get("/units", params={"q": name})).json()["items"]
        found[name] = unit["id"]
    into = {"successor_id": found["Đảng bộ xã Nghĩa Trung"], "on": "2022-03-15"}
    merged = await admin.post(f"/units/{found['Đảng bộ xã Nghĩa Bình']}/merge", json=into)
    assert merged.status_code == 200, merged.text
    ended = await admin.post(f"/units/{found['Chi bộ Điện lực']}/end", json={})
    assert (ended.status_code, ended.json()["valid_until"]) == (200, "2022-03-15")


async def test_the_first_day_is_in_the_audit_trail(office: World) -> None:
    done = (await _set_up(office, "bu_dang_2025")).json()
    async with office.database.read() as db:
        told = select(Event).where(Event.act == "installation.set_up")
        event = (await db.execute(told)).scalar_one()
    assert str(event.subject_id) == done["organiser_id"]
    assert (event.actor_kind, event.actor_id) == ("account", office.district.accounts["admin"])
    assert event.detail == {"preset": "bu_dang_2025", "is_demo": False}


async def test_it_is_done_once(office: World) -> None:
    assert (await _set_up(office)).status_code == 201
    again = await _set_up(office, "bu_dang_2022")
    assert (again.status_code, again.json()["code"]) == (409, "already_set_up")
    assert await office.count(Unit) == 1


async def test_two_at_once_set_up_one_office(office: World) -> None:
    answers = await asyncio.gather(_set_up(office), _set_up(office))
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert await office.count(Unit) == await office.count(Grant) == 1


async def test_an_answer_that_was_lost_is_given_again(office: World) -> None:
    key = {"Idempotency-Key": "ngay-dau-tien"}
    first, again = await _set_up(office, **key), await _set_up(office, **key)
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert await office.count(Unit) == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"organiser": ORGANISER, "preset": "bu_dang_1922"}, "preset_unknown"),
        ({"organiser": ORGANISER, "preset": "../secret"}, "validation_failed"),
        ({"organiser": {**ORGANISER, "name": " \u200b "}}, "validation_failed"),
        ({"organiser": {**ORGANISER, "kind": "party"}}, "validation_failed"),
        ({"organiser": {"name": "Đảng bộ"}}, "validation_failed"),
        ({"organiser": ORGANISER, "members": 3500}, "validation_failed"),
        ({"preset": "bu_dang_2022"}, "validation_failed"),
    ],
)
async def test_a_wrong_beginning_begins_nothing(
    body: dict[str, Any], code: str, office: World
) -> None:
    answer = await office.signed_in("admin").post("/setup", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert await office.count(Unit) == 0


async def test_invented_people_never_come_into_an_office(office: World) -> None:
    plan = presets.load("bu_dang_2022")
    for begun in (False, True):
        if begun:
            await _set_up(office)
        async with office.database.write() as db:
            assert (
                await actions.fill_demo(
                    db, plan, members=60, admin_password=PASSWORD, at=office.clock()
                )
                is None
            )
        assert await office.count(Member) == 0
    async with office.database.read() as db:
        assert not await store.is_demo(db)


async def test_the_secretary_of_a_working_district_cannot_set_it_up_anew(world: World) -> None:
    body = {"organiser": ORGANISER}
    for username in ("bithu-bom-bo", "thuong-truc", "admin"):
        answer = await world.signed_in(username).post("/setup", json=body)
        assert (answer.status_code, answer.json()["code"]) == (409, "already_set_up")
        state = (await world.signed_in(username).get("/setup")).json()
        assert state["is_needed"] is False


async def test_an_office_plans_its_first_conference_after_an_empty_beginning(
    office: World,
) -> None:
    done = (await _set_up(office)).json()
    body = {"preset": "bu_dang_2025", "organiser_id": done["organiser_id"]}
    admin = office.signed_in("admin")
    unproved = await admin.post("/conferences/from-preset", json=body)
    assert (unproved.status_code, unproved.json()["code"]) == (403, "totp_required")
    await office.give_totp("admin")
    refused = await admin.post("/conferences/from-preset", json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "units_missing")
    added = await admin.post("/conferences/from-preset", json={**body, "create_units": True})
    assert added.status_code == 201, added.text
    assert added.json()["units_added"] == 192
