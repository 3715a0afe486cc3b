"""What was planned twice or by mistake is refused, or goes again; what happened stays."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest
from sqlalchemy import select, update

from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.events import Event
from api.tables.sessions import Session, SessionPoint
from tests.features.test_conferences import ITEMS
from tests.printed import allocate, session_path
from tests.world import World


async def _copy(world: World, user: str = "admin", **body: Any) -> httpx.Response:
    url = f"/conferences/{world.district.conference_id}/copy"
    return await world.signed_in(user).post(url, json={"year": 2022, "quarter": 2, **body})


async def test_a_quarter_has_one_conference_unless_one_more_is_meant(world: World) -> None:
    admin = world.signed_in("admin")
    first = (await _copy(world)).json()
    refused = await _copy(world, plan_number="12-KH/BTG")
    assert (refused.status_code, refused.json()["code"]) == (409, "conference_exists")
    assert refused.json()["conference_id"] == first["id"]
    assert "Quý 2 năm 2022 đã có «Hội nghị Thông tin" in refused.json()["detail"]
    scratch = {
        "organiser_id": str(world.district.units["district"]),
        "title": "Hội nghị bổ sung",
        "year": 2022,
        "quarter": 2,
    }
    assert (await admin.post("/conferences", json=scratch)).status_code == 409
    assert (await admin.post("/conferences", json=scratch | {"another": True})).status_code == 201
    assert (await _copy(world, another=True)).status_code == 201
    assert (await _copy(world, quarter=3)).status_code == 201
    assert (await _copy(world, year=2023)).status_code == 201


async def test_a_double_click_on_copy_makes_one_conference(world: World) -> None:
    answers = await asyncio.gather(*(_copy(world) for _ in range(3)))
    assert sorted(each.status_code for each in answers) == [201, 409, 409]
    assert await world.count(Conference) == 2


async def test_a_copy_leaves_ad_hoc_classes_and_secrecy_behind(world: World) -> None:
    sessions = world.district.sessions
    async with world.database.write() as db:
        for key, values in (("line_2", {"share": 0}), ("line_1", {"confidential": True})):
            await db.execute(update(Session).where(Session.id == sessions[key]).values(**values))
    copied = (await _copy(world)).json()
    assert (copied["session_count"], copied["sessions_left_out"]) == (
        2,
        ["Lớp 2 – đường truyền"],
    )
    listed = await world.signed_in("admin").get("/sessions", params={"conference_id": copied["id"]})
    assert [
        (each["form"], each["ordinal"], each["confidential"]) for each in listed.json()["items"]
    ] == [("line", 1, False), ("meet", 1, False)]


async def test_a_twin_is_removed_with_all_that_planning_brought_and_the_trail_knows(
    world: World,
) -> None:
    admin, points = world.signed_in("admin"), await world.count(BridgePoint)
    twin = (await _copy(world)).json()
    path = f"/conferences/{twin['id']}"
    assert (await admin.patch(path, json={"preparation_items": ITEMS})).status_code == 200
    listed = (await admin.get(f"{path}/points")).json()["items"]
    (first, *_) = [each["id"] for each in listed]
    await admin.post(f"/points/{first}/line-tests", json={"passed": True})
    await admin.get(f"{path}/units/{world.district.units['office']}/roster")
    lines = {"document_number": "43-KH/HU", "lines": [{"card_number": "10004821"}]}
    assert (await admin.post(f"{path}/exclusions", json=lines)).status_code in {200, 201}
    of_twin = (await admin.post(f"{path}/copy", json={"year": 2022, "quarter": 3})).json()
    removed = await admin.delete(path)
    assert removed.status_code == 204, removed.text
    assert (await admin.get(path)).status_code == 404
    assert (await admin.delete(path)).status_code == 404
    assert (await admin.get(f"/conferences/{of_twin['id']}")).json()["copied_from_id"] is None
    assert await world.count(BridgePoint) == 2 * points
    async with world.database.read() as db:
        told = select(Event.detail).where(
            Event.subject_id == UUID(twin["id"]), Event.act == "conference.changed"
        )
        details = (await db.execute(told)).scalars().all()
    changes = [each["changes"] for each in details if "is_removed" in each["changes"]]
    assert [each["title"]["before"] for each in changes] == [twin["title"]]
    assert (await _copy(world)).status_code == 201, "the quarter is free again"


async def _happened(world: World, what: str) -> None:
    admin, district = world.signed_in("admin"), world.district
    line = f"/sessions/{district.sessions['line_1']}"
    if what == "opened":
        await world.open()
    elif what == "rehearsed":
        assert (await admin.post(f"{line}/rehearse")).status_code == 200
        assert (await admin.post(f"{line}/end-rehearsal")).status_code == 200
    elif what == "allocated":
        await allocate(world, "hall", "hoa")
    elif what == "posted":
        notices = (await admin.get(f"{line}/notices")).json()["notices"]
        said = {"label": None, "sequence": notices[0]["sequence"]}
        assert (await admin.post(f"{line}/notices/posted", json=said)).status_code == 200
    elif what == "printed":
        printed = await admin.get(session_path(world), params={"format": "docx"})
        assert printed.status_code == 200


@pytest.mark.parametrize("what", ["opened", "rehearsed", "allocated", "posted", "printed"])
async def test_what_something_happened_of_is_not_removed(world: World, what: str) -> None:
    await _happened(world, what)
    admin, district = world.signed_in("admin"), world.district
    refused = await admin.delete(f"/conferences/{district.conference_id}")
    assert (refused.status_code, refused.json()["code"]) == (409, "conference_in_use")
    refused = await admin.delete(f"/sessions/{district.sessions['line_1']}")
    code = "session_state" if what == "opened" else "session_in_use"
    assert (refused.status_code, refused.json()["code"]) == (409, code)
    assert await world.count(Session) == 3
    assert await world.count(SessionPoint) > 0
    assert (await admin.delete(f"/sessions/{district.sessions['line_2']}")).status_code == 204


async def test_a_conference_with_a_screen_is_not_removed(world: World) -> None:
    await world.screen()
    path = f"/conferences/{world.district.conference_id}"
    refused = await world.signed_in("admin").delete(path)
    assert (refused.status_code, refused.json()["code"]) == (409, "conference_in_use")


async def test_a_class_that_was_added_by_mistake_is_removed_and_its_ordinal_is_free(
    world: World,
) -> None:
    admin = world.signed_in("admin")
    new = {
        "conference_id": str(world.district.conference_id),
        "form": "line",
        "ordinal": 3,
        "title": "Lớp 3",
    }
    added = (await admin.post("/sessions", json=new)).json()
    assert (await admin.delete(f"/sessions/{added['id']}")).status_code == 204
    assert (await admin.get(f"/sessions/{added['id']}")).status_code == 404
    assert (await admin.post("/sessions", json=new)).status_code == 201
    off = f"/sessions/{world.district.sessions['line_1']}"
    assert (await admin.post(f"{off}/postpone", json={"reason": "Mưa"})).status_code == 200
    refused = await admin.delete(off)
    assert (refused.status_code, refused.json()["code"]) == (409, "session_state")


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("thuong-truc", 403),
        ("van-phong", 403),
        ("bithu-bom-bo", 403),
        ("bithu-buu-dien", 403),
        ("truc-bom-bo", 403),
    ],
)
async def test_only_the_organisers_staff_remove(world: World, who: str, status: int) -> None:
    client, district = world.signed_in(who), world.district
    answers = [
        await client.delete(f"/conferences/{district.conference_id}"),
        await client.delete(f"/sessions/{district.sessions['line_1']}"),
    ]
    assert [each.status_code for each in answers] == [status, status]
