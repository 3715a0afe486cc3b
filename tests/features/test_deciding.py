"""A person confirms, rejects and corrects; machines never undo it, and nobody judges himself."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import update

from api import events
from api.deciding.races import Overtaken, until_settled
from api.events import SYSTEM, Happening
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.tables.access import Account, Device
from api.tables.attendance import Attendance
from api.words import BindingOrigin, Evidence, Standing
from tests.deciders import (
    BOM_BO,
    OFFICE,
    POST,
    appoint,
    attendance_of,
    claimed,
    decide,
    is_member,
    phones_of,
    scanned_in,
    told,
)
from tests.newcomers import said
from tests.world import World

NOT_THERE = {"reason": "Không có mặt trong hội trường"}


async def test_her_tap_confirms_the_person_and_binds_the_phone(world: World) -> None:
    await world.open()
    phone, waits = await claimed(world, "minh")
    world.clock.move(minutes=3)
    answer = await decide(world, OFFICE, waits, "confirm")
    view = answer.json()
    assert answer.status_code == 200, answer.text
    assert (view["standing"], view["evidence"]) == ("present", "claimed")
    assert (view["decided_by_name"], view["decision_reason"]) == (OFFICE, None)
    assert view["decided_at"] > view["first_arrived_at"]
    (device,) = await phones_of(world, "minh")
    assert (device.origin, device.confirmed_at) == (BindingOrigin.SECRETARY, world.clock())
    screen = await world.screen()
    assert (await screen.live())["pending"] == 0
    world.clock.move(minutes=5)
    await phone.exchange(await screen.typed())
    assert (await phone.tap()).json()["already_recorded"] is True


async def test_confirming_twice_is_confirming_once(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "minh")
    first = await decide(world, OFFICE, waits, "confirm")
    world.clock.move(minutes=1)
    await appoint(world, "pho-van-phong", "office", deputy=True)
    again = await decide(world, "pho-van-phong", waits, "confirm")
    assert (again.status_code, again.json()) == (200, first.json())
    for act in (events.ATTENDANCE_CONFIRMED, events.PHONE_BOUND, events.NAME_SETTLED):
        assert len(await told(world, act)) == 1, act


async def test_who_is_present_by_the_last_4_has_only_the_phone_confirmed(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    await phone.name(world.district.people["hoa"], last4="4821")
    row = await attendance_of(world, "hoa")
    view = (await decide(world, OFFICE, row.id, "confirm")).json()
    assert (view["standing"], view["evidence"], view["decided_at"]) == ("present", "first", None)
    (device,) = await phones_of(world, "hoa")
    assert (device.origin, device.confirmed_at) == (BindingOrigin.LAST4, world.clock())


async def test_a_neighbours_phone_is_not_bound_by_the_name_typed_on_it(world: World) -> None:
    await world.open()
    hers = await world.known_phone("hoa", screen=await world.screen())
    await hers.exchange(await (await world.screen()).typed())
    await hers.name(world.district.people["minh"])
    row = await attendance_of(world, "minh")
    assert (await decide(world, OFFICE, row.id, "confirm")).json()["standing"] == "present"
    assert await phones_of(world, "minh") == []


async def test_a_joker_who_typed_three_names_has_one_phone_at_most(world: World) -> None:
    await world.open()
    joker = await scanned_in(world)
    for person in ("minh", "le_hoa", "binh"):
        await joker.name(world.district.people[person])
    ids = [(await attendance_of(world, each)).id for each in ("minh", "le_hoa", "binh")]
    await decide(world, OFFICE, ids[0], "confirm")
    await decide(world, OFFICE, ids[1], "confirm")
    assert [len(await phones_of(world, each)) for each in ("minh", "le_hoa")] == [1, 0]


async def test_where_two_phones_typed_one_name_a_tap_binds_neither(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "minh")  # a stranger was faster than he
    his = await scanned_in(world)
    await his.name(world.district.people["minh"])
    assert (await decide(world, OFFICE, waits, "confirm")).json()["standing"] == "present"
    assert await phones_of(world, "minh") == []


async def test_a_list_binds_no_phone_that_named_several(world: World) -> None:
    await world.open()
    joker = await scanned_in(world)
    for person in ("minh", "le_hoa"):
        await joker.name(world.district.people[person])
    await claimed(world, "binh")
    people = ("minh", "le_hoa", "binh")
    ids = [str((await attendance_of(world, each)).id) for each in people]
    path = f"/sessions/{world.district.sessions['line_1']}/attendance/confirm"
    answer = await world.signed_in(OFFICE).post(path, json={"attendance_ids": ids})
    assert answer.json() == {"confirmed": ids, "skipped": []}
    assert [len(await phones_of(world, each)) for each in people] == [0, 0, 1]


async def test_a_list_names_what_it_passes_over(world: World) -> None:
    await world.open()
    await is_member(world, OFFICE, "hoa")
    waiting = {each: (await claimed(world, each))[1] for each in ("minh", "le_hoa", "hoa")}
    elsewhere = (await claimed(world, "mai", point="commune"))[1]
    await decide(world, OFFICE, waiting["le_hoa"], "reject", NOT_THERE)
    unknown = uuid4()
    path = f"/sessions/{world.district.sessions['line_1']}/attendance/confirm"
    ids = [*map(str, waiting.values()), str(elsewhere), str(unknown), str(waiting["minh"])]
    answer = (await world.signed_in(OFFICE).post(path, json={"attendance_ids": ids})).json()
    assert answer["confirmed"] == [str(waiting["minh"])]
    assert {each["id"]: each["code"] for each in answer["skipped"]} == {
        str(waiting["le_hoa"]): "attendance_decided",
        str(waiting["hoa"]): "own_attendance",
        str(elsewhere): "not_found",
        str(unknown): "not_found",
    }


async def test_who_came_with_his_own_phone_after_all_needs_no_tap(world: World) -> None:
    await world.open()
    screen = await world.screen()
    hers = await world.known_phone("hoa", screen=screen)
    await world.close()
    second = await world.open("line_2")
    await hers.exchange(await screen.typed())
    joker = await scanned_in(world)
    await joker.name(world.district.people["hoa"])
    assert (await hers.tap()).json()["standing"] == "present"
    client = world.signed_in(OFFICE)
    listed = (await client.get("/attendance", params={"session_id": str(second)})).json()["items"]
    path = f"/sessions/{second}/attendance/{listed[0]['id']}/confirm"
    view = (await client.post(path)).json()
    assert (view["standing"], view["evidence"], view["decided_at"]) == ("present", "digits", None)
    (device,) = await phones_of(world, "hoa")
    assert device.revoked_at is None
    waiting = await client.get("/typed-names", params={"session_id": str(second)})
    assert waiting.json()["items"] == []


async def test_the_secretarys_own_attendance_is_her_deputys_to_confirm(world: World) -> None:
    await world.open()
    await is_member(world, OFFICE, "minh")
    await appoint(world, "pho-van-phong", "office", deputy=True)
    _, waits = await claimed(world, "minh")
    correction = {"standing": "present", "reason": "Tôi có mặt"}
    for what, body in (("confirm", None), ("reject", NOT_THERE), ("correct", correction)):
        assert said(await decide(world, OFFICE, waits, what, body)) == (409, "own_attendance")
    assert (await decide(world, "pho-van-phong", waits, "confirm")).status_code == 200


async def test_who_has_not_said_which_member_she_is_decides_nothing(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "minh")
    async with world.database.write() as db:
        unstated = update(Account).where(Account.username == OFFICE).values(member_stated_at=None)
        await db.execute(unstated)
    assert said(await decide(world, OFFICE, waits, "confirm")) == (409, "member_unstated")


async def test_the_commune_confirms_for_its_school_cell_and_nobody_elses_secretary(
    world: World,
) -> None:
    await world.open()
    _, waits = await claimed(world, "lan", point="commune")
    assert said(await decide(world, POST, waits, "confirm")) == (404, "not_found")
    assert said(await decide(world, OFFICE, waits, "reject", NOT_THERE)) == (404, "not_found")
    for username in ("truc-bom-bo", "thuong-truc", "van-phong"):
        await world.give_totp(username)
        assert said(await decide(world, username, waits, "confirm")) == (403, "forbidden")
    assert (await decide(world, BOM_BO, waits, "confirm")).status_code == 200


async def test_what_a_person_rejected_stays_though_the_member_scans(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "hoa")
    view = (await decide(world, OFFICE, waits, "reject", NOT_THERE)).json()
    assert (view["standing"], view["decision_reason"]) == ("rejected", NOT_THERE["reason"])
    hers = await scanned_in(world)
    receipt = (await hers.name(world.district.people["hoa"], last4="4821")).json()
    assert (receipt["standing"], receipt["already_recorded"]) == ("pending", False)
    row = await attendance_of(world, "hoa")
    assert (row.standing, row.evidence) == (Standing.REJECTED, Evidence.CLAIMED)
    assert said(await decide(world, OFFICE, waits, "confirm")) == (409, "attendance_decided")
    again = await decide(world, OFFICE, waits, "reject", {"reason": "Lý do khác"})
    assert again.json() == view
    correction = {"standing": "present", "reason": "Đồng chí đến sau"}
    corrected = (await decide(world, OFFICE, waits, "correct", correction)).json()
    assert (corrected["standing"], corrected["evidence"]) == ("present", "claimed")
    (event,) = await told(world, events.ATTENDANCE_CORRECTED)
    assert event.detail["changes"] == {
        "standing": {"before": "rejected", "after": "present"},
        "reason": {"before": NOT_THERE["reason"], "after": "Đồng chí đến sau"},
    }


async def test_rejecting_takes_the_provisional_phone_of_that_check_in(world: World) -> None:
    await world.open()
    joker = await scanned_in(world)
    await joker.name(world.district.people["hoa"], last4="4821")
    row = await attendance_of(world, "hoa")
    await decide(world, OFFICE, row.id, "reject", NOT_THERE)
    (device,) = await phones_of(world, "hoa")
    assert (device.revoked_at, device.revoked_by) == (
        world.clock(),
        world.district.accounts[OFFICE],
    )
    assert len(await told(world, events.PHONE_REVOKED)) == 1


async def test_correcting_a_wrong_tap_takes_back_the_phone_it_bound(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "minh")
    await decide(world, OFFICE, waits, "confirm")
    world.clock.move(minutes=1)
    wrong = {"standing": "rejected", "reason": "Nhầm người"}
    assert said(await decide(world, OFFICE, waits, "reject", NOT_THERE)) == (
        409,
        "attendance_decided",
    )
    view = (await decide(world, OFFICE, waits, "correct", wrong)).json()
    assert (view["standing"], view["decision_reason"]) == ("rejected", "Nhầm người")
    (device,) = await phones_of(world, "minh")
    assert device.revoked_at == world.clock()


async def test_a_phone_reported_lost_is_not_bound_again_by_a_tap(world: World) -> None:
    await world.open()
    thief, waits = await claimed(world, "minh")
    row = await attendance_of(world, "minh")
    earlier = world.clock() - timedelta(days=2)
    async with world.database.write() as db:
        lost = Device(
            id=row.device_id,
            member_id=row.member_id,
            bound_at=earlier,
            origin=BindingOrigin.SLIP,
            confirmed_at=earlier,
            revoked_at=earlier + timedelta(days=1),
            revoked_by=world.district.accounts[OFFICE],
        )
        db.add(lost)
    assert (await decide(world, OFFICE, waits, "confirm")).json()["standing"] == "present"
    assert [each.revoked_at is None for each in await phones_of(world, "minh")] == [False]
    assert (await thief.tap()).status_code == 409


async def test_after_the_lock_a_roster_is_only_corrected(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "minh")
    await world.close()
    world.clock.move(hours=24)
    assert said(await decide(world, OFFICE, waits, "confirm")) == (409, "session_locked")
    assert said(await decide(world, OFFICE, waits, "reject", NOT_THERE)) == (409, "session_locked")
    path = f"/sessions/{world.district.sessions['line_1']}/attendance/confirm"
    listed = await world.signed_in(OFFICE).post(path, json={"attendance_ids": [str(waits)]})
    assert said(listed) == (409, "session_locked")
    correction = {"standing": "present", "reason": "Biên bản giấy"}
    corrected = (await decide(world, OFFICE, waits, "correct", correction)).json()
    assert corrected["standing"] == "present"
    again = (await decide(world, OFFICE, waits, "correct", correction)).json()
    assert again == corrected


async def test_a_decision_undoes_the_countersignature(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "minh")
    await decide(world, OFFICE, waits, "confirm")
    async with world.database.write() as db:
        signed = {"countersigned_at": world.clock(), "countersigned_by": new_id(world.clock())}
        await db.execute(update(Attendance).values(**signed))
    correction = {"standing": "rejected", "reason": "Nhầm người"}
    view = (await decide(world, OFFICE, waits, "correct", correction)).json()
    assert view["countersigned_at"] is None


@pytest.mark.parametrize("what", ["confirm", "reject"])
async def test_a_tap_and_a_scan_of_one_moment_leave_one_story(world: World, what: str) -> None:
    await world.open()
    _, waits = await claimed(world, "hoa")
    hers = await scanned_in(world)
    body = NOT_THERE if what == "reject" else None
    answers = await asyncio.gather(
        hers.name(world.district.people["hoa"], last4="4821"),
        *(decide(world, OFFICE, waits, what, body) for _ in range(4)),
    )
    assert {each.status_code for each in answers} == {200}
    row = await attendance_of(world, "hoa")
    holders = [each for each in await phones_of(world, "hoa") if each.revoked_at is None]
    assert len(holders) <= 1
    if what == "reject":
        assert row.standing is Standing.REJECTED
    else:
        assert row.standing is Standing.PRESENT
        assert (row.evidence is Evidence.FIRST) == (row.decided_at is None)
        assert holders[0].id == row.device_id
    acts = [await told(world, f"attendance.{each}") for each in ("confirmed", "rejected")]
    assert sum(map(len, acts)) == (1 if row.decided_at else 0)
    assert len(await told(world, events.ATTENDANCE_RAISED)) == (row.evidence is Evidence.FIRST)


async def test_the_list_tells_who_decided_and_names_wait_no_more(world: World) -> None:
    await world.open()
    _, waits = await claimed(world, "minh")
    await decide(world, OFFICE, waits, "confirm")
    client, session_id = world.signed_in(OFFICE), str(world.district.sessions["line_1"])
    (listed,) = (await client.get("/attendance", params={"session_id": session_id})).json()["items"]
    assert (listed["decided_by_name"], listed["countersigned_at"]) == (OFFICE, None)
    settled = {"session_id": session_id, "settled": "true"}
    (name,) = (await client.get("/typed-names", params=settled)).json()["items"]
    assert (name["outcome"], name["settled_by_name"]) == ("matched", OFFICE)


async def test_what_a_check_in_overtook_is_undone_and_looked_at_anew(world: World) -> None:
    looks = 0

    async with world.database.write() as db:

        async def attempt() -> int:
            nonlocal looks
            looks += 1
            await events.append(db, Happening(SYSTEM, events.NAME_TYPED, uuid4(), world.clock()))
            if looks < 3:
                raise Overtaken
            return looks

        assert await until_settled(db, attempt) == 3
    assert len(await told(world, events.NAME_TYPED)) == 1

    async def never() -> None:
        raise Overtaken

    with pytest.raises(Problem, match="unavailable"):
        async with world.database.write() as db:
            await until_settled(db, never)


async def test_nobody_explains_the_flag_that_names_himself(world: World) -> None:
    session = await world.open()
    for _ in ("her phone", "another"):
        await (await scanned_in(world)).name(world.district.people["hoa"], last4="4821")
    await is_member(world, "admin", "hoa")
    found = await world.signed_in("admin").get("/flags", params={"session_id": str(session)})
    (flag,) = [each for each in found.json()["items"] if each["kind"] == "second_device"]
    path = f"/sessions/{session}/flags/{flag['id']}/decide"
    verdict = {"verdict": "explained", "note": "Đổi máy"}
    assert said(await world.signed_in("admin").post(path, json=verdict)) == (409, "own_attendance")
    await is_member(world, "admin", "mai")
    assert (await world.signed_in("admin").post(path, json=verdict)).status_code == 200


async def test_a_tap_confirms_no_phone_beside_which_another_says_to_be_hers(world: World) -> None:
    await world.open()
    hoa = world.district.people["hoa"]
    await (await scanned_in(world)).name(hoa, last4="4821")  # who has seen her card
    await (await scanned_in(world)).name(hoa)  # she herself
    row = await attendance_of(world, "hoa")
    await decide(world, OFFICE, row.id, "confirm")
    (phone,) = await phones_of(world, "hoa")
    assert phone.confirmed_at is None
