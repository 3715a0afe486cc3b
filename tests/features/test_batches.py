"""Check-ins that waited in a phone without network, sent together and answered one by one."""

import asyncio
from typing import Any
from uuid import uuid4

from sqlalchemy import select, update

from api.kit.ids import new_id
from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.checkin import CheckIn, Refusal
from tests.world import Answer, Phone, World, named

ME: dict[str, Any] = {"kind": "device"}


def kept(phone: Phone, scanned: dict[str, str], who: dict[str, Any] = ME) -> dict[str, Any]:
    """Write a scan as the page keeps it without network."""
    return {"id": str(new_id(phone.clock())), **scanned, "who": who}


async def send(phone: Phone, *items: dict[str, Any]) -> Answer:
    """Send what waited."""
    return await phone.client.post("/check-ins/batch", json={"items": list(items)})


async def said(phone: Phone, *items: dict[str, Any]) -> list[str]:
    """Send what waited; tell of each its evidence, or why it is refused."""
    answer = await send(phone, *items)
    assert answer.status_code == 200, answer.text
    found = answer.json()["items"]
    assert [each["id"] for each in found] == [each["id"] for each in items], "in order"
    return [
        each["receipt"]["evidence"] if each["receipt"] else each["problem"]["code"]
        for each in found
    ]


async def test_hoa_scans_without_network_and_her_phone_sends_it_hours_later(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    session = world.district.sessions["line_1"]
    world.clock.move(minutes=1)
    await world.signed_in("admin").post(f"/sessions/{session}/windows", json={"kind": "closing"})
    item = kept(phone, await screen.scanned())
    world.clock.move(hours=3)
    answer = await send(phone, item)
    (found,) = answer.json()["items"]
    receipt = found["receipt"]
    assert found["problem"] is None
    assert (receipt["standing"], receipt["evidence"]) == ("pending", "late")
    assert (receipt["window_kind"], receipt["late_seconds"]) == ("closing", 3 * 3600 - 60)
    assert answer.headers["Cache-Control"] == "no-store"
    world.clock.move(hours=30)
    await world.close()
    world.clock.move(hours=30)
    again = await send(phone, item)
    assert again.json() == answer.json(), "accepted once, it answers the same after the lock"
    assert await said(phone, item | {"id": str(new_id(world.clock()))}) == ["session_locked"]
    alone = await phone.client.get(f"/check-ins/{item['id']}")
    assert alone.json() == receipt


async def test_each_item_is_judged_by_itself_and_answered_in_its_place(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    await phone.exchange(await screen.typed())
    world.clock.move(minutes=1)
    scanned, future = await screen.scanned(), await screen.scanned(step=2)
    forged = {"qr": scanned["qr"][:-4] + "AAAA"}
    tap = phone.body(ME)
    items = [
        kept(phone, forged),
        tap,
        kept(phone, {"qr": "no code"}),
        kept(phone, scanned),
        tap,
        tap | {"who": ME | {"last4": "4821"}},
        kept(phone, future),
        kept(phone, scanned) | {"id": str(uuid4())},
        kept(phone, {"ticket": "x"}),
        kept(phone, scanned, named(world.district.people["minh"])),
    ]
    assert await said(phone, *items) == [
        "code_unknown",
        "digits",
        "code_malformed",
        "qr",
        "digits",
        "check_in_id_reused",
        "code_from_future",
        "check_in_id_invalid",
        "ticket_invalid",
        "assisted",
    ]
    english = await phone.client.post(
        "/check-ins/batch", json={"items": items[:1]}, headers={"Accept-Language": "en"}
    )
    problem = english.json()["items"][0]["problem"]
    assert (problem["status"], problem["title"]) == (422, "Code unknown")
    assert await world.count(Attendance) == 2
    async with world.database.read() as db:
        assert (await db.scalars(select(Refusal.code))).all() == ["code_from_future"]


async def test_five_helped_in_one_batch_are_three_receipts_and_two_refusals(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    scanned = await screen.scanned()
    helped = [
        named(world.district.people[each]) | {"kind": "assisted"}
        for each in ("binh", "minh", "le_hoa", "tuan", "khanh")
    ]
    items = [kept(phone, scanned, who) for who in helped]
    expected = ["assisted"] * 3 + ["too_many_attempts"] * 2
    assert await said(phone, *items) == expected
    assert await said(phone, *items) == expected
    assert await world.count(TypedName) == 3


async def test_two_batches_with_the_same_items_at_once_write_each_once(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    world.clock.move(minutes=1)
    scanned = await screen.scanned()
    minh = named(world.district.people["minh"])
    items = [kept(phone, scanned), kept(phone, scanned, minh), kept(phone, scanned, minh)]
    before = await world.count(CheckIn)
    first, second, third = await asyncio.gather(*(send(phone, *items) for _ in range(3)))
    assert first.json() == second.json() == third.json()
    assert await world.count(CheckIn) == before + 3
    assert await world.count(TypedName) == 2
    assert await world.count(Attendance) == 2


async def test_a_queued_scan_is_of_its_own_class_though_the_next_is_open_there(
    world: World,
) -> None:
    await world.open("line_1")
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    world.clock.move(minutes=1)
    other = named(world.district.people["binh"])
    scanned = await screen.scanned()
    world.clock.move(hours=2)
    await world.close("line_1")
    await world.open("line_2")
    online = await phone.exchange(scanned)
    assert (online.status_code, online.json()["code"]) == (409, "code_other_session")
    items = [kept(phone, scanned), kept(phone, scanned, other)]
    found = (await send(phone, *items)).json()["items"]
    assert [each["receipt"]["evidence"] for each in found] == ["late", "assisted"]
    assert {each["receipt"]["session_title"] for each in found} == {"Lớp 1 – đường truyền"}
    world.clock.move(hours=24)
    assert await said(phone, kept(phone, scanned)) == ["session_locked"]


async def test_a_scan_outside_every_window_is_of_no_roll_call(world: World) -> None:
    session = await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    admin = world.signed_in("admin")
    world.clock.move(minutes=1)
    beyond = await screen.scanned(step=4)
    await admin.post(f"/sessions/{session}/windows/close")
    world.clock.move(minutes=10)
    assert await said(phone, kept(phone, beyond)) == ["session_not_open"]


async def test_a_scan_of_the_rehearsal_counts_nothing_when_it_arrives(world: World) -> None:
    await world.open("line_2")
    phone = await world.known_phone("hoa", screen=await world.screen())
    await world.close("line_2")
    world.clock.move(hours=30)
    session, admin = world.district.sessions["line_1"], world.signed_in("admin")
    await admin.post(f"/sessions/{session}/rehearse")
    screen = await world.screen()
    early, queued = kept(phone, await screen.scanned()), kept(phone, await screen.scanned())
    (found,) = (await send(phone, early)).json()["items"]
    assert found["receipt"]["is_rehearsal"] is True
    await admin.post(f"/sessions/{session}/end-rehearsal")
    world.clock.move(hours=12)
    await world.open("line_1")
    assert await said(phone, queued) == ["code_stale"]
    assert await world.count(Attendance) == 1, "that of line 2"


async def test_only_a_phone_bound_before_the_code_may_send_it_late(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = world.phone()
    scanned = await screen.scanned()
    world.clock.move(minutes=5)
    hoa = named(world.district.people["hoa"], last4="4821")
    await phone.exchange(await screen.typed())
    queued = [kept(phone, scanned), kept(phone, scanned, hoa)]
    assert await said(phone, *queued) == ["phone_unknown", "code_stale"]
    assert await said(phone, kept(phone, await screen.scanned(), hoa)) == ["first"]
    assert await said(phone, *queued) == ["code_stale", "code_stale"]


async def test_a_phone_that_was_revoked_meanwhile_says_nothing_for_its_member(
    world: World,
) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    world.clock.move(minutes=1)
    scanned = await screen.scanned()
    await phone.exchange(scanned)
    async with world.database.write() as db:
        await db.execute(update(Device).values(revoked_at=world.clock()))
    items = [phone.body(ME), kept(phone, scanned)]
    assert await said(phone, *items) == ["phone_unknown", "phone_unknown"]
    world.clock.move(minutes=5)
    helped = kept(phone, scanned, named(world.district.people["minh"]))
    assert await said(phone, helped) == ["code_stale"]


async def test_a_batch_is_one_to_fifty_items_each_by_a_ticket_or_a_qr(world: World) -> None:
    await world.open()
    phone, scanned = world.phone(), await (await world.screen()).scanned()
    one = kept(phone, scanned)
    for items in (
        [],
        [one] * 51,
        [one | {"ticket": "x"}],
        [{key: one[key] for key in ("id", "who")}],
        [one | {"more": 1}],
        [one | {"notice_version": 0}],
    ):
        refused = await send(phone, *items)
        assert (refused.status_code, refused.json()["code"]) == (422, "validation_failed")
    answer = await send(phone, *(kept(phone, scanned) for _ in range(50)))
    assert {each["problem"]["code"] for each in answer.json()["items"]} == {"phone_unknown"}
    foreign = await phone.client.post(
        "/check-ins/batch", json={"items": [one]}, headers={"Origin": "https://elsewhere.example"}
    )
    assert (foreign.status_code, foreign.json()["code"]) == (403, "origin_refused")
