"""Windows at one point alone: void after a cut of power, or going on there."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from api.tables.attendance import Attendance
from api.tables.events import Event
from tests.world import Answer, World

CUT = "Mất điện từ 7 giờ 30 đến 8 giờ 10"


async def window_id(world: World, session: str = "line_1", *, number: int = 0) -> str:
    windows = await world.signed_in("admin").get(
        f"/sessions/{world.district.sessions[session]}/windows"
    )
    return str(windows.json()["items"][number]["id"])


async def decide(
    world: World,
    body: dict[str, Any],
    *,
    by: str = "admin",
    point: str = "commune",
    number: int = 0,
) -> Answer:
    """Say what holds at a point for a window of line 1."""
    path = f"{_windows(world)}/{await window_id(world, number=number)}"
    return await world.signed_in(by).put(f"{path}/points/{world.district.points[point]}", json=body)


def _windows(world: World) -> str:
    return f"/sessions/{world.district.sessions['line_1']}/windows"


async def close_window(world: World) -> None:
    answer = await world.signed_in("admin").post(f"{_windows(world)}/close")
    assert answer.status_code == 200, answer.text


def until(world: World, *, minutes: int) -> dict[str, Any]:
    """Write an extension from now on."""
    instant: datetime = world.clock() + timedelta(minutes=minutes)
    return {"ends_at": instant.isoformat(), "reason": "Đường truyền chập chờn"}


async def test_at_bom_bo_the_opening_window_goes_on_and_the_screen_names_it(world: World) -> None:
    await world.open()
    there, elsewhere = await world.screen("commune"), await world.screen("hall")
    world.clock.move(minutes=10)
    await close_window(world)
    assert (await there.codes())["codes"] == []
    answer = await decide(world, until(world, minutes=20))
    assert answer.status_code == 200, answer.text
    (exception,) = answer.json()["exceptions"]
    assert exception["bridge_point_id"] == str(world.district.points["commune"])
    assert not exception["is_voided"]

    world.clock.move(minutes=15)
    codes = await there.codes()
    assert codes["window_kind"] == "opening"
    assert len(codes["codes"]) == 12, "the step before, this one, and those of five minutes more"
    assert (await there.live())["window_kind"] == "opening"
    assert (await elsewhere.codes())["window_kind"] is None
    assert (await elsewhere.codes())["codes"] == []

    phone = world.phone()
    assert (await phone.exchange(await there.scanned())).status_code == 200
    world.clock.move(minutes=6)
    assert (await there.codes())["window_kind"] is None
    assert (await there.codes())["codes"] == []
    receipt = await phone.name(world.district.people["khanh"], last4="5005")
    assert receipt.status_code == 200, "the ticket keeps its window"
    async with world.database.read() as db:
        (row,) = (await db.execute(select(Attendance))).scalars()
    assert str(row.window_id) == await window_id(world)


async def test_the_extended_window_stands_before_the_one_that_began_meanwhile(world: World) -> None:
    session_id = await world.open()
    there, elsewhere = await world.screen("commune"), await world.screen("hall")
    world.clock.move(minutes=10)
    kind = {"kind": "after_break"}
    await world.signed_in("admin").post(f"/sessions/{session_id}/windows", json=kind)
    assert (await decide(world, until(world, minutes=5))).status_code == 200
    world.clock.move(minutes=1)
    for screen, number in ((there, 0), (elsewhere, 1)):
        answer = await world.phone().exchange(await screen.typed())
        assert answer.json()["window"]["id"] == await window_id(world, number=number)
    assert (await there.codes())["window_kind"] == "opening"
    world.clock.move(minutes=5)
    assert (await there.codes())["window_kind"] == "after_break"
    answer = await world.phone().exchange(await there.typed())
    assert answer.json()["window"]["id"] == await window_id(world, number=1)


async def test_a_screen_without_a_line_goes_on_and_an_extension_makes_its_codes_count(
    world: World,
) -> None:
    await world.open()
    screen, phone = await world.screen("commune"), world.phone()
    await phone.exchange(await screen.typed())
    held = await screen.codes()
    await world.close()
    world.clock.move(minutes=3)
    (later,) = [each for each in held["codes"] if each["starts_at"] == _wire(world.clock())]
    typed = {"door": held["door"], "digits": later["digits"]}
    assert (await world.phone().exchange(typed)).json()["code"] == "session_not_open"
    late = {
        "ends_at": (world.clock() + timedelta(minutes=1)).isoformat(),
        "reason": "Máy chiếu mất mạng, vẫn hiện mã",
    }
    assert (await decide(world, late)).status_code == 200
    assert (await world.phone().exchange(typed)).status_code == 200


def _wire(instant: datetime) -> str:
    return instant.isoformat().replace("+00:00", "Z")


async def test_a_voided_window_records_on_and_leaves_its_trace(world: World) -> None:
    session_id = await world.open()
    void = {"is_voided": True, "reason": CUT}
    assert (await decide(world, void)).json()["exceptions"][0]["is_voided"]
    assert (await decide(world, void)).status_code == 200, "twice is once"
    screen = await world.screen("commune")
    assert (await screen.codes())["window_kind"] == "opening"
    assert (await world.phone().exchange(await screen.typed())).status_code == 200

    world.clock.move(seconds=1)
    path = f"{_windows(world)}/{await window_id(world)}/points/{world.district.points['commune']}"
    admin = world.signed_in("admin")
    assert (await admin.delete(path)).status_code == 204
    assert (await admin.delete(path)).status_code == 404
    listed = (await admin.get(_windows(world))).json()["items"]
    assert [each["exceptions"] for each in listed] == [[]]
    async with world.database.read() as db:
        acts = ["window.voided", "window.extended", "window.restored"]
        query = select(Event).where(Event.act.in_(acts)).order_by(Event.id)
        voided, restored = (await db.execute(query)).scalars()
    assert (voided.act, restored.act) == ("window.voided", "window.restored")
    assert voided.session_id == session_id
    assert voided.detail["bridge_point_id"] == str(world.district.points["commune"])
    assert voided.detail["changes"]["reason"] == {"before": None, "after": CUT}


async def test_only_staff_decide_and_only_on_what_is_there(world: World) -> None:
    await world.open()
    void = {"is_voided": True, "reason": CUT}
    for username in ("bithu-bom-bo", "truc-bom-bo", "thuong-truc"):
        assert (await decide(world, void, by=username)).status_code == 403
    assert (await decide(world, void, point="hub")).status_code == 404, "a hall of another form"
    unknown = f"{_windows(world)}/{UUID(int=7)}/points/{world.district.points['hall']}"
    assert (await world.signed_in("admin").put(unknown, json=void)).status_code == 404


async def test_an_extension_ends_after_its_window_and_within_twelve_hours(world: World) -> None:
    await world.open()
    for minutes in (0, -5, 12 * 60 + 1):
        answer = await decide(world, until(world, minutes=minutes))
        assert (answer.status_code, answer.json()["code"]) == (422, "extension_unfit")
    both = {"is_voided": True, **until(world, minutes=5)}
    for body in ({"reason": CUT}, both, {"is_voided": True}):
        assert (await decide(world, body)).status_code == 422


async def test_nothing_is_excepted_in_a_rehearsal_or_after_the_lock(world: World) -> None:
    session_id = world.district.sessions["line_1"]
    admin, void = world.signed_in("admin"), {"is_voided": True, "reason": CUT}
    await admin.post(f"/sessions/{session_id}/rehearse")
    answer = await decide(world, void)
    assert (answer.status_code, answer.json()["code"]) == (409, "rehearsal_window")
    await admin.post(f"/sessions/{session_id}/end-rehearsal")
    await world.open()
    assert (await decide(world, void)).json()["code"] == "rehearsal_window"
    await world.close()
    assert (await decide(world, void, number=1)).status_code == 200
    world.clock.move(hours=25)
    answer = await decide(world, {**void, "reason": "Nhớ lại sau"}, number=1)
    assert (answer.status_code, answer.json()["code"]) == (409, "session_state")


async def test_a_confidential_session_has_no_codes_to_extend(world: World) -> None:
    session_id = world.district.sessions["line_1"]
    admin = world.signed_in("admin")
    await admin.patch(f"/sessions/{session_id}", json={"confidential": True})
    await world.open()
    answer = await decide(world, until(world, minutes=5))
    assert (answer.status_code, answer.json()["code"]) == (409, "confidential_session")
    assert (await decide(world, {"is_voided": True, "reason": CUT})).status_code == 200
