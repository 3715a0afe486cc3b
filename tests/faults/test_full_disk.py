"""The disk is full: whoever sends anything is told so, and it heals when there is room."""

from pathlib import Path

import pytest
import structlog
from sqlalchemy import event, text

from api.kit import log
from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn
from tests.world import World, named

_FULL_TABLE = [
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
    " 'BEGIN RAISE EXCEPTION ''no space left'' USING ERRCODE = ''53100''; END'",
    "CREATE TRIGGER refuse BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse()",
]


class FullDisk:
    """Takes the room of a database away: on SQLite its file may not grow, nor may it hold free
    pages; on PostgreSQL the audit trail has no room, in the server's own words.
    """

    def __init__(self, world: World) -> None:
        self.database = world.database

    async def begin(self) -> None:
        """Let there be no room."""
        if self.database.is_sqlite:
            event.listen(self.database.engine.sync_engine, "begin", _no_growth)
            return
        async with self.database.write() as db:
            for statement in _FULL_TABLE:
                await db.execute(text(statement))

    async def end(self) -> None:
        """Make room."""
        if self.database.is_sqlite:
            event.remove(self.database.engine.sync_engine, "begin", _no_growth)
            event.listen(self.database.engine.sync_engine, "begin", _growth)
            return
        async with self.database.write() as db:
            await db.execute(text("DROP TRIGGER refuse ON events"))


def _no_growth(connection: object) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]


def _growth(connection: object) -> None:
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")  # type: ignore[attr-defined]


async def test_a_full_disk_is_507_in_words_and_heals_when_there_is_room(world: World) -> None:
    await world.open()
    phone = world.phone()
    await phone.exchange(await (await world.screen()).typed())
    disk = FullDisk(world)
    await disk.begin()
    body = phone.body(named(world.district.people["hoa"], last4="4821"))
    body["who"]["name"] = "Nguyễn Thị Hoa"
    refused = await phone.send(body)
    assert (refused.status_code, refused.json()["code"]) == (507, "storage_full")
    assert "hết chỗ" in refused.json()["detail"]
    assert 10 <= int(refused.headers["Retry-After"]) <= 30
    await disk.end()
    assert (await phone.send(body)).status_code == 200
    assert await world.count(CheckIn) == await world.count(Attendance) == 1
