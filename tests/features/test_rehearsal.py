"""The day before: real doors, screens and phones, and nothing of it counts on the day."""

import asyncio
from uuid import UUID

from sqlalchemy import select

from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.checkin import CheckIn
from tests.world import Phone, Screen, World


async def _rehearse(world: World, session: str = "line_1") -> UUID:
    session_id = world.district.sessions[session]
    began = await world.signed_in("admin").post(f"/sessions/{session_id}/rehearse")
    assert (began.status_code, began.json()["state"]) == (200, "rehearsing"), began.text
    return session_id


async def _end(world: World, session_id: UUID) -> None:
    ended = await world.signed_in("admin").post(f"/sessions/{session_id}/end-rehearsal")
    assert (ended.status_code, ended.json()["state"]) == (200, "planned"), ended.text


async def _known_phone(world: World) -> Phone:
    """Bind Hoa's phone in another class, long before."""
    await world.open("line_2")
    phone = await world.known_phone("hoa", screen=await world.screen("hall"))
    await world.close("line_2")
    world.clock.move(hours=30)
    return phone


async def test_hoa_tries_her_phone_the_evening_before_and_is_not_counted(world: World) -> None:
    session = await _rehearse(world)
    screen, phone = await world.screen("hall"), world.phone()
    shown = await screen.codes()
    assert (shown["window_kind"], shown["door"]) == ("rehearsal", "01")
    ticket = await phone.exchange(await screen.scanned())
    assert ticket.json()["window"]["kind"] == "rehearsal"
    receipt = (await phone.name(world.district.people["hoa"], last4="4821")).json()
    assert (receipt["is_rehearsal"], receipt["evidence"]) == (True, "first")
    assert (receipt["standing"], receipt["already_recorded"]) == ("present", False)
    assert "Diễn tập" in receipt["message"]
    assert await world.count(Attendance) == 0
    assert await world.count(Device) == 0, "no phone is bound"
    assert await world.count(CheckIn) == 1
    live = (await world.signed_in("admin").get(f"/sessions/{session}/live")).json()
    assert (live["present"], live["pending"], live["expected"]) == (0, 0, 8)
    assert [each["present"] for each in live["points"]] == [0, 0]
    assert (await screen.live())["present"] == 0


async def test_a_receipt_of_a_rehearsal_stays_the_same_when_sent_again(world: World) -> None:
    await _rehearse(world)
    screen, phone = await world.screen("hall"), world.phone()
    await phone.exchange(await screen.typed())
    body = phone.body({"kind": "named", "unit_id": None, "name": "Ai Đó", "last4": None})
    first, again = await phone.send(body), await phone.send(body)
    assert first.json() == again.json()
    assert first.json()["is_rehearsal"] is True
    assert await world.count(TypedName) == 0


async def test_a_qr_of_the_rehearsal_counts_neither_fresh_nor_late_in_the_class(
    world: World,
) -> None:
    phone = await _known_phone(world)
    session = await _rehearse(world)
    screen = await world.screen("hall")
    scanned, typed = await screen.scanned(), await screen.typed()
    await _end(world, session)
    for minutes in (0, 1, 60):
        world.clock.move(minutes=minutes)
        refused = await phone.exchange(scanned)
        assert (refused.status_code, refused.json()["code"]) == (409, "code_stale"), minutes
    await world.open("line_1")
    points = await world.signed_in("admin").get(f"/sessions/{session}/points")
    assert points.json()["items"][0]["door"] == "01", "the very same door"
    refused = await phone.exchange(scanned)
    assert (refused.status_code, refused.json()["code"]) == (409, "code_stale")
    assert (await phone.exchange(typed)).json()["code"] == "code_unknown"
    await phone.exchange(await screen.scanned())
    receipt = (await phone.tap()).json()
    assert (receipt["is_rehearsal"], receipt["evidence"]) == (False, "qr")


async def test_the_class_may_open_in_the_very_step_in_which_its_rehearsal_ends(
    world: World,
) -> None:
    phone = await _known_phone(world)
    session = await _rehearse(world)
    screen = await world.screen("hall")
    scanned = await screen.scanned()
    tomorrow = await phone.exchange(await screen.scanned())
    assert tomorrow.status_code == 200
    world.clock.move(seconds=5)
    await _end(world, session)
    await world.open("line_1")
    late = await phone.tap()
    assert (late.status_code, late.json()["code"]) == (409, "code_stale"), "a ticket of before"
    assert (await phone.exchange(scanned)).json()["code"] == "code_stale"
    await phone.exchange(await screen.scanned())
    assert (await phone.tap()).json()["is_rehearsal"] is False
    assert await world.count(Attendance) == 2, "line 2 long before, and line 1 now"


async def test_a_code_of_the_step_before_the_class_is_none_of_the_rehearsals(world: World) -> None:
    session = await _rehearse(world)
    await _end(world, session)
    world.clock.move(seconds=30)
    await world.open("line_1")
    codes = (await (await world.screen("hall")).codes())["codes"]
    assert len(codes) == 20, "the step before belongs to the rehearsal"


async def test_wrong_codes_of_a_rehearsal_do_not_bar_a_phone_on_the_day(world: World) -> None:
    session = await _rehearse(world)
    screen, phone = await world.screen("hall"), world.phone()
    for _ in range(3):
        for _ in range(4):
            right = await screen.typed()
            wrong = {**right, "digits": f"{(int(right['digits']) + 1) % 10**6:06d}"}
            assert (await phone.exchange(wrong)).status_code in {422, 429}
        world.clock.move(minutes=11)
    await _end(world, session)
    await world.open("line_1")
    assert (await phone.exchange(await screen.typed())).status_code == 200


async def test_wrong_digits_of_a_card_at_a_rehearsal_do_not_count_on_the_day(world: World) -> None:
    session = await _rehearse(world)
    screen, hoa = await world.screen("hall"), world.district.people["hoa"]
    for _ in range(3):
        phone = world.phone()
        await phone.exchange(await screen.typed())
        assert (await phone.name(hoa, last4="0000")).json()["evidence"] == "claimed"
    phone = world.phone()
    await phone.exchange(await screen.typed())
    assert (await phone.name(hoa, last4="4821")).json()["evidence"] == "claimed", "limited too"
    await _end(world, session)
    await world.open("line_1")
    phone = world.phone()
    await phone.exchange(await screen.typed())
    assert (await phone.name(hoa, last4="4821")).json()["evidence"] == "first"


async def test_a_rehearsal_takes_its_points_and_gives_them_back(world: World) -> None:
    admin, second = world.signed_in("admin"), world.district.sessions["line_2"]
    session = await _rehearse(world)
    busy = await admin.post(f"/sessions/{second}/open")
    assert (busy.status_code, busy.json()["code"]) == (409, "point_busy")
    for path in ("open", "rehearse", "close", "cancel", "postpone"):
        body = {"reason": "Thử"} if path in {"cancel", "postpone"} else None
        refused = await admin.post(f"/sessions/{session}/{path}", json=body)
        assert (refused.status_code, refused.json()["state"]) == (409, "rehearsing"), path
    refused = await admin.post(f"/sessions/{session}/windows", json={"kind": "closing"})
    assert refused.status_code == 409
    await _end(world, session)
    points = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    assert [each["door"] for each in points] == [None, None]
    windows = (await admin.get(f"/sessions/{session}/windows")).json()["items"]
    assert [(each["kind"], each["closed_at"] is None) for each in windows] == [("rehearsal", False)]
    assert (await admin.post(f"/sessions/{second}/open")).status_code == 200


async def test_twice_rehearsed_and_opened_the_doors_are_given_anew(world: World) -> None:
    admin = world.signed_in("admin")
    session = await _rehearse(world)
    await _end(world, session)
    await world.open("meet_1")  # takes the lowest doors meanwhile
    await _rehearse(world)
    await _end(world, session)
    await world.open("line_1")
    points = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    assert [each["door"] for each in points] == ["04", "05"]
    screen, phone = await world.screen("hall"), world.phone()
    assert (await phone.exchange(await screen.scanned())).status_code == 200


async def test_two_clicks_begin_one_rehearsal(world: World) -> None:
    admin, session = world.signed_in("admin"), world.district.sessions["line_1"]
    path = f"/sessions/{session}/rehearse"
    answers = await asyncio.gather(*(admin.post(path) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_a_confidential_class_is_not_rehearsed(world: World) -> None:
    admin, session = world.signed_in("admin"), world.district.sessions["line_1"]
    await admin.patch(f"/sessions/{session}", json={"confidential": True})
    refused = await admin.post(f"/sessions/{session}/rehearse")
    assert (refused.status_code, refused.json()["code"]) == (409, "confidential_session")


async def test_the_secretary_of_bom_bo_does_not_rehearse_the_district(world: World) -> None:
    session = world.district.sessions["line_1"]
    secretary = world.signed_in("bithu-bom-bo")
    for path in ("rehearse", "end-rehearsal", "reopen", "lock"):
        assert (await secretary.post(f"/sessions/{session}/{path}")).status_code == 403, path


async def test_a_screen_paired_at_the_rehearsal_serves_the_class(world: World) -> None:
    session = await _rehearse(world)
    screen: Screen = await world.screen("commune")
    before = await screen.live()
    assert before["window_kind"] == "rehearsal"
    await _end(world, session)
    assert (await screen.codes())["session"] is None
    await world.open("line_1")
    async with world.database.read() as db:
        assert (await db.scalars(select(Attendance.id))).all() == []
    assert (await screen.live())["window_kind"] == "opening"
