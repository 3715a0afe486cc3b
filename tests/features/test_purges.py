"""The purge: what is too old goes, what is not stays, once a day, and the log tells it."""

import asyncio
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select, update

from api import events
from api.caretaker import Caretaker
from api.privacy.rules import ERASED_NAME, ERASED_TEXT, RETENTIONS
from api.tables.access import Device, SignIn
from api.tables.attendance import Attendance, Mark, PaperSheet, TypedName
from api.tables.checkin import CheckIn
from api.tables.events import Event
from api.tables.idempotency import KeptAnswer
from api.tables.members import Member
from api.tables.outbox import Delivery
from api.tables.privacy import Purge
from api.words import DeliveryChannel, DeliveryState, MemberStatus
from tests.handsets import enrolled, secretary
from tests.marking import absent, mark, number, present, send_sheet
from tests.rolling import roll, rows, scan
from tests.world import World


async def _purge(world: World, *, dry_run: bool = False) -> dict[str, int]:
    answer = await world.signed_in("admin").post("/purges", json={"dry_run": dry_run})
    assert answer.status_code == 200, answer.text
    assert [each["kind"] for each in answer.json()["items"]] == [each.kind for each in RETENTIONS]
    return {each["kind"]: each["removed"] for each in answer.json()["items"] if each["removed"]}


async def _later(world: World, days: int) -> None:
    """Let days pass; who is signed in is so anew."""
    world.clock.move(hours=24 * days)
    async with world.database.write() as db:
        await db.execute(update(SignIn).values(last_seen_at=world.clock()))


async def _all(world: World, column: Any) -> list[Any]:
    async with world.database.read() as db:
        return list((await db.execute(select(column))).scalars())


async def test_a_morning_is_forgotten_piece_by_piece_and_its_figures_stay(world: World) -> None:
    client = await secretary(world)
    await world.open()
    screen, phone = await world.screen(), await enrolled(world, client)
    await phone.exchange(await screen.typed())
    await phone.tap()
    await scan(world, "binh", screen, last4=None)
    await number(world, "office", "village")
    order = [each["full_name"] for each in await rows(world, "office")]
    said = absent(str(1 + order.index("Lê Thị Hoa")), "KH", note="con ốm")
    assert (await mark(world, "office", said, who="bithu-van-phong")).status_code == 200
    sheet = await send_sheet(world)
    assert sheet.status_code == 201, sheet.text
    copied = await mark(world, "village", present("1"), paper_sheet_id=sheet.json()["id"])
    assert copied.status_code == 200, copied.text
    (digest,) = await _all(world, PaperSheet.digest)
    await world.close()
    assert await _purge(world) == {}
    await _later(world, 10)
    before = await roll(world, "district")

    await _later(world, 85)
    counted = await _purge(world, dry_run=True)
    assert counted["typed_names"] == 1
    assert await _all(world, TypedName.name) != [ERASED_TEXT]
    assert await _purge(world) == counted
    assert await _all(world, TypedName.name) == [ERASED_TEXT]

    await _later(world, 90)
    gone = await _purge(world)
    assert (gone["check_ins"], gone["absence_notes"]) == (2, 1)
    assert set(await _all(world, Mark.note)) == {None, ERASED_TEXT}
    assert await world.count(CheckIn) == 0

    assert await world.app.state.files.kept(digest)
    await _later(world, 185)
    gone = await _purge(world)
    assert (gone["paper_sheets"], gone["attendance"]) == (1, 2)
    assert await world.count(PaperSheet) == 0
    assert await world.app.state.files.kept(digest) is None
    devices = await _all(world, Attendance.device_id)
    assert sorted(devices) == sorted(await _all(world, Attendance.id))
    assert (await roll(world, "district"))["total"] == before["total"]
    assert await _purge(world) == {}
    async with world.database.read() as db:
        told = (await db.execute(select(Event).where(Event.act == events.PURGED))).scalars().all()
    assert {each.detail["kind"] for each in told} >= {"typed_names", "check_ins", "paper_sheets"}
    assert await world.count(Device) == 1, "a phone in use is kept"


async def test_two_pages_of_one_content_share_a_file_until_the_last_goes(world: World) -> None:
    await world.open()
    content = (await send_sheet(world)).json()
    assert content["id"]
    await world.signed_in("bithu-bom-bo").get("/me")
    async with world.database.write() as db:
        (first,) = (await db.execute(select(PaperSheet))).scalars().all()
        db.expunge(first)
        values = {
            column.name: getattr(first, column.name) for column in PaperSheet.__table__.columns
        }
        other = values | {"id": first.session_id, "added_at": first.added_at + timedelta(days=30)}
        db.add(PaperSheet(**other))
    files = world.app.state.files
    await _later(world, 370)
    assert (await _purge(world))["paper_sheets"] == 1
    assert await files.kept(first.digest) is not None
    await _later(world, 30)
    assert (await _purge(world))["paper_sheets"] == 1
    assert await files.kept(first.digest) is None


async def test_who_left_two_years_ago_is_erased_and_the_trail_goes_after_five(world: World) -> None:
    client = await secretary(world)
    hoa = world.district.people["hoa"].id
    left = await client.patch(f"/members/{hoa}", json={"status": "left"})
    assert left.status_code == 200
    await _later(world, 700)
    assert "members" not in await _purge(world)
    await _later(world, 40)
    assert (await _purge(world))["members"] == 1
    async with world.database.read() as db:
        member = await db.get_one(Member, hoa)
    assert (member.full_name, member.card_number) == (ERASED_NAME, None)
    assert (member.status, member.erased_at) == (MemberStatus.LEFT, world.clock())
    await _later(world, 1200)
    await _purge(world)
    async with world.database.read() as db:
        old = Event.at < world.clock() - timedelta(days=1825)
        acts = (await db.execute(select(Event.act).where(old).distinct())).scalars().all()
        whole = (await db.execute(select(Event.detail).where(old))).scalars().all()
    assert acts == [events.MEMBER_CHANGED]
    assert "left" in str(whole)


async def test_mail_keeps_its_message_id_and_is_not_sent_again(world: World) -> None:
    district = world.district
    delivery = {
        "id": district.units["office"],
        "channel": DeliveryChannel.MAIL,
        "template": "invitation",
        "subject_id": district.accounts["admin"],
        "unit_id": district.units["office"],
        "destination": "hoa@diemdanh.example",
        "payload": {"name": "Hoa"},
        "attachments": [],
        "state": DeliveryState.DEAD,
        "next_at": world.clock(),
        "message_id": "<1@diemdanh.example>",
        "created_at": world.clock(),
    }
    async with world.database.write() as db:
        db.add(Delivery(**delivery))
    await _later(world, 181)
    assert (await _purge(world))["deliveries"] == 1
    assert "deliveries" not in await _purge(world)
    (kept,) = await _all(world, Delivery)
    assert (kept.message_id, kept.destination) == ("<1@diemdanh.example>", ERASED_TEXT)
    replay = await world.signed_in("admin").post(f"/deliveries/{kept.id}/replay")
    assert (replay.status_code, replay.json()["code"]) == (409, "delivery_state")


async def test_the_caretaker_purges_once_a_day_however_many_processes(world: World) -> None:
    files = world.app.state.files
    many = [Caretaker(world.database, world.clock, seconds=0, files=files) for _ in range(3)]
    await asyncio.gather(*(each.purge(at=world.clock()) for each in many))
    assert await world.count(Purge) == len(RETENTIONS)
    await _later(world, 1)
    for each in many:
        await each.purge(at=world.clock())
    assert await world.count(Purge) == 2 * len(RETENTIONS)


async def test_the_log_and_the_periods_are_read(world: World) -> None:
    admin = world.signed_in("admin")
    await _purge(world)
    page = (await admin.get("/purges", params={"limit": 5})).json()
    assert len(page["items"]) == 5
    assert page["items"][0]["account_id"] == str(world.district.accounts["admin"])
    more = await admin.get("/purges", params={"cursor": page["next_cursor"]})
    assert len(more.json()["items"]) == len(RETENTIONS) - 5
    viewer = world.signed_in("thuong-truc")
    table = (await viewer.get("/retention")).json()["items"]
    assert {each["kind"]: each["days"] for each in table} == {
        each.kind.value: each.days for each in RETENTIONS
    }
    for refused in (await viewer.get("/purges"), await viewer.post("/purges", json={})):
        assert refused.status_code == 403


async def test_answers_and_sign_ins_are_kept_a_month(world: World) -> None:
    phone = await enrolled(world, await secretary(world))
    await phone.client.post(
        "/devices/current/data-requests",
        json={"text": "Sửa tên"},
        headers={"Idempotency-Key": "de-nghi-15-3"},
    )
    async with world.database.write() as db:
        old = world.clock() - timedelta(days=40)
        mine = SignIn.account_id == world.district.accounts["thuong-truc"]
        await db.execute(update(SignIn).where(mine).values(last_seen_at=old, ended_at=old))
    had = await world.count(SignIn)
    assert await world.count(KeptAnswer) == 1
    assert (await _purge(world))["attempts"] >= 1
    assert await world.count(SignIn) == had - 1
    world.clock.move(hours=24 * 29)
    await _purge(world)
    assert await world.count(KeptAnswer) == 1
    async with world.database.write() as db:
        await db.execute(update(SignIn).values(last_seen_at=world.clock()))
    world.clock.move(hours=48)
    async with world.database.read() as db:
        assert (await db.execute(select(func.count()).select_from(SignIn))).scalar_one() == had - 1


async def test_a_zero_is_no_order_to_purge(world: World) -> None:
    refused = await world.signed_in("admin").post("/purges", json={"dry_run": 0})
    assert (refused.status_code, refused.json()["code"]) == (422, "validation_failed")
