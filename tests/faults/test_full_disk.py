"""The disk is full: whoever sends anything is told so, and it heals when there is room."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Connection, event, text

from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn
from tests.world import World, named

_PHONES = 20
"""So many check-ins need more than what is left of the pages that an SQLite file has."""
_FULL_TABLE = (
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " 'BEGIN RAISE EXCEPTION ''no room'' USING ERRCODE = ''53100''; END'",
    "CREATE TRIGGER refuse BEFORE INSERT ON attendance FOR EACH ROW EXECUTE FUNCTION refuse()",
    "CREATE TRIGGER refuse BEFORE INSERT ON check_ins FOR EACH ROW EXECUTE FUNCTION refuse()",
)


@asynccontextmanager
async def full_disk(world: World) -> AsyncIterator[None]:
    """Let an SQLite file grow no more; let PostgreSQL say of two tables that they cannot."""
    engine = world.database.engine.sync_engine
    if world.database.is_sqlite:
        event.listen(engine, "begin", _as_large_as_it_is)
        yield
        event.remove(engine, "begin", _as_large_as_it_is)
        event.listen(engine, "begin", _larger)
        return
    await _execute(world, *_FULL_TABLE)
    yield
    await _execute(world, "DROP FUNCTION refuse CASCADE")


def _as_large_as_it_is(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1")


def _larger(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


async def _execute(world: World, *statements: str) -> None:
    async with world.database.write() as db:
        for statement in statements:
            await db.execute(text(statement))


async def test_a_full_disk_is_507_in_words_and_heals_when_there_is_room(world: World) -> None:
    await world.open()
    code = await (await world.screen()).typed()
    hoa, accepted = world.district.people["hoa"], 0
    async with full_disk(world):
        for _ in range(_PHONES):
            phone = world.phone()
            await phone.exchange(code)
            body = phone.body(named(hoa, last4="4821"))
            refused = await phone.send(body)
            if refused.status_code != 200:
                break
            accepted += 1
        assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")
        assert "hết chỗ" in refused.json()["detail"]
        assert 10 <= int(refused.headers["Retry-After"]) <= 30
        assert await world.count(CheckIn) == accepted
    assert (await phone.send(body)).status_code == 200
    assert await world.count(CheckIn) == accepted + 1
    assert await world.count(Attendance) == 1


async def test_staff_are_told_of_a_full_disk_too(world: World) -> None:
    admin = world.signed_in("admin")
    new = {"kind": "cell", "parent_id": str(world.district.units["bom_bo"])}
    async with full_disk(world):
        if not world.database.is_sqlite:
            await _execute(world, _FULL_TABLE[1].replace("attendance", "units"))
        for number in range(_PHONES * 5):
            key = {"Idempotency-Key": f"full-disk-{number}"}
            body = new | {"name": f"Chi bộ thôn {number}"}
            refused = await admin.post("/units", json=body, headers=key)
            if refused.status_code != 201:
                break
        assert (refused.status_code, refused.json()["code"]) == (507, "storage_full"), refused.text
    assert (await admin.post("/units", json=body, headers=key)).status_code == 201
