"""What the program refuses to start on: a database that may lose what was acknowledged."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from api import installation
from api.db import Database
from api.installation import UnsafeInstallation, require_durable
from tests.world import World


async def refused(database: Database) -> str:
    """Tell why a database is refused."""
    with pytest.raises(UnsafeInstallation) as why:
        await require_durable(database)
    return str(why.value)


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Database]:
    """Open an SQLite file."""
    database = Database(f"sqlite:///{tmp_path / 'diemdanh.db'}")
    yield database
    await database.close()


async def test_sqlite_in_wal_that_writes_through_is_taken(file: Database) -> None:
    await require_durable(file)


@pytest.mark.parametrize(
    ("pragma", "why"),
    [
        ("journal_mode = DELETE", "SQLite runs as delete/2, not WAL/FULL"),
        ("synchronous = NORMAL", "SQLite runs as wal/1, not WAL/FULL"),
    ],
)
async def test_sqlite_that_may_forget_is_refused(file: Database, pragma: str, why: str) -> None:
    @event.listens_for(file.engine.sync_engine, "connect")
    def weaken(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    assert await refused(file) == why


async def test_sqlite_on_a_network_file_system_is_refused(
    file: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "file_system_of", lambda _: "nfs4")
    assert await refused(file) == "SQLite lies on a network file system (nfs4)"


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_postgres_that_may_forget_is_refused(world: World) -> None:
    assert await refused(world.database) == "PostgreSQL runs with fsync = off"
