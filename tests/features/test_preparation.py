"""What is ready at a point, who said so, and what is missing at 6:30."""

from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api import events
from api.tables.bridge_points import LineTest
from api.tables.events import Event
from tests.features.test_conferences import ITEMS
from tests.world import World


async def _with_checklist(world: World) -> str:
    conference = f"/conferences/{world.district.conference_id}"
    sent = {"preparation_items": ITEMS}
    assert (await world.signed_in("admin").patch(conference, json=sent)).status_code == 200
    return conference


def _point(world: World, key: str = "commune") -> str:
    return f"/points/{world.district.points[key]}"


async def _mark(
    client: httpx.AsyncClient, point: str, result: str | None, *, item: str = "hall"
) -> httpx.Response:
    marks = [{"item_key": item, "result": result, "note": "đã xem" if result else None}]
    return await client.patch(f"{point}/preparation", json={"marks": marks})


def _lacks(view: dict[str, Any]) -> dict[str, str | None]:
    return {each["key"]: each["lack"] for each in view["items"]}


async def test_the_operator_of_bom_bo_marks_the_hall_and_is_named(world: World) -> None:
    await _with_checklist(world)
    operator, point = world.signed_in("truc-bom-bo"), _point(world)
    before = (await operator.get(f"{point}/preparation")).json()
    assert _lacks(before) == {"hall": "unmarked", "line_test": "unmarked"}
    answer = await _mark(operator, point, "done")
    hall = answer.json()["items"][0]
    assert (hall["result"], hall["note"], hall["lack"]) == ("done", "đã xem", None)
    assert (hall["marked_by"], hall["is_stale"]) == ("truc-bom-bo", False)
    assert answer.json()["missing_count"] == 1
    assert answer.headers["ETag"] == (await operator.get(f"{point}/preparation")).headers["ETag"]


async def test_a_mark_is_taken_back_and_every_step_is_an_event(world: World) -> None:
    await _with_checklist(world)
    secretary, point = world.signed_in("bithu-bom-bo"), _point(world)
    await _mark(secretary, point, "done")
    assert _lacks((await _mark(secretary, point, None)).json())["hall"] == "unmarked"
    async with world.database.read() as db:
        query = select(Event.detail).where(Event.act == events.PREPARATION_MARKED)
        steps = [each["changes"]["hall"] for each in (await db.execute(query)).scalars()]
    results = [
        [side and side["result"] for side in (step["before"], step["after"])] for step in steps
    ]
    assert sorted(results, key=str) == [["done", None], [None, "done"]]


async def test_marks_made_from_an_old_page_are_refused(world: World) -> None:
    await _with_checklist(world)
    operator, point = world.signed_in("truc-bom-bo"), _point(world)
    held = {"If-Match": (await operator.get(f"{point}/preparation")).headers["ETag"]}
    await _mark(operator, point, "done")
    marks = {"marks": [{"item_key": "hall", "result": None}]}
    answer = await operator.patch(f"{point}/preparation", json=marks, headers=held)
    assert answer.status_code == 412


@pytest.mark.parametrize(
    ("item", "result", "code"),
    [
        ("camera", "passed", "preparation_item_unknown"),  # a point on the line has no such item
        ("toilet", "done", "preparation_item_unknown"),
        ("hall", "passed", "preparation_result_unfit"),
        ("line_test", "passed", "line_test_apart"),
    ],
)
async def test_a_mark_that_does_not_fit_is_refused(
    world: World, item: str, result: str, code: str
) -> None:
    await _with_checklist(world)
    answer = await _mark(world.signed_in("admin"), _point(world), result, item=item)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_the_newest_line_test_counts(world: World) -> None:
    await _with_checklist(world)
    technician, point = world.signed_in("van-phong"), _point(world)
    for passed, lack in ((True, None), (False, "failed"), (True, None)):
        world.clock.move(minutes=1)
        answer = await technician.post(f"{point}/line-tests", json={"passed": passed})
        assert (answer.status_code, answer.json()["tested_by"]) == (201, "van-phong")
        view = (await technician.get(f"{point}/preparation")).json()
        assert _lacks(view)["line_test"] == lack
    tests = (await technician.get(f"{point}/line-tests")).json()["items"]
    assert [each["passed"] for each in tests] == [True, False, True]


async def test_a_line_test_sent_twice_is_one(world: World) -> None:
    await _with_checklist(world)
    technician, headers = world.signed_in("van-phong"), {"Idempotency-Key": "thu-lan-1"}
    for _ in range(2):
        await technician.post(f"{_point(world)}/line-tests", json={"passed": True}, headers=headers)
    assert await world.count(LineTest) == 1


async def test_after_another_venue_a_passed_line_test_counts_no_more(world: World) -> None:
    await _with_checklist(world)
    admin, point = world.signed_in("admin"), _point(world)
    await admin.post(f"{point}/line-tests", json={"passed": True})
    await _mark(admin, point, "done")
    assert (await admin.get(f"{point}/preparation")).json()["missing_count"] == 0
    await admin.patch(point, json={"venue": "Nhà văn hóa thôn 3"})
    view = (await admin.get(f"{point}/preparation")).json()
    assert _lacks(view) == {"hall": "outdated", "line_test": "outdated"}
    assert [each["result"] for each in view["items"]] == ["done", "passed"]
    assert all(each["is_stale"] for each in view["items"])
    (test,) = (await admin.get(f"{point}/line-tests")).json()["items"]
    assert test["is_stale"] is True
    world.clock.move(minutes=5)
    await admin.post(f"{point}/line-tests", json={"passed": True})
    assert _lacks((await _mark(admin, point, "done")).json()) == {"hall": None, "line_test": None}


async def test_at_half_past_six_staff_see_what_is_missing_and_where(world: World) -> None:
    conference = await _with_checklist(world)
    admin = world.signed_in("admin")
    for key in ("hall", "commune"):
        await _mark(admin, _point(world, key), "done")
        await admin.post(f"{_point(world, key)}/line-tests", json={"passed": key == "hall"})
    await _mark(admin, _point(world, "hub"), "failed", item="camera")
    rows = (await admin.get(f"{conference}/preparation")).json()["items"]
    missing = {row["name"]: {each["key"]: each["lack"] for each in row["missing"]} for row in rows}
    nothing = {"hall": "unmarked", "line_test": "unmarked", "camera": "unmarked"}
    assert missing == {
        "Điểm cầu xã Bom Bo": {"line_test": "failed"},
        "Phòng họp Ban Tuyên giáo": nothing | {"camera": "failed"},
        "Hội trường Bưu điện": nothing,
        "Hội trường Trường THCS Hoa Ban": nothing,
    }
    params = {"only_missing": "false", "limit": "2"}
    first = (await admin.get(f"{conference}/preparation", params=params)).json()
    assert [each["missing_count"] for each in first["items"]] == [0, 1]
    rest = await admin.get(
        f"{conference}/preparation", params=params | {"cursor": first["next_cursor"]}
    )
    assert [each["ordinal"] for each in rest.json()["items"]] == [3, 4]


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("admin", 200),
        ("van-phong", 200),
        ("bithu-bom-bo", 200),
        ("truc-bom-bo", 200),
        ("thuong-truc", 403),
        ("bithu-buu-dien", 403),
    ],
)
async def test_who_prepares_the_point_of_bom_bo(world: World, who: str, status: int) -> None:
    conference = await _with_checklist(world)
    client, point = world.signed_in(who), _point(world)
    assert (await client.get(f"{point}/preparation")).status_code == 200
    assert (await client.get(f"{point}/line-tests")).status_code == 200
    assert (await client.get(f"{conference}/preparation")).status_code == 200
    assert (await _mark(client, point, "done")).status_code == status
    answer = await client.post(f"{point}/line-tests", json={"passed": True})
    assert answer.status_code == (201 if status == 200 else status)


async def test_at_half_past_six_of_a_line_class_only_its_halls_are_shown(world: World) -> None:
    conference = await _with_checklist(world)
    staff, district = world.signed_in("admin"), world.district

    async def names(**params: str) -> list[str]:
        answer = await staff.get(f"{conference}/preparation", params=params)
        assert answer.status_code == 200, answer.text
        return [each["name"] for each in answer.json()["items"]]

    line = ["Điểm cầu Hội trường Huyện ủy", "Điểm cầu xã Bom Bo"]
    assert await names(form="line") == line
    assert await names(session_id=str(district.sessions["line_1"])) == line
    assert await names(session_id=str(district.sessions["line_1"]), form="meet") == []
    assert len(await names(form="meet")) == 3
    await world.open()
    later = {"name": "Điểm cầu mới", "venue": "Nhà văn hóa", "form": "line"}
    host = {"host_unit_id": str(district.units["post"])}
    assert (await staff.post(f"{conference}/points", json=later | host)).status_code == 201
    assert await names(session_id=str(district.sessions["line_1"])) == line
    assert len(await names(session_id=str(district.sessions["line_2"]))) == 3
    unknown = {"session_id": str(district.conference_id)}
    assert (await staff.get(f"{conference}/preparation", params=unknown)).status_code == 404


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("admin", True),
        ("van-phong", True),
        ("bithu-bom-bo", True),
        ("truc-bom-bo", True),
        ("thuong-truc", False),
        ("bithu-buu-dien", False),
    ],
)
async def test_the_notes_of_bom_bo_are_for_those_who_prepare_it_or_test_its_line(
    world: World, who: str, reads: bool
) -> None:
    conference = await _with_checklist(world)
    staff, point = world.signed_in("admin"), _point(world)
    await _mark(staff, point, "done")
    failed = {"passed": False, "note": "Mất tiếng từ micro của đồng chí trực"}
    await staff.post(f"{point}/line-tests", json=failed)
    client = world.signed_in(who)
    hall = (await client.get(f"{point}/preparation")).json()["items"][0]
    (test,) = (await client.get(f"{point}/line-tests")).json()["items"]
    rows = (await client.get(f"{conference}/preparation")).json()["items"]
    (line,) = [
        each
        for row in rows
        if row["point_id"] == str(world.district.points["commune"])
        for each in row["missing"]
    ]
    assert (hall["result"], test["passed"], line["lack"]) == ("done", False, "failed")
    notes = (hall["note"], hall["marked_by"], test["note"], test["tested_by"], line["note"])
    if reads:
        assert notes == ("đã xem", "admin", failed["note"], "admin", failed["note"])
    else:
        assert notes == (None,) * 5
