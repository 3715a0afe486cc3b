"""Names that fitted nobody: shown with whom they may mean, and settled by a person."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest

from api import events
from api.tables.attendance import Attendance, TypedName
from api.words import BindingOrigin, Evidence, Standing
from tests.deciders import (
    BOM_BO,
    OFFICE,
    POST,
    appoint,
    attendance_of,
    is_member,
    phones_of,
    scanned_in,
    told,
)
from tests.newcomers import said
from tests.world import Phone, World, named


async def type_name(
    world: World,
    name: str,
    *,
    unit: str | None = "office",
    last4: str | None = None,
    point: str = "hall",
    phone: Phone | None = None,
) -> Phone:
    """Type a name at a point as somebody who is not known there."""
    phone = phone or await scanned_in(world, point=point)
    unit_id = str(world.district.units[unit]) if unit else None
    who = {"kind": "named", "unit_id": unit_id, "name": name, "last4": last4}
    answer = await phone.send(phone.body(who))
    assert answer.json()["evidence"] == "claimed", answer.text
    world.clock.move(seconds=1)
    return phone


async def names(world: World, username: str, **params: Any) -> list[dict[str, Any]]:
    """List the names that wait for somebody, or those that are settled."""
    query = {"session_id": str(world.district.sessions["line_1"]), **params}
    answer = await world.signed_in(username).get("/typed-names", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def settle(
    world: World, username: str, name_id: str | UUID, wish: dict[str, Any]
) -> httpx.Response:
    """Settle a name of line 1."""
    path = f"/sessions/{world.district.sessions['line_1']}/typed-names/{name_id}/settle"
    return await world.signed_in(username).post(path, json=wish)


def is_person(world: World, person: str) -> dict[str, Any]:
    """Say that a name is a member's."""
    return {"outcome": "matched", "member_id": str(world.district.people[person].id)}


async def test_a_mistyped_name_comes_with_whom_it_may_mean(world: World) -> None:
    await world.open()
    await type_name(world, "Nguyễn Hoa", last4="4821")
    await type_name(world, "Trần Văn Bìnj", unit=None)
    await type_name(world, "Tý", unit="office")
    hoa, binh, nickname = await names(world, OFFICE)
    people = world.district.people
    assert (hoa["name"], hoa["last4"], hoa["unit_name"]) == (
        "Nguyễn Hoa",
        "4821",
        "Chi bộ Văn phòng Huyện ủy",
    )
    best = hoa["suggestions"][0]
    assert (best["member_id"], best["last4_fits"]) == (str(people["hoa"].id), True)
    assert best["has_phone"] is False
    assert [each["full_name"] for each in binh["suggestions"]] == ["Trần Văn Bình"]
    assert (binh["unit_id"], binh["suggestions"][0]["last4_fits"]) == (None, None)
    assert nickname["suggestions"] == []
    (read,) = await told(world, events.MEMBERS_READ)
    assert read.detail == {
        "list": "listTypedNames",
        "count": 3 + len(hoa["suggestions"]) + len(binh["suggestions"]),
    }


async def test_names_are_shown_to_those_who_decide_there_and_to_nobody_else(world: World) -> None:
    await world.open()
    await type_name(world, "Điểu Khánk", unit="village", point="hall")
    await type_name(world, "Hoàng Văn Lạ", unit=None, point="commune")
    assert [each["name"] for each in await names(world, BOM_BO)] == ["Điểu Khánk", "Hoàng Văn Lạ"]
    assert await names(world, OFFICE) == []
    assert await names(world, POST) == []
    assert len(await names(world, "admin")) == 2
    village = str(world.district.units["village"])
    (khanh,) = await names(world, BOM_BO, unit_id=village)
    assert len(khanh["suggestions"]) == 2
    session = {"session_id": str(world.district.sessions["line_1"])}
    for username in ("truc-bom-bo", "thuong-truc", "van-phong"):
        await world.give_totp(username)
        answer = await world.signed_in(username).get("/typed-names", params=session)
        assert said(answer) == (403, "forbidden")
    refused = await settle(world, OFFICE, khanh["id"], {"outcome": "guest"})
    assert said(refused) == (404, "not_found")


async def test_a_suggestion_never_names_a_member_beyond_ones_own_units(world: World) -> None:
    await world.open()
    await type_name(world, "Phạm Quốc Tuấn", unit="office")
    (office,) = await names(world, OFFICE)
    assert office["suggestions"] == []
    (district,) = await names(world, "admin")
    assert [each["full_name"] for each in district["suggestions"]] == ["Phạm Quốc Tuấn"]
    refused = await settle(world, OFFICE, office["id"], is_person(world, "tuan"))
    assert said(refused) == (404, "not_found")


async def test_the_host_is_not_told_whom_the_district_found_in_another_unit(world: World) -> None:
    await world.open()
    await type_name(world, "Hoa Bưu", unit=None, point="commune")
    (typed,) = await names(world, BOM_BO)
    settled = (await settle(world, "admin", typed["id"], is_person(world, "hoa"))).json()
    assert settled["member_name"] == "Nguyễn Thị Hoa"
    (seen,) = await names(world, BOM_BO, settled=True)
    assert (seen["name"], seen["outcome"], seen["standing"]) == ("Hoa Bưu", "matched", "present")
    assert (seen["member_id"], seen["member_name"]) == (None, None)


async def test_a_name_that_is_matched_makes_her_present_and_the_phone_hers(world: World) -> None:
    await world.open()
    arrived = world.clock()
    await type_name(world, "Nguyễn Hoa")
    (typed,) = await names(world, OFFICE)
    world.clock.move(minutes=4)
    answer = await settle(world, OFFICE, typed["id"], is_person(world, "hoa"))
    view = answer.json()
    assert answer.status_code == 200, answer.text
    assert (view["outcome"], view["member_name"], view["was_already_there"]) == (
        "matched",
        "Nguyễn Thị Hoa",
        False,
    )
    row = await attendance_of(world, "hoa")
    assert (row.standing, row.evidence) == (Standing.PRESENT, Evidence.CLAIMED)
    assert (row.first_arrived_at, row.decided_at) == (arrived, world.clock())
    assert row.unit_id == world.district.units["office"]
    (device,) = await phones_of(world, "hoa")
    assert (device.origin, device.confirmed_by) == (
        BindingOrigin.SECRETARY,
        world.district.accounts[OFFICE],
    )
    world.clock.move(minutes=1)
    again = await settle(world, OFFICE, typed["id"], is_person(world, "hoa"))
    assert again.json() == view
    other = await settle(world, OFFICE, typed["id"], is_person(world, "binh"))
    assert said(other) == (409, "typed_name_settled")
    assert await names(world, OFFICE) == []
    screen = await world.screen()
    assert ((await screen.live())["present"], (await screen.live())["pending"]) == (1, 0)


async def test_the_second_name_of_one_member_says_that_he_is_there_already(world: World) -> None:
    await world.open()
    await type_name(world, "Điểu Minhh")
    await type_name(world, "Diểu Min")
    first, second = await names(world, OFFICE)
    await settle(world, OFFICE, first["id"], is_person(world, "minh"))
    world.clock.move(minutes=1)
    view = (await settle(world, OFFICE, second["id"], is_person(world, "minh"))).json()
    assert (view["outcome"], view["was_already_there"]) == ("matched", True)
    assert await world.count(Attendance) == 1
    assert len(await phones_of(world, "minh")) == 1


async def test_the_strangers_claim_must_go_before_his_own_phone_is_his(world: World) -> None:
    await world.open()
    for _ in ("a stranger", "Minh"):
        await type_name(world, world.district.people["minh"].name)
    strangers, his = await names(world, OFFICE)
    await settle(world, OFFICE, strangers["id"], {"outcome": "guest"})
    await settle(world, OFFICE, his["id"], is_person(world, "minh"))
    async with world.database.read() as db:
        typed = await db.get_one(TypedName, (world.district.sessions["line_1"], UUID(his["id"])))
    assert [device.id for device in await phones_of(world, "minh")] == [typed.device_id]


async def test_a_namesakes_claim_is_confirmed_by_matching_it(world: World) -> None:
    await world.open()
    phone = await scanned_in(world, point="commune")
    await phone.name(world.district.people["khanh"])
    (typed,) = await names(world, BOM_BO)
    assert typed["attendance_id"] is None
    await settle(world, BOM_BO, typed["id"], is_person(world, "other_khanh"))
    assert (await attendance_of(world, "other_khanh")).standing is Standing.PRESENT
    assert len(await phones_of(world, "other_khanh")) == 1


async def test_who_was_missing_on_the_list_is_added_and_present(world: World) -> None:
    await world.open()
    await type_name(world, "Điểu Lên", unit="village", point="commune")
    (typed,) = await names(world, BOM_BO)
    new = {
        "outcome": "added",
        "unit_id": str(world.district.units["village"]),
        "full_name": "Điểu Lên",
        "card_number": "10009999",
        "status": "probationary",
    }
    taken = await settle(world, BOM_BO, typed["id"], new | {"card_number": "10005005"})
    assert said(taken) == (409, "card_number_taken")
    office = new | {"unit_id": str(world.district.units["office"])}
    assert said(await settle(world, BOM_BO, typed["id"], office)) == (404, "not_found")
    view = (await settle(world, BOM_BO, typed["id"], new)).json()
    assert (view["outcome"], view["member_name"]) == ("added", "Điểu Lên")
    assert view["standing"] == "present"
    assert (await settle(world, BOM_BO, typed["id"], new)).json() == view
    assert len(await told(world, events.MEMBER_ADDED)) == len(world.district.people) + 1


async def test_a_guest_is_no_member_and_a_joke_takes_its_claim_with_it(world: World) -> None:
    await world.open()
    await type_name(world, "Ông Ba hàng xóm")
    joker = await scanned_in(world)
    await joker.name(world.district.people["minh"])
    guest, joke = await names(world, OFFICE)
    assert (await settle(world, OFFICE, guest["id"], {"outcome": "guest"})).status_code == 200
    rejected = {"outcome": "rejected", "reason": "Gõ đùa"}
    view = (await settle(world, OFFICE, joke["id"], rejected)).json()
    assert (view["outcome"], view["standing"], view["settled_reason"]) == (
        "rejected",
        "rejected",
        "Gõ đùa",
    )
    assert (await attendance_of(world, "minh")).decision_reason == "Gõ đùa"
    assert await world.count(Attendance) == 1
    client = world.signed_in(OFFICE)
    live = await client.get(f"/sessions/{world.district.sessions['line_1']}/live")
    assert (live.json()["typed_names"], live.json()["pending"]) == (0, 0)
    assert len(await names(world, OFFICE, settled=True)) == 2


async def test_nobody_finds_herself_among_the_names(world: World) -> None:
    await world.open()
    await is_member(world, OFFICE, "hoa")
    await type_name(world, "Nguyễn Hoa")
    (typed,) = await names(world, OFFICE)
    refused = await settle(world, OFFICE, typed["id"], is_person(world, "hoa"))
    assert said(refused) == (409, "own_attendance")
    await appoint(world, "pho-van-phong", "office", deputy=True)
    settled = await settle(world, "pho-van-phong", typed["id"], is_person(world, "hoa"))
    assert settled.status_code == 200


async def test_after_the_lock_no_name_is_settled(world: World) -> None:
    await world.open()
    await type_name(world, "Nguyễn Hoa")
    (typed,) = await names(world, OFFICE)
    await world.close()
    world.clock.move(hours=24)
    refused = await settle(world, OFFICE, typed["id"], {"outcome": "guest"})
    assert said(refused) == (409, "session_locked")


@pytest.mark.parametrize("other", ["hoa", "binh"])
async def test_two_secretaries_settle_one_name_at_one_moment(world: World, other: str) -> None:
    await world.open()
    await appoint(world, "pho-van-phong", "office", deputy=True)
    await type_name(world, "Nguyễn Hoa")
    (typed,) = await names(world, OFFICE)
    answers = await asyncio.gather(
        settle(world, OFFICE, typed["id"], is_person(world, "hoa")),
        settle(world, "pho-van-phong", typed["id"], is_person(world, other)),
    )
    statuses = sorted(each.status_code for each in answers)
    assert statuses == ([200, 200] if other == "hoa" else [200, 409])
    assert await world.count(Attendance) == 1
    assert len(await told(world, events.PHONE_BOUND)) == 1


async def test_a_name_is_settled_while_its_member_scans(world: World) -> None:
    await world.open()
    await type_name(world, "Nguyễn Hoa")
    (typed,) = await names(world, OFFICE)
    hers = await scanned_in(world)
    who = named(world.district.people["hoa"], last4="4821")
    answers = await asyncio.gather(
        hers.send(hers.body(who)),
        settle(world, OFFICE, typed["id"], is_person(world, "hoa")),
    )
    assert {each.status_code for each in answers} == {200}
    row = await attendance_of(world, "hoa")
    assert row.standing is Standing.PRESENT
    assert answers[1].json()["was_already_there"] is (row.decided_at is None)
    assert len(await phones_of(world, "hoa")) == 1
