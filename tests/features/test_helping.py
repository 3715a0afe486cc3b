"""Helping others ("điểm danh hộ"), the notice, and what is told after a person has decided."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from api.phones import notice
from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.checkin import CheckIn
from api.words import Standing
from tests.world import Phone, World, named


def assisted(world: World, person: str, **more: Any) -> dict[str, Any]:
    """Write who is helped."""
    return named(world.district.people[person]) | {"kind": "assisted"} | more


async def decide(world: World, standing: Standing) -> None:
    """Let a person have decided on the one attendance that there is."""
    async with world.database.write() as db:
        decided = {"standing": standing, "decided_at": world.clock()}
        await db.execute(update(Attendance).values(decided))


async def the_attendance(world: World) -> Attendance:
    """Read the one attendance that there is."""
    async with world.database.read() as db:
        return (await db.scalars(select(Attendance))).one()


async def test_hoa_helps_three_of_her_cell_and_a_fourth_is_sent_to_the_secretary(
    world: World,
) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    left = (await phone.exchange(await screen.scanned())).json()["device"]["helps_left"]
    assert left == 3
    receipts = [
        await phone.send(phone.body(assisted(world, "minh"))),
        await phone.name(world.district.people["binh"], last4="3377"),
        await phone.send(phone.body(assisted(world, "minh", unit_id=None, name="Ai Đó"))),
    ]
    for answer in receipts:
        receipt = answer.json()
        assert (receipt["standing"], receipt["evidence"]) == ("pending", "assisted")
        assert receipt["message"] == "Đã ghi nhận hộ, chờ bí thư xác nhận."
        assert (receipt["already_recorded"], receipt["late_seconds"]) == (False, None)
    assert [each.json()["name"] for each in receipts] == ["Điểu Minh", "Trần Văn Bình", "Ai Đó"]
    refused = await phone.send(phone.body(assisted(world, "le_hoa")))
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert "nhờ bí thư" in refused.json()["detail"]
    left = (await phone.exchange(await screen.scanned())).json()["device"]["helps_left"]
    assert left == 0
    assert (await phone.tap()).json()["name"] == "Nguyễn Thị Hoa", "her own is untouched"
    async with world.database.read() as db:
        kept = (await db.scalars(select(TypedName))).all()
        rows = {row.member_id: row for row in (await db.scalars(select(Attendance))).all()}
    people = world.district.people
    suggested = {(each.evidence, each.suggested_member_id) for each in kept}
    assert suggested == {
        ("assisted", people["minh"].id),
        ("assisted", people["binh"].id),
        ("assisted", None),
    }
    assert rows[people["hoa"].id].standing == "present"
    assert {rows[people[each].id].standing for each in ("minh", "binh")} == {"pending"}
    assert await world.count(Device) == 1, "nothing is bound"


async def test_binh_who_was_helped_still_checks_in_on_his_own_phone(world: World) -> None:
    await world.open()
    screen = await world.screen()
    hers, his = await world.known_phone("hoa", screen=screen), world.phone()
    await hers.name(world.district.people["binh"])
    await his.exchange(await screen.typed())
    receipt = (await his.name(world.district.people["binh"], last4="3377")).json()
    assert (receipt["standing"], receipt["evidence"]) == ("present", "first")
    assert receipt["already_recorded"] is False


async def test_the_wall_and_the_receipt_do_not_tell_whether_a_helped_name_exists(
    world: World,
) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    receipts, waiting = [], []
    for name in ("Trần Văn Bình", "Nguyễn Thị Hoa", "Không Có Ai"):
        receipt = (await phone.send(phone.body(assisted(world, "binh", name=name)))).json()
        assert receipt.pop("name") == name
        receipts.append({key: receipt[key] for key in receipt if key not in {"id", "proof"}})
        waiting.append((await screen.live())["pending"])
    assert all(each == receipts[0] for each in receipts)
    assert waiting == [1, 2, 3]


async def test_an_unknown_phone_that_helps_is_never_bound_and_uses_the_points_fifty(
    world: World,
) -> None:
    await world.open()
    screen = await world.screen()
    code = await screen.typed()
    for _ in range(17):
        phone = world.phone()
        await phone.exchange(code)
        for _ in range(3):
            last = await phone.send(phone.body(assisted(world, "hoa", last4="4821")))
    assert last.status_code == 429, "the fifty-first of the point"
    assert await world.count(Device) == 0
    known = await world.known_phone("tuan", screen=screen)
    answer = await known.send(known.body(assisted(world, "minh")))
    assert answer.json()["evidence"] == "assisted", "a member's phone vouches"


async def test_late_help_tells_how_late_on_a_phone_bound_before_the_code(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    world.clock.move(minutes=1)
    scanned = await screen.scanned()
    world.clock.move(minutes=10)
    assert (await phone.exchange(scanned)).json()["late_seconds"] == 540
    receipt = (await phone.name(world.district.people["minh"])).json()
    assert (receipt["evidence"], receipt["late_seconds"]) == ("assisted", 540)
    assert receipt["message"] == "Đã ghi nhận hộ gửi muộn, chờ bí thư xác nhận."


async def test_the_notice_is_shown_until_a_check_in_has_told_that_it_was(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    expected = {"version": notice.VERSION, "text": notice.TEXT}
    assert (await phone.exchange(await screen.typed())).json()["notice"] == expected
    hoa = named(world.district.people["hoa"], last4="4821")
    await phone.send(phone.body(hoa))
    assert (await phone.exchange(await screen.typed())).json()["notice"] == expected
    world.clock.move(seconds=1)
    await phone.send(phone.body(hoa) | {"notice_version": notice.VERSION})
    assert (await phone.exchange(await screen.typed())).json()["notice"] is None
    async with world.database.read() as db:
        versions = (await db.scalars(select(CheckIn.notice_version).order_by(CheckIn.id))).all()
    assert versions == [None, notice.VERSION]


async def _claimed_by(world: World, person: str) -> tuple[Phone, UUID]:
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people[person])
    return phone, (await the_attendance(world)).id


async def test_hoa_whom_somebody_rejected_is_told_to_wait_and_nothing_changes(
    world: World,
) -> None:
    await world.open()
    phone, _ = await _claimed_by(world, "hoa")
    before = await the_attendance(world)
    await decide(world, Standing.REJECTED)
    world.clock.move(seconds=5)
    hoa = world.district.people["hoa"]
    receipt = (await phone.name(hoa, last4="4821")).json()
    assert (receipt["standing"], receipt["already_recorded"]) == ("pending", False)
    assert receipt["message"] == "Đã ghi nhận, chờ bí thư xác nhận."
    after = await the_attendance(world)
    assert (after.standing, after.evidence) == ("rejected", "claimed")
    assert after.first_arrived_at == before.first_arrived_at
    async with world.database.read() as db:
        evidence = await db.scalars(
            select(CheckIn.evidence).where(CheckIn.attendance_id == after.id).order_by(CheckIn.id)
        )
        assert evidence.all() == ["claimed", "first"], "the evidence is kept all the same"
    assert await world.count(Device) == 0


async def test_only_hoa_herself_is_told_that_she_was_confirmed(world: World) -> None:
    await world.open()
    phone, _ = await _claimed_by(world, "hoa")
    await decide(world, Standing.PRESENT)
    stranger = world.phone()
    await stranger.exchange(await (await world.screen()).typed())
    hoa = world.district.people["hoa"]
    receipt = (await stranger.name(hoa)).json()
    assert (receipt["standing"], receipt["already_recorded"]) == ("pending", False)
    receipt = (await phone.name(hoa, last4="4821")).json()
    assert (receipt["standing"], receipt["already_recorded"]) == ("present", True)


async def test_a_second_phone_is_not_told_when_and_how_late_the_first_one_came(
    world: World,
) -> None:
    await world.open()
    screen = await world.screen()
    hers = await world.known_phone("hoa", screen=screen)
    session = world.district.sessions["line_1"]
    world.clock.move(minutes=1)
    await world.signed_in("admin").post(f"/sessions/{session}/windows", json={"kind": "closing"})
    scanned = await screen.scanned()
    world.clock.move(minutes=5)
    await hers.exchange(scanned)
    assert (await hers.tap()).json()["late_seconds"] == 240
    other = world.phone()
    await other.exchange(await screen.typed())
    receipt = (await other.name(world.district.people["hoa"], last4="4821")).json()
    assert (receipt["already_recorded"], receipt["name"]) == (True, None)
    assert receipt["late_seconds"] is None
