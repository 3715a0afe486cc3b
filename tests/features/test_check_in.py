"""A phone checks in: known, by name and last 4 digits, or claimed; and what is told to nobody."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.checkin import CheckIn, Refusal
from api.tables.events import Event
from tests.world import Phone, World, named


async def scanned_in(world: World, *, point: str = "hall") -> Phone:
    """Make a new phone that has just exchanged the code of a point."""
    phone = world.phone()
    screen = await world.screen(point)
    assert (await phone.exchange(await screen.typed())).status_code == 200
    return phone


async def test_a_first_timer_with_name_and_last_4_is_present(world: World) -> None:
    await world.open()
    phone, screen = await scanned_in(world), await world.screen()
    answer = await phone.name(world.district.people["hoa"], last4="4821")
    receipt = answer.json()
    assert (receipt["standing"], receipt["evidence"]) == ("present", "first")
    assert (receipt["name"], receipt["message"]) == ("Nguyễn Thị Hoa", "Đã ghi nhận.")
    assert receipt["already_recorded"] is False
    live = await screen.live()
    assert (live["present"], live["pending"]) == (1, 0)


async def test_a_name_is_read_without_its_marks_and_in_any_case(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    hoa = world.district.people["hoa"]
    who = named(hoa, last4="4821") | {"name": "  NGUYEN thi  hoa "}
    receipt = (await phone.send(phone.body(who))).json()
    assert (receipt["standing"], receipt["name"]) == ("present", "Nguyễn Thị Hoa")


async def test_homonyms_are_told_apart_by_their_cards(world: World) -> None:
    await world.open()
    phone = await scanned_in(world, point="commune")
    other = world.district.people["other_khanh"]
    assert (await phone.name(other, last4="7007")).json()["standing"] == "present"
    async with world.database.read() as db:
        (row,) = (await db.scalars(select(Attendance))).all()
    assert row.member_id == other.id


async def test_a_name_alone_is_claimed_and_waits(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    receipt = (await phone.name(world.district.people["minh"])).json()
    assert (receipt["standing"], receipt["evidence"]) == ("pending", "claimed")
    assert receipt["message"] == "Đã ghi nhận, chờ bí thư xác nhận."
    async with world.database.read() as db:
        (typed,) = (await db.scalars(select(TypedName))).all()
        (row,) = (await db.scalars(select(Attendance))).all()
    assert typed.suggested_member_id == row.member_id == world.district.people["minh"].id
    assert typed.attendance_id == row.id
    assert await world.count(Device) == 0


async def test_no_answer_tells_whether_a_name_is_on_the_list(world: World) -> None:
    await world.open()
    people = world.district.people
    there = await scanned_in(world)
    await there.name(people["hoa"], last4="4821")
    answers = []
    for name, last4 in (
        ("Nguyễn Thị Hoa", None),  # there already, from another phone
        ("Nguyễn Thị Hoa", "0000"),  # with a wrong card
        ("Trần Văn Bình", None),  # on the list
        ("Không Có Ai", None),  # on no list
        ("Không Có Ai", "1234"),
    ):
        phone = await scanned_in(world)
        who = named(people["hoa"], last4=last4) | {"name": name}
        receipt = (await phone.send(phone.body(who))).json()
        assert receipt.pop("name") == name
        for own in ("id", "proof"):
            receipt.pop(own)
        answers.append(receipt)
    assert all(answer == answers[0] for answer in answers)


async def test_a_unit_that_was_not_found_is_accepted_too(world: World) -> None:
    await world.open()
    for unit_id in (None, str(uuid4())):
        phone = await scanned_in(world)
        who = {"kind": "named", "unit_id": unit_id, "name": "Hoàng Văn Lạ", "last4": None}
        receipt = (await phone.send(phone.body(who))).json()
        assert receipt["standing"] == "pending"
    assert await world.count(TypedName) == 2
    assert await world.count(Attendance) == 0
    live = await (await world.screen()).live()
    assert (live["present"], live["pending"]) == (0, 2)


async def test_a_claim_is_raised_by_the_right_last_4_and_keeps_its_first_arrival(
    world: World,
) -> None:
    await world.open()
    phone = await scanned_in(world)
    hoa = world.district.people["hoa"]
    await phone.name(hoa, last4="0000")
    arrived = world.clock()
    world.clock.move(seconds=40)
    receipt = (await phone.name(hoa, last4="4821")).json()
    assert (receipt["standing"], receipt["already_recorded"]) == ("present", False)
    async with world.database.read() as db:
        (row,) = (await db.scalars(select(Attendance))).all()
    assert row.first_arrived_at == arrived
    assert (row.standing, row.evidence) == ("present", "first")


async def test_somebody_elses_claim_does_not_keep_her_out(world: World) -> None:
    await world.open()
    stranger, hers = await scanned_in(world), await scanned_in(world)
    hoa = world.district.people["hoa"]
    await stranger.name(hoa)
    receipt = (await hers.name(hoa, last4="4821")).json()
    assert (receipt["standing"], receipt["name"]) == ("present", "Nguyễn Thị Hoa")
    async with world.database.read() as db:
        (device,) = (await db.scalars(select(Device))).all()
    assert device.member_id == hoa.id


async def test_a_second_phone_for_a_member_already_there_changes_nothing(world: World) -> None:
    await world.open()
    hers, other = await scanned_in(world), await scanned_in(world)
    hoa = world.district.people["hoa"]
    await hers.name(hoa, last4="4821")
    receipt = (await other.name(hoa, last4="4821")).json()
    assert receipt["already_recorded"] is True
    assert receipt["name"] is None
    assert receipt["message"] == "Đồng chí đã có ghi nhận trong lượt điểm danh này."
    assert await world.count(Attendance) == 1
    assert await world.count(Device) == 1
    async with world.database.read() as db:
        acts = (await db.scalars(select(Event.act).where(Event.session_id.is_not(None)))).all()
    assert "attendance.second_device" in acts


async def test_a_known_phone_checks_in_again_in_the_next_window(world: World) -> None:
    session = await world.open()
    screen = await world.screen()
    phone = await world.known_phone(screen=screen)
    world.clock.move(hours=1)
    await world.signed_in("admin").post(f"/sessions/{session}/windows", json={"kind": "closing"})
    ticket = (await phone.exchange(await screen.scanned())).json()
    assert ticket["device"] == {
        "known": True,
        "initials": "N.T.H.",
        "asks_last4": False,
        "helps_left": 3,
    }
    receipt = (await phone.tap()).json()
    assert (receipt["standing"], receipt["evidence"]) == ("present", "qr")
    assert receipt["name"] == "Nguyễn Thị Hoa"
    again = (await phone.tap()).json()
    assert (again["already_recorded"], again["name"]) == (True, "Nguyễn Thị Hoa")
    assert await world.count(Attendance) == 2


async def test_a_provisional_phone_is_asked_the_last_4_again(world: World) -> None:
    session = await world.open()
    screen = await world.screen()
    phone = await scanned_in(world)
    await phone.name(world.district.people["hoa"], last4="4821")
    world.clock.move(hours=1)
    await world.signed_in("admin").post(f"/sessions/{session}/windows", json={"kind": "closing"})
    ticket = (await phone.exchange(await screen.typed())).json()
    assert ticket["device"]["asks_last4"] is True
    without = (await phone.tap()).json()
    assert (without["standing"], without["evidence"]) == ("pending", "claimed")
    assert without["name"] is None
    with_digits = (await phone.tap(last4="4821")).json()
    assert (with_digits["standing"], with_digits["evidence"]) == ("present", "first")


async def test_an_unknown_phone_cannot_say_it_is_me(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    refused = await phone.tap()
    assert (refused.status_code, refused.json()["code"]) == (409, "phone_unknown")
    async with world.database.read() as db:
        codes = (await db.scalars(select(Refusal.code))).all()
    assert codes == ["phone_unknown"]


async def test_the_hubs_code_waits_for_the_secretary_of_another_hall(world: World) -> None:
    await world.open("meet_1")
    son = await scanned_in(world, point="hub")
    receipt = (await son.name(world.district.people["son"], last4="2468")).json()
    assert (receipt["standing"], receipt["evidence"]) == ("pending", "stream")
    own_hall = await scanned_in(world, point="post_hall")
    receipt = (await own_hall.name(world.district.people["son"], last4="2468")).json()
    assert (receipt["standing"], receipt["evidence"]) == ("present", "first")


async def test_a_member_at_another_point_counts_for_the_unit_at_home(world: World) -> None:
    session = await world.open()
    phone = await scanned_in(world, point="hall")
    await phone.name(world.district.people["mai"], last4="6006")
    live = (await world.signed_in("admin").get(f"/sessions/{session}/live")).json()
    assert [(each["name"], each["expected"], each["present"]) for each in live["points"]] == [
        ("Điểm cầu Hội trường Huyện ủy", 5, 1),
        ("Điểm cầu xã Bom Bo", 3, 0),
    ]
    assert [(each["name"], each["expected"], each["present"]) for each in live["units"]] == [
        ("Chi bộ Ban Tuyên giáo", 1, 0),
        ("Chi bộ thôn 3", 3, 1),
        ("Chi bộ Văn phòng Huyện ủy", 4, 0),
    ]
    assert (live["expected"], live["present"], live["pending"]) == (8, 1, 0)


async def test_the_same_check_in_counts_once_and_answers_the_same(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await scanned_in(world)
    body = phone.body(named(world.district.people["hoa"], last4="4821"))
    first = await phone.send(body)
    world.clock.move(minutes=30)
    again = await phone.send(body)
    await phone.exchange(await screen.typed())
    with_new_ticket = await phone.send({**body, "ticket": phone.ticket})
    with_junk = await phone.send({**body, "ticket": "x"})
    for answer in (again, with_new_ticket, with_junk):
        assert (answer.status_code, answer.content) == (200, first.content)
    read = await phone.client.get(f"/check-ins/{body['id']}")
    assert read.content == first.content
    assert await world.count(CheckIn) == await world.count(Attendance) == 1


async def test_an_id_that_stands_for_another_check_in_is_refused(world: World) -> None:
    await world.open()
    phone, other = await scanned_in(world), await scanned_in(world)
    hoa, binh = world.district.people["hoa"], world.district.people["binh"]
    body = phone.body(named(hoa, last4="4821"))
    await phone.send(body)
    changed = await phone.send({**body, "who": named(binh, last4="3377")})
    stolen = await other.send({**body, "ticket": other.ticket})
    for refused in (changed, stolen):
        assert (refused.status_code, refused.json()["code"]) == (422, "check_in_id_reused")
        assert "Hoa" not in refused.text
    assert (await other.client.get(f"/check-ins/{body['id']}")).status_code == 404


async def test_an_id_is_a_uuid7(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    body = {**phone.body({"kind": "device"}), "id": str(uuid4())}
    refused = await phone.send(body)
    assert (refused.status_code, refused.json()["code"]) == (422, "check_in_id_invalid")


async def test_a_locked_roster_takes_no_more(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    hoa = world.district.people["hoa"]
    body = phone.body(named(hoa, last4="4821"))
    await phone.send(body)
    await world.close()
    world.clock.move(hours=25)
    refused = await phone.name(world.district.people["binh"], last4="3377")
    assert (refused.status_code, refused.json()["code"]) == (409, "session_locked")
    assert (await phone.send(body)).status_code == 200


async def test_a_page_of_another_site_cannot_check_anybody_in(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    body = phone.body(named(world.district.people["hoa"], last4="4821"))
    foreign = await phone.client.post(
        "/check-ins", json=body, headers={"Origin": "https://elsewhere.example"}
    )
    assert (foreign.status_code, foreign.json()["code"]) == (403, "origin_refused")
    own = await phone.client.post(
        "/check-ins", json=body, headers={"Origin": "http://127.0.0.1:8000"}
    )
    assert own.status_code == 200


async def test_the_cookie_is_set_once_and_for_this_site_alone(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    first = await phone.exchange(await screen.typed())
    cookie = first.headers["set-cookie"]
    assert cookie.startswith("dd=")
    for part in ("HttpOnly", "SameSite=strict", f"Max-Age={400 * 86400}", "Path=/"):
        assert part in cookie
    again = await phone.exchange(await screen.typed())
    assert "set-cookie" not in again.headers
    forged = world.phone()
    forged.client.cookies.set("dd", "AAAA" * 12)
    assert "set-cookie" in (await forged.exchange(await screen.typed())).headers


async def test_units_are_found_by_part_of_their_name_with_a_ticket_only(world: World) -> None:
    await world.open()
    phone = await scanned_in(world)
    bare = await phone.client.get("/check-ins/units", params={"q": "buu"})
    assert (bare.status_code, bare.json()["code"]) == (422, "ticket_invalid")
    found = await phone.client.get(
        "/check-ins/units",
        params={"q": "buu dien", "limit": 20},
        headers={"X-Ticket": phone.ticket},
    )
    assert [each["name"] for each in found.json()["items"]] == ["Chi bộ Bưu điện"]


@pytest.mark.parametrize(
    ("session", "point", "units"),
    [
        ("line_1", "hall", ["Chi bộ Ban Tuyên giáo", "Chi bộ Văn phòng Huyện ủy"]),
        ("line_1", "commune", ["Chi bộ thôn 3"]),
        ("meet_1", "school_hall", ["Chi bộ Trường THCS Hoa Ban"]),
    ],
)
async def test_a_ticket_names_the_units_expected_at_its_point(
    world: World, session: str, point: str, units: list[str]
) -> None:
    await world.open(session)
    phone, screen = world.phone(), await world.screen(point)
    ticket = (await phone.exchange(await screen.typed())).json()
    assert [each["name"] for each in ticket["units"]] == units


async def test_twelve_phones_at_once_for_one_member_make_one_attendance(world: World) -> None:
    await world.open()
    screen = await world.screen()
    code = await screen.typed()
    phones = [world.phone() for _ in range(12)]
    for phone in phones:
        await phone.exchange(code)
    hoa = world.district.people["hoa"]
    answers = await asyncio.gather(*(phone.name(hoa, last4="4821") for phone in phones))
    receipts = [answer.json() for answer in answers]
    assert [receipt["already_recorded"] for receipt in receipts].count(False) == 1
    assert await world.count(Attendance) == await world.count(Device) == 1
    assert await world.count(CheckIn) == 12


async def test_attendance_keeps_the_instant_of_the_arrival_and_the_step_of_the_code(
    world: World,
) -> None:
    await world.open()
    phone = await scanned_in(world)
    world.clock.move(seconds=45)
    await phone.name(world.district.people["hoa"], last4="4821")
    async with world.database.read() as db:
        (row,) = (await db.scalars(select(Attendance))).all()
    assert row.first_arrived_at == world.clock()
    assert row.first_arrived_at.utcoffset() == timedelta()
    assert row.step * 30 == int((world.clock() - timedelta(seconds=45)).timestamp())
    assert isinstance(row.device_id, UUID)
