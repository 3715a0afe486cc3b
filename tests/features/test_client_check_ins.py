"""Check-ins by a third party's program: a live ticket of its own, pending, and bound to nobody."""

import asyncio
from uuid import UUID

from sqlalchemy import select, update

from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.checkin import CheckIn, Refusal
from api.tables.events import Event
from api.tables.members import Member
from api.words import MemberStatus
from tests.kept import everything
from tests.senders import Sender, by_id, registered
from tests.world import World, named


async def ticketed(world: World, unit: str = "district") -> Sender:
    """Let a program scan the code of the hall, which is open."""
    await world.open()
    program, screen = await registered(world, unit), await world.screen()
    answer = await program.exchange(await screen.scanned())
    assert answer.status_code == 200, answer.text
    assert "set-cookie" not in answer.headers
    assert answer.headers["RateLimit"].startswith('"client";r=')
    return program


async def test_a_member_named_by_id_is_pending_until_the_secretary_says_so(world: World) -> None:
    program = await ticketed(world)
    receipt = (await program.member("hoa")).json()
    assert (receipt["standing"], receipt["evidence"]) == ("pending", "client")
    assert (receipt["name"], receipt["already_recorded"]) == (None, False)
    read = await program.client.get(f"/check-ins/{receipt['id']}")
    assert read.json() == receipt

    async with world.database.read() as db:
        row = (await db.scalars(select(Attendance))).one()
        (actor,) = (
            await db.scalars(select(Event.actor_kind).where(Event.act == "attendance.recorded"))
        ).all()
        assert (await db.scalars(select(Device))).first() is None
    assert (row.member_id, row.device_id) == (world.district.people["hoa"].id, program.id)
    assert actor == "client"

    secretary = world.signed_in("bithu-van-phong")
    session_id = world.district.sessions["line_1"]
    waiting = await secretary.get("/attendance", params={"session_id": str(session_id)})
    (item,) = waiting.json()["items"]
    assert (item["evidence"], item["standing"]) == ("client", "pending")
    confirmed = await secretary.post(f"/sessions/{session_id}/attendance/{item['id']}/confirm")
    assert confirmed.json()["standing"] == "present", confirmed.text
    async with world.database.read() as db:
        assert (await db.scalars(select(Device))).first() is None
    flags = await world.signed_in("admin").get("/flags", params={"session_id": str(session_id)})
    assert flags.json()["items"] == []


async def test_a_name_waits_for_its_secretary_and_whoever_it_fits_is_told_to_nobody(
    world: World,
) -> None:
    program = await ticketed(world)
    hoa = world.district.people["hoa"]
    for who in (named(hoa, last4="4821"), named(hoa) | {"name": "Nguyễn Thị Không Có"}):
        receipt = (await program.send(program.body(who))).json()
        assert (receipt["standing"], receipt["evidence"]) == ("pending", "client")
        assert receipt["name"] == who["name"]
        assert receipt["message"] == "Đã ghi nhận, chờ bí thư xác nhận."
    async with world.database.read() as db:
        names = {each.name: each for each in (await db.scalars(select(TypedName))).all()}
    unknown = names["Nguyễn Thị Không Có"]
    assert names[hoa.name].suggested_member_id == hoa.id
    assert unknown.suggested_member_id is None
    secretary = world.signed_in("bithu-van-phong")
    session_id = world.district.sessions["line_1"]
    waiting = await secretary.get("/typed-names", params={"session_id": str(session_id)})
    assert [each["evidence"] for each in waiting.json()["items"]] == ["client", "client"]
    body = {"outcome": "matched", "member_id": str(world.district.people["minh"].id)}
    path = f"/sessions/{session_id}/typed-names/{unknown.id}/settle"
    settled = await secretary.post(path, json=body)
    assert settled.json()["standing"] == "present", settled.text
    async with world.database.read() as db:
        assert (await db.scalars(select(Device))).first() is None


async def test_the_same_id_is_recorded_once_and_is_nobody_elses(world: World) -> None:
    program = await ticketed(world)
    other = await registered(world)
    body = program.body(by_id(world.district.people["binh"].id))
    answers = await asyncio.gather(*(program.send(body) for _ in range(3)))
    assert len({each.text for each in answers}) == 1
    assert answers[0].status_code == 200
    assert await world.count(CheckIn) == 1
    for sender, sent in (
        (program, body | {"who": by_id(world.district.people["minh"].id)}),
        (other, body),
    ):
        assert (await sender.send(sent)).json()["code"] == "check_in_id_reused"
    assert (await other.client.get(f"/check-ins/{body['id']}")).status_code == 404
    world.clock.move(minutes=20)
    async with world.database.write() as db:
        has_left = update(Member).where(Member.id == world.district.people["binh"].id)
        await db.execute(has_left.values(status=MemberStatus.LEFT))
    assert (await program.send(body)).text == answers[0].text, "though he can be meant no more"


async def test_a_ticket_is_worth_nothing_with_another_client_or_a_phone(world: World) -> None:
    program = await ticketed(world)
    other, phone = await registered(world), world.phone()
    await phone.exchange(await (await world.screen()).scanned())
    member = by_id(world.district.people["binh"].id)
    other.ticket = program.ticket
    assert (await other.send(other.body(member))).json()["code"] == "ticket_invalid"
    program.ticket, phone.ticket = phone.ticket, program.ticket
    assert (await program.send(program.body(member))).json()["code"] == "ticket_invalid"
    person = named(world.district.people["binh"])
    assert (await phone.send(phone.body(person))).json()["code"] == "ticket_invalid"


async def test_only_a_live_ticket_counts(world: World) -> None:
    await world.open()
    program, screen = await registered(world), await world.screen()
    stale = await screen.scanned()
    world.clock.move(minutes=2)
    assert (await program.exchange(stale)).json()["code"] == "code_stale"
    await program.exchange(await screen.scanned())
    world.clock.move(minutes=11)
    assert (await program.member("hoa")).json()["code"] == "code_stale"
    assert await world.count(Attendance) == 0


async def test_a_client_names_only_whom_it_was_registered_for(world: World) -> None:
    program = await ticketed(world, "bom_bo")
    people = world.district.people
    assert (await program.member("hoa")).json()["code"] == "not_found"
    assert (await program.send(program.body(named(people["hoa"])))).json()["code"] == "not_found"
    assert (await program.member("mai")).json()["evidence"] == "client"
    async with world.database.write() as db:
        has_left = update(Member).where(Member.id == people["khanh"].id)
        await db.execute(has_left.values(status=MemberStatus.LEFT))
    assert (await program.member("khanh")).json()["code"] == "not_found"
    unknown = named(people["mai"]) | {"unit_id": None}
    for who in ({"kind": "device"}, named(people["mai"]) | {"kind": "assisted"}, unknown):
        assert (await program.send(program.body(who))).json()["code"] == "who_refused"
    assert await world.count(TypedName) == 0


async def test_a_phone_names_nobody_by_id(world: World) -> None:
    await world.open()
    phone, screen = world.phone(), await world.screen()
    await phone.exchange(await screen.scanned())
    hoa = world.district.people["hoa"].id
    assert (await phone.send(phone.body(by_id(hoa)))).json()["code"] == "who_refused"
    item = {"id": phone.body({})["id"], "qr": (await screen.scanned())["qr"], "who": by_id(hoa)}
    answer = await phone.client.post("/check-ins/batch", json={"items": [item]})
    assert answer.json()["items"][0]["problem"]["code"] == "who_refused"
    assert await world.count(Attendance) == 0


async def test_five_wrong_codes_are_a_clients_most_and_a_hall_still_checks_in(
    world: World,
) -> None:
    program, screen = await ticketed(world), await world.screen()
    right = await screen.typed()
    wrong = right | {"digits": f"{(int(right['digits']) + 1) % 10**6:06}"}
    for _ in range(5):
        assert (await program.exchange(wrong)).json()["code"] == "code_unknown"
    refused = await program.exchange(right)
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert (await program.exchange(await screen.scanned())).status_code == 200
    phone = world.phone()
    assert (await phone.exchange(right)).status_code == 200
    assert await world.count(Refusal) == 5


async def test_whoever_is_no_client_with_the_scope_is_refused(world: World) -> None:
    await world.open()
    code = await (await world.screen()).scanned()
    reader = await registered(world, scopes="attendance:count")
    refused = await reader.exchange(code)
    assert (refused.status_code, refused.json()["code"]) == (403, "insufficient_scope")
    person = await world.signed_in("admin").post("/check-ins/tickets", json=code)
    assert (person.status_code, person.json()["code"]) == (403, "client_needed")
    nobody = world.client(Authorization="Bearer nothing")
    assert (await nobody.post("/check-ins/tickets", json=code)).status_code == 401


async def test_his_own_phone_lifts_what_a_client_sent_and_nothing_is_flagged(world: World) -> None:
    program, screen = await ticketed(world), await world.screen()
    await program.member("hoa")
    phone = await world.known_phone(screen=screen)
    assert phone.ticket
    async with world.database.read() as db:
        row = (await db.scalars(select(Attendance))).one()
        acts = set((await db.scalars(select(Event.act))).all())
    assert (row.standing, row.evidence) == ("present", "first")
    assert "attendance.second_device" not in acts
    receipt = (await program.member("hoa")).json()
    assert (receipt["standing"], receipt["already_recorded"]) == ("pending", False)
    live = await screen.live()
    assert (live["present"], live["pending"]) == (1, 0)


async def test_a_client_sends_many_at_once_and_simulates_them_before(world: World) -> None:
    program, screen = await ticketed(world), await world.screen()
    people = world.district.people
    scan = (await screen.scanned())["qr"]
    items: list[dict[str, object]] = [
        program.body(by_id(people["hoa"].id)),
        {"id": program.body({})["id"], "qr": scan, "who": by_id(people["binh"].id)},
        program.body(by_id(UUID(int=0))),
        program.body(by_id(people["hoa"].id)) | {"id": str(UUID(int=0))},
    ]
    before = await everything(world)
    tried = await program.client.post(
        "/check-ins/batch", json={"items": items}, params={"simulate": "true"}
    )
    after = await everything(world)
    assert {name for name in before if before[name] != after[name]} <= {"client_minutes"}
    real = await program.client.post("/check-ins/batch", json={"items": items})
    codes = [(each["problem"] or {}).get("code") for each in real.json()["items"]]
    assert codes == [None, None, "not_found", "check_in_id_invalid"]
    assert [(each["problem"] or {}).get("code") for each in tried.json()["items"]] == codes
    assert await world.count(Attendance) == 2


async def test_in_a_rehearsal_a_client_is_recorded_as_little_as_anybody(world: World) -> None:
    admin, session_id = world.signed_in("admin"), world.district.sessions["line_1"]
    answer = await admin.post(f"/sessions/{session_id}/rehearse")
    assert answer.status_code == 200, answer.text
    program, screen = await registered(world), await world.screen()
    await program.exchange(await screen.scanned())
    receipt = (await program.member("hoa")).json()
    assert (receipt["is_rehearsal"], receipt["evidence"]) == (True, "client")
    assert await world.count(Attendance) == 0
