"""Codes over HTTP: what is accepted, and what is said of each that is not."""

import pytest

from tests.world import World


async def test_typed_digits_count_in_their_own_step_and_the_next(world: World) -> None:
    await world.open()
    screen = await world.screen()
    code = await screen.typed()
    assert (await world.phone().exchange(code)).status_code == 200
    world.clock.move(seconds=59)
    assert (await world.phone().exchange(code)).status_code == 200
    world.clock.move(seconds=1)
    refused = await world.phone().exchange(code)
    assert refused.status_code == 409
    assert refused.json()["code"] == "code_stale"
    assert refused.json()["stale_seconds"] == 60
    assert "60 giây" in refused.json()["detail"]


async def test_digits_older_than_six_minutes_are_unknown(world: World) -> None:
    await world.open()
    screen = await world.screen()
    code = await screen.typed()
    world.clock.move(seconds=359)
    assert (await world.phone().exchange(code)).json()["code"] == "code_stale"
    world.clock.move(seconds=1)
    assert (await world.phone().exchange(code)).json()["code"] == "code_unknown"


async def test_another_doors_code_cannot_be_told_from_a_wrong_one(world: World) -> None:
    await world.open()
    here, there = await world.screen("hall"), await world.screen("commune")
    ours, theirs = await here.typed(), await there.typed()
    assert ours["door"] != theirs["door"]
    mixed = {"door": ours["door"], "digits": theirs["digits"]}
    nowhere = {"door": "99", "digits": ours["digits"]}
    for code in (mixed, nowhere, await here.typed(step=1)):
        refused = await world.phone().exchange(code)
        assert (refused.status_code, refused.json()["code"]) == (422, "code_unknown")


@pytest.mark.parametrize(
    "code",
    [
        {"door": "1", "digits": "４８２９１３"},
        {"door": "1", "digits": "48291"},
        {"door": "một", "digits": "482913"},
        {"qr": "1.x.short"},
        {"qr": ""},
    ],
)
async def test_what_is_no_code_at_all_is_malformed(world: World, code: dict[str, str]) -> None:
    await world.open()
    refused = await world.phone().exchange(code)
    assert (refused.status_code, refused.json()["code"]) == (422, "code_malformed")


async def test_a_qr_is_fresh_for_two_steps_then_late_for_a_known_phone(world: World) -> None:
    await world.open()
    screen = await world.screen()
    known = await world.known_phone(screen=screen)
    await world.signed_in("admin").post(
        f"/sessions/{world.district.sessions['line_1']}/windows", json={"kind": "after_break"}
    )
    code = await screen.scanned()
    for seconds in (0, 59):
        world.clock.move(seconds=seconds)
        answer = await known.exchange(code)
        assert answer.json()["late_seconds"] is None
    world.clock.move(seconds=1)
    late = await known.exchange(code)
    assert late.json()["late_seconds"] == 0
    world.clock.move(minutes=5)
    late = await known.exchange(code)
    assert late.json()["late_seconds"] == 300
    receipt = (await known.tap()).json()
    assert (receipt["standing"], receipt["evidence"]) == ("pending", "late")
    assert receipt["late_seconds"] == 300
    assert receipt["message"] == "Đã ghi nhận gửi muộn, chờ bí thư xác nhận."


async def test_a_fresh_qr_of_a_known_phone_is_present(world: World) -> None:
    await world.open()
    screen = await world.screen()
    known = await world.known_phone(screen=screen)
    await world.signed_in("admin").post(
        f"/sessions/{world.district.sessions['line_1']}/windows", json={"kind": "closing"}
    )
    code = await screen.scanned()
    world.clock.move(seconds=31)
    await known.exchange(code)
    receipt = (await known.tap()).json()
    assert (receipt["standing"], receipt["evidence"]) == ("present", "qr")
    assert receipt["window_kind"] == "closing"


async def test_a_late_qr_is_not_for_a_phone_that_nobody_knew_then(world: World) -> None:
    await world.open()
    screen = await world.screen()
    code = await screen.scanned()
    world.clock.move(seconds=75)
    refused = await world.phone().exchange(code)
    assert (refused.status_code, refused.json()["code"]) == (409, "code_stale")
    assert refused.json()["stale_seconds"] == 75


async def test_a_qr_of_the_future_is_refused(world: World) -> None:
    await world.open()
    screen = await world.screen()
    refused = await world.phone().exchange(await screen.scanned(step=1))
    assert (refused.status_code, refused.json()["code"]) == (409, "code_from_future")


async def test_a_qr_of_the_class_before_is_told_apart(world: World) -> None:
    await world.open("line_1")
    screen = await world.screen()
    known = await world.known_phone(screen=screen)
    code = await screen.scanned()
    world.clock.move(hours=2)
    await world.close("line_1")
    await world.open("line_2")
    for phone in (known, world.phone()):
        refused = await phone.exchange(code)
        assert (refused.status_code, refused.json()["code"]) == (409, "code_other_session")


async def test_a_qr_of_a_locked_roster_is_refused_though_its_door_is_anothers_now(
    world: World,
) -> None:
    await world.open("line_1")
    screen = await world.screen()
    known = await world.known_phone(screen=screen)
    code = await screen.scanned()
    world.clock.move(hours=1)
    await world.close("line_1")
    world.clock.move(hours=23, minutes=59)
    assert (await known.exchange(code)).status_code == 200
    world.clock.move(minutes=1)
    refused = await known.exchange(code)
    assert (refused.status_code, refused.json()["code"]) == (409, "session_locked")
    await world.open("line_2")
    assert (await screen.typed())["door"] == "01"
    refused = await known.exchange(code)
    assert refused.json()["code"] == "code_other_session"


async def test_between_two_windows_nothing_is_shown_and_nothing_accepted(world: World) -> None:
    session = await world.open()
    screen = await world.screen()
    world.clock.move(minutes=10)
    digits, qr = await screen.typed(step=2), await screen.scanned(step=2)
    await world.signed_in("admin").post(f"/sessions/{session}/windows/close")
    held = await screen.codes()
    assert held["session"] is not None
    assert (held["window_kind"], held["codes"]) == (None, [])
    assert (await screen.live())["window_kind"] is None
    world.clock.move(minutes=1)
    for code in (digits, qr):
        refused = await world.phone().exchange(code)
        assert (refused.status_code, refused.json()["code"]) == (409, "session_not_open")


async def test_a_screen_is_also_sent_the_code_before_unless_it_never_counted(world: World) -> None:
    session = await world.open()
    screen = await world.screen()
    assert (await screen.codes())["codes"][0]["starts_at"] == "2022-03-15T00:30:00Z"
    world.clock.move(seconds=31)
    first = (await screen.codes())["codes"][0]
    assert first["starts_at"] == "2022-03-15T00:30:00Z"
    typed = {"door": "01", "digits": first["digits"]}
    assert (await world.phone().exchange(typed)).status_code == 200
    point = world.district.points["hall"]
    await world.signed_in("admin").post(f"/sessions/{session}/points/{point}/rotate")
    assert (await screen.codes())["codes"][0]["starts_at"] == "2022-03-15T00:30:30Z"


async def test_after_a_rotation_old_digits_are_dead_and_an_old_ticket_lives(world: World) -> None:
    session = await world.open()
    screen, early = await world.screen(), world.phone()
    known = await world.known_phone(screen=screen)
    digits, qr = await screen.typed(), await screen.scanned()
    await early.exchange(digits)
    point = world.district.points["hall"]
    answer = await world.signed_in("bithu-van-phong").post(
        f"/sessions/{session}/points/{point}/rotate"
    )
    assert answer.json()["epoch"] == 1
    assert (await screen.live())["epoch"] == 1
    assert (await world.phone().exchange(digits)).json()["code"] == "code_stale"
    assert (await world.phone().exchange(qr)).json()["code"] == "code_stale"
    assert (await known.exchange(qr)).json()["late_seconds"] == 0
    assert (await world.phone().exchange(await screen.typed())).status_code == 200
    receipt = await early.name(world.district.people["binh"], last4="3377")
    assert receipt.json()["standing"] == "present"


async def test_every_code_a_screen_holds_is_accepted_at_its_own_step(world: World) -> None:
    await world.open()
    screen = await world.screen()
    world.clock.move(seconds=17)
    held = await screen.codes()
    assert len(held["codes"]) == 20
    for code in held["codes"]:
        typed = {"door": held["door"], "digits": code["digits"]}
        assert (await world.phone().exchange(typed)).status_code == 200, code["step"]
        world.clock.move(seconds=30)


async def test_two_screens_agree_and_a_refresh_changes_nothing(world: World) -> None:
    await world.open()
    one, two = await world.screen(), await world.screen()
    assert await one.codes() == await two.codes() == await one.codes()


async def test_a_screen_without_an_open_session_has_no_codes(world: World) -> None:
    screen = await world.screen()
    codes = await screen.codes()
    assert (codes["session"], codes["door"], codes["codes"]) == (None, None, [])
    await world.open()
    assert len((await screen.codes())["codes"]) == 20
    await world.close()
    assert (await screen.codes())["codes"] == []


async def test_the_qr_is_a_short_address_with_the_code_in_its_fragment(world: World) -> None:
    await world.open()
    codes = await (await world.screen()).codes()
    assert codes["codes"][0]["qr"]["size"] <= 37
    assert codes["domain"] == "127.0.0.1:8000"


async def test_a_ticket_is_worth_nothing_in_another_browser(world: World) -> None:
    await world.open()
    screen, hers, his = await world.screen(), world.phone(), world.phone()
    await hers.exchange(await screen.typed())
    await his.exchange(await screen.typed())
    his.ticket = hers.ticket
    refused = await his.name(world.district.people["binh"], last4="3377")
    assert (refused.status_code, refused.json()["code"]) == (422, "ticket_invalid")
    bare = world.phone()
    bare.ticket = hers.ticket
    assert (await bare.tap()).json()["code"] == "ticket_invalid"


async def test_an_expired_ticket_is_late_for_a_known_phone_and_stale_for_another(
    world: World,
) -> None:
    session = await world.open()
    screen, new = await world.screen(), world.phone()
    known = await world.known_phone(screen=screen)
    await world.signed_in("admin").post(f"/sessions/{session}/windows", json={"kind": "closing"})
    world.clock.move(seconds=30)
    for phone in (known, new):
        await phone.exchange(await screen.typed())
    world.clock.move(minutes=10)
    assert (await known.tap()).json()["evidence"] == "late"
    refused = await new.name(world.district.people["binh"], last4="3377")
    assert (refused.status_code, refused.json()["code"]) == (409, "code_stale")


async def test_a_code_exchanged_in_time_counts_though_the_session_closed_meanwhile(
    world: World,
) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    world.clock.move(seconds=40)
    await world.close()
    receipt = await phone.name(world.district.people["hoa"], last4="4821")
    assert receipt.json()["standing"] == "present"


async def test_a_good_code_writes_nothing(world: World) -> None:
    await world.open()
    code = await (await world.screen()).typed()

    async def no_writing() -> None:
        raise AssertionError("a good code opened a write transaction")

    world.database.write = no_writing  # type: ignore[assignment, method-assign]
    assert (await world.phone().exchange(code)).status_code == 200
