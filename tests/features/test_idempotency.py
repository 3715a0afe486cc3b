"""A creating request that comes twice has one effect and one answer."""

import asyncio
from typing import Any

import httpx2 as httpx
from sqlalchemy import func, select

from api.tables.events import Event
from api.tables.idempotency import KeptAnswer
from api.tables.sessions import Session, Window
from tests.world import World

KEY = {"Idempotency-Key": "lop-bo-sung-thang-3"}


def _body(world: World, **changes: Any) -> dict[str, Any]:
    body = {"conference_id": str(world.district.conference_id), "form": "line", "ordinal": 9}
    return {**body, "title": "Lớp bổ sung", **changes}


async def _sessions(world: World) -> int:
    async with world.database.read() as db:
        query = select(func.count()).select_from(Session).where(Session.ordinal >= 9)
        return (await db.execute(query)).scalar_one()


async def _post(world: World, body: dict[str, Any], user: str = "admin") -> httpx.Response:
    return await world.signed_in(user).post("/sessions", json=body, headers=KEY)


async def test_the_same_request_again_is_answered_the_same_and_adds_nothing(world: World) -> None:
    first = await _post(world, _body(world))
    world.clock.move(minutes=5)
    again = await _post(world, _body(world))
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert await _sessions(world) == 1
    async with world.database.read() as db:
        added = select(func.count()).where(Event.act == "session.added")
        assert (await db.execute(added)).scalar_one() == 4


async def test_the_same_key_with_another_request_is_refused(world: World) -> None:
    await _post(world, _body(world))
    other = await _post(world, _body(world, ordinal=10))
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    session = await world.open()
    window = await world.signed_in("admin").post(
        f"/sessions/{session}/windows", json={"kind": "after_break"}, headers=KEY
    )
    assert window.json()["code"] == "idempotency_key_reused"
    assert await _sessions(world) == 1


async def test_a_key_is_its_senders_own(world: World) -> None:
    await world.signed_in("admin").post("/sessions", json=_body(world), headers=KEY)
    refused = await _post(world, _body(world), user="bithu-van-phong")
    assert refused.status_code == 403, "another account's key tells nothing"


async def test_a_refusal_is_not_kept(world: World) -> None:
    taken = await _post(world, _body(world, ordinal=1))
    assert (taken.status_code, taken.json()["code"]) == (409, "session_exists")
    async with world.database.read() as db:
        assert (await db.execute(select(KeptAnswer))).first() is None
    assert (await _post(world, _body(world))).status_code == 201


async def test_without_a_key_the_second_is_judged_anew(world: World) -> None:
    admin = world.signed_in("admin")
    assert (await admin.post("/sessions", json=_body(world))).status_code == 201
    again = await admin.post("/sessions", json=_body(world))
    assert (again.status_code, again.json()["code"]) == (409, "session_exists")


async def test_two_at_once_add_one_row_and_are_answered_alike(world: World) -> None:
    answers = await asyncio.gather(*(_post(world, _body(world)) for _ in range(8)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert await _sessions(world) == 1


async def test_two_at_once_without_a_key_add_one_row(world: World) -> None:
    admin = world.signed_in("admin")
    sent = (admin.post("/sessions", json=_body(world)) for _ in range(8))
    answers = await asyncio.gather(*sent)
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    assert await _sessions(world) == 1


async def test_a_window_opened_twice_by_one_key_is_one_window(world: World) -> None:
    session = await world.open()
    admin, path = world.signed_in("admin"), f"/sessions/{session}/windows"
    sent = (admin.post(path, json={"kind": "after_break"}, headers=KEY) for _ in range(6))
    answers = await asyncio.gather(*sent)
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    async with world.database.read() as db:
        kinds = (await db.scalars(select(Window.kind).order_by(Window.ordinal))).all()
    assert [kind.value for kind in kinds] == ["opening", "after_break"]
