"""Two at once: whoever waited judges anew by what the other one left."""

import asyncio
from collections.abc import Coroutine
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from api.events import SYSTEM
from api.imports.store import held
from api.kit.dates import day_of
from api.members import merging, store
from api.members.rules import Placement
from api.tables.members import Member
from api.tables.units import Unit
from tests import lists
from tests.importing import previewed, rows_of, send
from tests.world import Answer, World

_WAITING = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


async def _waits(world: World, other: "asyncio.Task[Answer]") -> None:
    """Go on once another request waits; on SQLite it waits at the gate of all that write."""
    await asyncio.sleep(0)
    while not world.database.is_sqlite:
        assert not other.done(), f"it did not wait: {other.result().text}"
        async with world.database.read() as db:
            if (await db.execute(_WAITING)).scalar_one():
                return


def _list(*people: list[str]) -> bytes:
    return lists.workbook(rows_of(*people))


async def _member(world: World, key: str) -> Member:
    async with world.database.read() as db:
        return await db.get_one(Member, world.district.people[key].id)


async def _meanwhile(
    world: World, member_id: UUID, placed: Placement, request: Coroutine[Any, Any, Answer]
) -> Answer:
    """Place a member while a request about him waits, and see what becomes of it."""
    async with world.database.write() as db:
        await store.hold(db, await db.get_one(Member, member_id))
        await store.place(db, {member_id: placed})
        waiting = asyncio.create_task(request)
        await _waits(world, waiting)
    return await waiting


async def test_an_import_never_overwrites_what_was_changed_while_it_waited(world: World) -> None:
    secretary, post = world.signed_in("bithu-buu-dien"), world.district.units["post"]
    content = _list(["Đinh Công Sơn", "10002468", "miễn sinh hoạt"])
    preview = await previewed(secretary, post, content)
    async with world.database.write() as db:
        son = await db.get_one(Member, world.district.people["son"].id)
        await store.hold(db, son)
        son.card_number = "77777777"
        await db.flush()
        waiting = asyncio.create_task(
            send(secretary, post, content, dry_run="false", preview_id=preview["preview_id"])
        )
        await _waits(world, waiting)
    refused = await waiting
    assert (refused.status_code, refused.json()["code"]) == (409, "preview_outdated")
    son = await _member(world, "son")
    assert (son.card_number, son.status.value) == ("77777777", "official")


@pytest.mark.parametrize("scope", ["unit", "tree"])
async def test_an_import_adds_nobody_to_a_unit_that_was_merged_while_it_waited(
    world: World, scope: str
) -> None:
    world.clock.move(hours=48)
    secretary, units = world.signed_in("bithu-buu-dien"), world.district.units
    content = _list(["Đinh Công Sơn", "10002468", ""], ["Lê Văn Lạc", "55556666", ""])
    preview = await previewed(secretary, units["post"], content, scope=scope)
    form = {"scope": scope, "dry_run": "false", "preview_id": preview["preview_id"]}
    async with world.database.write() as db:
        unit, successor = [await db.get_one(Unit, units[key]) for key in ("post", "office")]
        today = day_of(world.clock())
        await merging.merge_units(db, SYSTEM, unit, successor, on=today, at=world.clock())
        waiting = asyncio.create_task(send(secretary, units["post"], content, **form))
        await _waits(world, waiting)
    refused = await waiting
    assert (refused.status_code, refused.json()["code"]) == (409, "import_unit_ended")
    async with world.database.read() as db:
        assert await held(db, [units["post"]], on=today) == []


async def test_a_member_who_was_sent_elsewhere_meanwhile_is_not_pulled_back(world: World) -> None:
    secretary, mai = world.signed_in("bithu-bom-bo"), world.district.people["mai"]
    body = {"unit_id": str(world.district.units["school"]), "kind": "permanent"}
    path = f"/members/{mai.id}/transfer"
    post = Placement(world.district.units["post"], None, None)
    refused = await _meanwhile(world, mai.id, post, secretary.post(path, json=body))
    assert refused.status_code in {403, 404}
    assert (await _member(world, "mai")).unit_id == world.district.units["post"]


async def test_a_former_host_does_not_end_the_next_stay_of_a_guest(world: World) -> None:
    host, mai = world.signed_in("bithu-buu-dien"), world.district.people["mai"]
    units = world.district.units
    body = {"unit_id": str(units["post"]), "kind": "temporary"}
    sent = await world.signed_in("admin").post(f"/members/{mai.id}/transfer", json=body)
    assert sent.status_code == 200, sent.text
    on = Placement(units["village"], units["office"], None)
    refused = await _meanwhile(world, mai.id, on, host.post(f"/members/{mai.id}/return"))
    assert refused.status_code in {403, 404}
    assert (await _member(world, "mai")).temporary_unit_id == units["office"]
