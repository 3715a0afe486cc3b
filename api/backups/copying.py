"""Copying a database while it serves: each in the way that its own program offers."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from anyio import to_thread
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.backups import census, postgres_tools
from api.backups.census import Census
from api.backups.refusals import BackupRefused
from api.db import Database

Kind = Literal["sqlite", "postgresql"]
PART: Final[dict[Kind, str]] = {"sqlite": "database.sqlite", "postgresql": "database.pgdump"}


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy, and what is in it."""

    kind: Kind
    server: str
    census: Census


async def copy(database: Database, target: Path) -> Copied:
    """Copy a database as it stands at one moment; who writes meanwhile is not kept waiting.

    Raises: BackupRefused where there is no installation in it, or PostgreSQL's tools are missing.
    """
    if database.is_sqlite:
        await to_thread.run_sync(_copy_sqlite, sqlite_path(database), target)
        return Copied("sqlite", sqlite3.sqlite_version, await _count_copy(target))
    async with database.write_steadily() as db:
        snapshot = str(await db.scalar(text("SELECT pg_export_snapshot()")))
        server = await server_version(db)
        # The snapshot stands as long as this transaction: what is counted is what is dumped.
        found = await census.take(db)
        if found is None:
            raise BackupRefused("there is no installation in this database")
        await postgres_tools.dump(database.url, target, server=server, snapshot=snapshot)
    return Copied("postgresql", str(server), found)


async def server_version(db: AsyncSession) -> int:
    """Tell the major version of a PostgreSQL server."""
    return int(str(await db.scalar(text("SHOW server_version_num")))) // 10_000


def sqlite_path(database: Database) -> Path:
    """Tell where an SQLite database lies.

    Raises: BackupRefused where it lies nowhere.
    """
    name = make_url(database.url).database
    if not name or name == ":memory:":
        raise BackupRefused("a database in memory has nothing to keep")
    return Path(name)


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.exists():
        raise BackupRefused(f"there is no database at {source}")
    with (
        closing(sqlite3.connect(source, timeout=30)) as live,
        closing(sqlite3.connect(target)) as copied,
    ):
        target.chmod(0o600)
        # All pages in one step, so in one snapshot: in steps it would begin anew at every commit.
        live.backup(copied, pages=-1)


async def _count_copy(path: Path) -> Census:
    database = Database(f"sqlite:///{path}")
    try:
        async with database.read() as db:
            found = await census.take(db)
    finally:
        await database.close()
    if found is None:
        raise BackupRefused("there is no installation in this database")
    return found
