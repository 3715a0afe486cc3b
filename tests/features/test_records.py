"""One's own record: what is held, who viewed it, and what is to be put right."""

import asyncio
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import insert, select

from api import events
from api.phones.notice import TEXT, VERSION
from api.tables.attendance import Mark
from api.tables.events import Event
from api.tables.idempotency import KeptAnswer
from api.tables.records import DataRequest
from api.tables.sessions import Window, WindowException
from api.words import AbsenceReason, MarkKind
from tests.handsets import enrolled, secretary, whose
from tests.printed import allocate
from tests.world import Answer, Phone, World

RECORD = "/devices/current/record"
REQUESTS = "/devices/current/data-requests"


async def _record(phone: Phone) -> dict[str, Any]:
    answer = await phone.client.get(RECORD)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    found: dict[str, Any] = answer.json()
    return found


async def _ask(phone: Phone, text: str = "Tên đệm của tôi là Thị.", **headers: str) -> Answer:
    return await phone.client.post(REQUESTS, json={"text": text}, headers=headers)


async def _answer(client: httpx.AsyncClient, request_id: str, **body: str) -> Answer:
    return await client.patch(f"/data-requests/{request_id}", json=body)


async def test_hoa_reads_all_that_is_held_of_her(world: World) -> None:
    client = await secretary(world)
    await allocate(world, "hall", "hoa")
    await world.open()
    screen, phone = await world.screen(), await enrolled(world, client)
    await phone.exchange(await screen.typed())
    await phone.tap()
    record = await _record(phone)
    assert record["member"] == {
        "full_name": "Nguyễn Thị Hoa",
        "unit_name": "Chi bộ Văn phòng Huyện ủy",
        "status": "official",
        "card_ending": "4821",
    }
    assert record["phone"] == {"bound_at": "2022-03-15T00:30:00Z", "origin": "slip"}
    assert record["notice"] == {"version": VERSION, "text": TEXT}
    (session,) = record["sessions"]
    assert (session["title"], session["presence"]) == ("Lớp 1 – đường truyền", "full")
    assert (session["is_expected"], session["mark"]) == (True, None)
    (window,) = session["windows"]
    assert (window["kind"], window["standing"]) == ("opening", "present")
    assert window["point_name"] == "Điểm cầu Hội trường Huyện ủy"
    assert window["evidence"] == "digits"
    assert (record["requests"], record["views"]) == ([], [])


async def test_a_mark_and_a_voided_window_are_in_the_record(world: World) -> None:
    client = await secretary(world)
    session = await world.open()
    screen, phone = await world.screen(), await enrolled(world, client, "binh")
    hoa = await enrolled(world, client)
    await phone.exchange(await screen.typed())
    await phone.tap()
    world.clock.move(minutes=30)
    admin = world.signed_in("admin")
    await admin.post(f"/sessions/{session}/windows", json={"kind": "closing"})
    world.clock.move(minutes=30)
    await world.close()
    assert (await _record(phone))["sessions"][0]["presence"] == "left_early"
    district = world.district
    mark = {
        "session_id": session,
        "member_id": district.people["hoa"].id,
        "unit_id": district.units["office"],
        "kind": MarkKind.ABSENT,
        "reason": AbsenceReason.OM,
        "note": "nằm viện",
        "marked_at": world.clock(),
        "marked_by": district.accounts["bithu-van-phong"],
    }
    async with world.database.write() as db:
        query = select(Window.id).where(Window.session_id == session, Window.kind == "closing")
        voided = {
            "window_id": (await db.execute(query)).scalar_one(),
            "bridge_point_id": district.points["hall"],
            "is_voided": True,
            "reason": "Mất điện",
            "at": world.clock(),
            "account_id": district.accounts["admin"],
        }
        await db.execute(insert(WindowException), [voided])
        await db.execute(insert(Mark), [mark])
    assert (await _record(phone))["sessions"][0]["presence"] == "full"
    (session_of_hoa,) = (await _record(hoa))["sessions"]
    assert session_of_hoa["presence"] == "excused"
    assert session_of_hoa["mark"] == {
        "kind": "absent",
        "reason": "OM",
        "note": "nằm viện",
        "departed_at": None,
        "marked_at": "2022-03-15T01:30:00Z",
    }


async def test_she_sees_who_viewed_her_and_her_own_reading_is_no_viewing(world: World) -> None:
    client = await secretary(world)
    phone, district = await enrolled(world, client), world.district
    office, hoa = district.units["office"], district.people["hoa"].id
    world.clock.move(minutes=1)
    await client.get(f"/units/{office}/members")
    world.clock.move(minutes=1)
    await world.signed_in("admin").get(f"/members/{hoa}")
    await world.signed_in("bithu-bom-bo").get(f"/units/{district.units['bom_bo']}/members")
    for _ in range(2):
        views = (await _record(phone))["views"]
        assert [(each["name"], each["list"], each["certain"]) for each in views] == [
            ("admin", "readMember", True),
            ("bithu-van-phong", "listMembers", False),
        ]
    async with world.database.read() as db:
        query = select(Event).where(Event.act == events.RECORD_READ)
        read = (await db.execute(query)).scalars().all()
    assert [(each.actor_kind, each.subject_id) for each in read] == [("device", hoa)] * 2


async def test_a_phone_that_is_not_confirmed_sees_nothing_of_a_record(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    for code in ("phone_unknown", "phone_not_confirmed"):
        for refused in (await phone.client.get(RECORD), await _ask(phone)):
            assert (refused.status_code, refused.json()["code"]) == (409, code)
        await phone.exchange(await screen.typed())
        await phone.name(world.district.people["hoa"], last4="4821")
    assert (await whose(phone))["full_name"] is None


# -------------------------------------------------------------------------------------- requests


async def test_hoa_asks_and_her_secretary_answers_in_time(world: World) -> None:
    client = await secretary(world)
    phone = await enrolled(world, client)
    key = {"Idempotency-Key": "de-nghi-15-3"}
    asked, again = [await _ask(phone, **key) for _ in range(2)]
    assert asked.status_code == 201
    assert asked.json() == again.json()
    assert (asked.json()["answer_due_on"], asked.json()["done_due_on"]) == (
        "2022-03-17",
        "2022-03-29",
    )
    (listed,) = (await client.get("/data-requests", params={"state": "open"})).json()["items"]
    assert (listed["full_name"], listed["text"]) == ("Nguyễn Thị Hoa", "Tên đệm của tôi là Thị.")
    path = f"/data-requests/{listed['id']}"
    held = {"If-Match": (await client.get(path)).headers["etag"]}
    assert (await _answer(client, listed["id"], state="done")).json()["code"] == "answer_needed"
    world.clock.move(hours=5)
    body = {"state": "answered", "answer": "Sẽ sửa trong tuần."}
    answers = await asyncio.gather(*(client.patch(path, json=body, headers=held) for _ in range(3)))
    assert sorted(each.status_code for each in answers) == [200, 412, 412]
    world.clock.move(hours=5)
    done = await _answer(client, listed["id"], state="done")
    assert (done.json()["answer"], done.json()["answered_by_name"]) == (
        "Sẽ sửa trong tuần.",
        "bithu-van-phong",
    )
    (own,) = (await _record(phone))["requests"]
    assert (own["state"], own["answered_at"], own["closed_at"]) == (
        "done",
        "2022-03-15T05:30:00Z",
        "2022-03-15T10:30:00Z",
    )
    closed = await _answer(client, listed["id"], state="answered", answer="Mở lại")
    assert (closed.status_code, closed.json()["code"]) == (409, "data_request_closed")
    async with world.database.read() as db:
        trail = (await db.execute(select(Event.detail))).scalars().all()
    assert "đệm" not in str(trail), "the words stay between the two"


async def test_five_requests_wait_at_once_and_no_more(world: World) -> None:
    phone = await enrolled(world, await secretary(world))
    answers = await asyncio.gather(*(_ask(phone, f"Sửa mục {each}") for each in range(6)))
    assert sorted(each.status_code for each in answers) == [201] * 5 + [409]
    assert await world.count(DataRequest) == 5
    assert await world.count(KeptAnswer) == 0


async def test_a_request_is_read_only_by_who_answers_for_the_unit(world: World) -> None:
    phone = await enrolled(world, await secretary(world))
    request_id = (await _ask(phone)).json()["id"]
    office = {"unit_id": str(world.district.units["office"])}
    expected = {"admin": 200, "bithu-buu-dien": 404, "thuong-truc": 403, "truc-bom-bo": 404}
    for username, status in expected.items():
        client = world.signed_in(username)
        assert (await client.get(f"/data-requests/{request_id}")).status_code == status, username
        assert (await client.get("/data-requests", params=office)).status_code == status, username
        declined = await _answer(client, request_id, state="declined", answer="Đã đúng")
        assert declined.status_code == status, username
    assert (await world.signed_in("bithu-buu-dien").get("/data-requests")).json()["items"] == []
    assert (await world.signed_in("thuong-truc").get("/data-requests")).status_code == 403


@pytest.mark.parametrize("limit", [1, 2])
async def test_requests_are_listed_page_by_page_the_oldest_first(world: World, limit: int) -> None:
    client = await secretary(world)
    phone = await enrolled(world, client)
    asked = []
    for _ in range(3):
        asked.append((await _ask(phone)).json()["id"])
        world.clock.move(hours=24)
    listed: list[str] = []
    params: dict[str, Any] = {"limit": limit}
    while True:
        page = (await client.get("/data-requests", params=params)).json()
        listed += [each["id"] for each in page["items"]]
        if page["next_cursor"] is None:
            break
        params["cursor"] = page["next_cursor"]
    assert listed == asked
