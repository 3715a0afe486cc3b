"""The life of a session: changed, postponed, cancelled, taken back, opened on another day, mật."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select, update

from api.bridge_points.actions import add_bridge_point
from api.events import SYSTEM
from api.tables.events import Event
from api.tables.sessions import SessionPoint
from api.words import Form
from tests.world import Answer, World

TODAY = "2022-03-15T07:00:00Z"
TOMORROW = "2022-03-16T00:30:00Z"
LINK = "https://meet.example/abc-defg-hij"


def _path(world: World, session: str = "line_1") -> str:
    return f"/sessions/{world.district.sessions[session]}"


async def _change(world: World, session: str = "line_1", **fields: Any) -> Answer:
    return await world.signed_in("admin").patch(_path(world, session), json=fields)


async def _do(world: World, what: str, session: str = "line_1", **body: Any) -> Answer:
    path = f"{_path(world, session)}/{what}"
    return await world.signed_in("admin").post(path, json=body or None)


async def test_units_are_told_of_a_time_a_link_and_a_title_and_of_nothing_else(
    world: World,
) -> None:
    sequences = [
        (await _change(world, **fields)).json()["sequence"]
        for fields in (
            {"starts_at": TOMORROW},
            {"starts_at": "2022-03-16T07:30:00+07:00"},  # the same instant
            {"presenters": ["Báo cáo viên cấp tỉnh"], "share": 2},
            {"title": "Lớp một"},
            {"date_hint": "giữa tháng 3"},  # there is a time
            {"meet_url": LINK},
            {"starts_at": None},
            {"date_hint": "cuối tháng 3"},
        )
    ]
    assert sequences == [1, 1, 1, 2, 2, 3, 4, 5]
    read = (await world.signed_in("admin").get(_path(world))).json()
    assert (read["presenters"], read["share"]) == (["Báo cáo viên cấp tỉnh"], 2)
    assert (read["starts_at"], read["date_hint"]) == (None, "cuối tháng 3")


async def test_a_change_says_what_was_and_what_is(world: World) -> None:
    await _change(world, starts_at=TOMORROW, title="Lớp 1 – đường truyền")
    async with world.database.read() as db:
        (detail,) = await db.scalars(select(Event.detail).where(Event.act == "session.changed"))
    assert detail["changes"] == {
        "starts_at": {"before": None, "after": "2022-03-16T00:30:00+00:00"}
    }


async def test_who_holds_an_old_copy_is_told_so(world: World) -> None:
    admin = world.signed_in("admin")
    held = (await admin.get(_path(world))).headers["etag"]
    first = await admin.patch(_path(world), json={"title": "Lớp A"}, headers={"If-Match": held})
    assert first.status_code == 200
    second = await admin.patch(_path(world), json={"title": "Lớp B"}, headers={"If-Match": held})
    assert (second.status_code, second.json()["code"]) == (412, "changed_meanwhile")
    fresh = {"If-Match": first.headers["etag"]}
    third = await admin.patch(_path(world), json={"title": "Lớp B"}, headers=fresh)
    assert third.json()["title"] == "Lớp B"


async def test_of_two_who_changed_the_same_copy_one_is_refused(world: World) -> None:
    admin = world.signed_in("admin")
    held = {"If-Match": (await admin.get(_path(world))).headers["etag"]}
    answers = await asyncio.gather(
        *(
            admin.patch(_path(world), json={"title": f"Lớp {number}"}, headers=held)
            for number in range(4)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": None},
        {"title": " "},
        {"share": -1},
        {"share": None},
        {"confidential": None},
        {"presenters": None},
        {"meet_url": "javascript:alert(1)"},
        {"starts_at": "2022-03-16T00:30:00"},
        {"state": "open"},
        {"ordinal": 7},
    ],
)
async def test_what_a_session_cannot_be_is_refused(world: World, fields: dict[str, Any]) -> None:
    refused = await _change(world, **fields)
    assert (refused.status_code, refused.json()["code"]) == (422, "validation_failed")


async def test_an_open_class_keeps_its_time_and_may_get_another_link(world: World) -> None:
    await world.open("meet_1")
    refused = await _change(world, "meet_1", starts_at=TOMORROW)
    assert (refused.status_code, refused.json()["state"]) == (409, "open")
    assert (await _change(world, "meet_1", confidential=True)).status_code == 409
    changed = (await _change(world, "meet_1", meet_url=LINK)).json()
    assert (changed["meet_url"], changed["sequence"], changed["state"]) == (LINK, 1, "open")
    await world.close("meet_1")
    world.clock.move(hours=24)
    assert (await _change(world, "meet_1", title="Lớp cũ")).json()["state"] == "locked"


async def test_a_postponed_class_says_why_and_is_planned_again_by_a_time(world: World) -> None:
    await _change(world, starts_at=TOMORROW)
    postponed = await _do(world, "postpone", reason="Mưa lũ", date_hint="cuối tháng 3")
    read = postponed.json()
    assert (read["state"], read["state_reason"], read["sequence"]) == ("postponed", "Mưa lũ", 2)
    assert (read["starts_at"], read["date_hint"]) == (None, "cuối tháng 3")
    assert (await _do(world, "open")).json()["state"] == "postponed"
    planned = (await _change(world, starts_at=TODAY)).json()
    assert (planned["state"], planned["state_reason"], planned["sequence"]) == ("planned", None, 3)
    assert (await _do(world, "open")).status_code == 200


async def test_a_cancelled_class_names_where_its_members_can_go(world: World) -> None:
    await _change(world, starts_at=TOMORROW)
    cancelled = (await _do(world, "cancel", reason="Ghép lớp")).json()
    assert (cancelled["state"], cancelled["state_reason"]) == ("cancelled", "Ghép lớp")
    assert [each["title"] for each in cancelled["alternatives"]] == ["Lớp 2 – đường truyền"]
    for what in ("open", "rehearse", "close", "lock"):
        assert (await _do(world, what)).json()["state"] == "cancelled", what
    assert (await _change(world, title="Lớp khác")).status_code == 409
    reopened = (await _do(world, "reopen")).json()
    assert (reopened["state"], reopened["state_reason"]) == ("planned", None)
    assert (reopened["starts_at"], reopened["sequence"]) == (TOMORROW, 3)
    assert (await _do(world, "cancel")).status_code == 422, "a reason is wanted"


async def test_a_class_closed_by_mistake_goes_on_where_it_stopped(world: World) -> None:
    session = await world.open()
    screen, phone = await world.screen("hall"), world.phone()
    doors = (await screen.codes())["door"]
    await world.close()
    assert (await screen.codes())["session"] is None
    world.clock.move(minutes=1)
    reopened = (await _do(world, "reopen")).json()
    assert (reopened["state"], reopened["closed_at"], reopened["locks_at"]) == ("open", None, None)
    codes = await screen.codes()
    assert (codes["door"], codes["window_kind"]) == (doors, "opening")
    assert (await phone.exchange(await screen.scanned())).status_code == 200
    windows = await world.signed_in("admin").get(f"/sessions/{session}/windows")
    assert [each["closed_at"] for each in windows.json()["items"]] == [None]


async def test_a_roll_call_that_had_ended_before_the_closing_stays_ended(world: World) -> None:
    session = await world.open()
    await world.signed_in("admin").post(f"/sessions/{session}/windows/close")
    world.clock.move(minutes=1)
    await world.close()
    await _do(world, "reopen")
    (window,) = (await world.signed_in("admin").get(f"/sessions/{session}/windows")).json()["items"]
    assert window["closed_at"] == "2022-03-15T00:30:00Z"


async def test_a_class_is_not_reopened_once_locked_or_while_the_next_is_open(world: World) -> None:
    await world.open("line_1")
    await world.close("line_1")
    await world.open("line_2")
    busy = await _do(world, "reopen")
    assert (busy.status_code, busy.json()["code"]) == (409, "point_busy")
    assert (await world.signed_in("admin").get(_path(world))).json()["state"] == "closed"
    await world.close("line_2")
    world.clock.move(hours=24)
    locked = await _do(world, "reopen")
    assert (locked.status_code, locked.json()["state"]) == (409, "locked")


async def test_locking_early_frees_the_doors_and_ends_what_phones_may_send(world: World) -> None:
    await world.open("line_1")
    screen, phone = await world.screen("hall"), world.phone()
    scanned = await screen.scanned()
    assert (await _do(world, "lock")).json()["state"] == "open"
    await world.close("line_1")
    locked = (await _do(world, "lock")).json()
    assert (locked["state"], locked["locks_at"]) == ("locked", "2022-03-15T00:30:00Z")
    assert (await phone.exchange(scanned)).json()["code"] == "session_locked"
    await world.open("line_2")
    points = (await world.signed_in("admin").get(f"{_path(world, 'line_2')}/points")).json()
    assert [each["door"] for each in points["items"]] == ["01", "02"]


async def test_opening_on_another_day_than_planned_asks_first(world: World) -> None:
    await _change(world, starts_at=TOMORROW)
    refused = await _do(world, "open")
    assert (refused.status_code, refused.json()["code"]) == (409, "other_date")
    assert (refused.json()["planned_date"], refused.json()["today_date"]) == (
        "2022-03-16",
        "2022-03-15",
    )
    for day in ("thứ Tư, ngày 16 tháng 3 năm 2022", "thứ Ba, ngày 15 tháng 3 năm 2022"):
        assert day in refused.json()["detail"]
    assert (await _do(world, "open", on_another_date=False)).status_code == 409
    assert (await _do(world, "open", on_another_date=True)).json()["state"] == "open"


async def test_the_evening_before_in_utc_is_the_same_day_in_vietnam(world: World) -> None:
    await _change(world, starts_at="2022-03-14T17:30:00Z")  # 00:30 of the 15th
    assert (await _do(world, "open")).status_code == 200


async def _add_point(world: World) -> str:
    async with world.database.write() as db:
        point = await add_bridge_point(
            db,
            SYSTEM,
            conference_id=world.district.conference_id,
            ordinal=6,
            name="Điểm cầu xã Bình Minh",
            venue="Nhà văn hóa",
            form=Form.LINE,
            is_hub=False,
            host_unit_id=world.district.units["bom_bo"],
            expected_unit_ids=[],
            at=world.clock(),
        )
    return str(point.id)


async def test_a_point_added_after_the_class_gets_a_door_when_it_opens(world: World) -> None:
    await _add_point(world)
    admin = world.signed_in("admin")
    before = (await admin.get(f"{_path(world)}/points")).json()["items"]
    assert [(each["point"]["name"], each["door"]) for each in before] == [
        ("Điểm cầu Hội trường Huyện ủy", None),
        ("Điểm cầu xã Bom Bo", None),
        ("Điểm cầu xã Bình Minh", None),
    ]
    await world.open()
    after = (await admin.get(f"{_path(world)}/points")).json()["items"]
    assert [each["door"] for each in after] == ["01", "02", "03"]


async def test_a_class_that_is_over_has_the_points_that_it_had(world: World) -> None:
    await world.open()
    await world.close()
    await _add_point(world)
    points = (await world.signed_in("admin").get(f"{_path(world)}/points")).json()["items"]
    assert len(points) == 2


async def test_a_point_says_how_many_it_seats(world: World) -> None:
    admin, added = world.signed_in("admin"), await _add_point(world)
    for point in (world.district.points["commune"], added):
        path = f"{_path(world)}/points/{point}/capacity"
        answer = await admin.put(path, json={"capacity": 120})
        assert (answer.status_code, answer.json()) == (200, {"capacity": 120})
    points = (await admin.get(f"{_path(world)}/points")).json()["items"]
    assert [each["capacity"] for each in points] == [None, 120, 120]
    assert (await admin.put(path, json={"capacity": None})).json() == {"capacity": None}
    assert (await admin.put(path, json={"capacity": -1})).status_code == 422
    elsewhere = f"{_path(world)}/points/{world.district.points['hub']}/capacity"
    assert (await admin.put(elsewhere, json={"capacity": 1})).status_code == 404
    secretary = world.signed_in("bithu-bom-bo")
    assert (await secretary.put(path, json={"capacity": 1})).status_code == 403


async def test_a_confidential_class_loses_its_link_and_takes_none(world: World) -> None:
    await _change(world, "meet_1", meet_url=LINK)
    both = await _change(world, "meet_1", confidential=True, meet_url=LINK)
    assert (both.status_code, both.json()["code"]) == (422, "confidential_meet")
    confidential = (await _change(world, "meet_1", confidential=True)).json()
    assert (confidential["meet_url"], confidential["sequence"]) == (None, 2)
    again = await _change(world, "meet_1", meet_url=LINK)
    assert (again.status_code, again.json()["code"]) == (409, "confidential_session")
    back = await _change(world, "meet_1", confidential=False, meet_url=LINK)
    assert (back.status_code, back.json()["meet_url"]) == (200, LINK)


async def test_a_confidential_class_has_no_codes_to_rotate_even_when_rehearsed_before(
    world: World,
) -> None:
    await _do(world, "rehearse")
    await _do(world, "end-rehearsal")
    await _change(world, confidential=True)
    await world.open()
    await world.close()
    assert (await _do(world, "reopen")).json()["state"] == "open"
    async with world.database.read() as db:
        open_points = (await db.scalars(select(SessionPoint.is_open))).all()
    assert not any(open_points), "a door of the rehearsal does not come back"
    point = world.district.points["hall"]
    refused = await world.signed_in("admin").post(f"{_path(world)}/points/{point}/rotate")
    assert (refused.status_code, refused.json()["code"]) == (409, "confidential_session")


async def test_no_roll_call_of_a_class_is_a_rehearsal(world: World) -> None:
    await world.open()
    refused = await _do(world, "windows", kind="rehearsal")
    assert (refused.status_code, refused.json()["code"]) == (422, "validation_failed")


async def test_typed_codes_suspended_at_a_rehearsal_count_on_the_day(world: World) -> None:
    await _do(world, "rehearse")
    async with world.database.write() as db:
        await db.execute(update(SessionPoint).values(typed_codes_suspended_at=world.clock()))
    await _do(world, "end-rehearsal")
    await world.open()
    points = (await world.signed_in("admin").get(f"{_path(world)}/points")).json()["items"]
    assert {each["typed_codes_suspended_at"] for each in points} == {None}


@pytest.mark.parametrize("username", ["bithu-bom-bo", "thuong-truc", "van-phong", "truc-bom-bo"])
async def test_only_the_organiser_plans(world: World, username: str) -> None:
    caller = world.signed_in(username)
    assert (await caller.patch(_path(world), json={"title": "Lớp"})).status_code == 403
    for what in ("postpone", "cancel"):
        answer = await caller.post(f"{_path(world)}/{what}", json={"reason": "Không rõ"})
        assert answer.status_code == 403, what
    read = await caller.get(_path(world))
    assert (read.json()["state"], read.json()["sequence"]) == ("planned", 0)
