"""Putting an archive's database where there is none: a file, or an empty database of a server."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from anyio import to_thread
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncSession

from api import migrations
from api.backups import census, postgres_tools
from api.backups.archive import Archive
from api.backups.copying import server_version
from api.backups.refusals import BackupRefused
from api.db import Database
from api.tables.installation import Installation

UNFINISHED: Final = "restore-not-finished"
"""The fingerprint of no key: until the end of a restore no program begins on the database."""


async def require_empty(database: Database) -> None:
    """Refuse a database in which there is anything at all.

    Raises: BackupRefused.
    """
    async with database.read() as db:
        there = await census.tables(db)
    if there:
        raise BackupRefused(
            "the database is not empty, and a restore overwrites nothing: move it away, or name "
            "another by DIEMDANH_DATABASE_URL"
        )


def unpack_sqlite(archive: Archive, target: Path) -> None:
    """Write an archive's SQLite database to a new file, and look whether it is whole.

    Raises: BackupRefused.
    """
    archive.unpack(target)
    with closing(sqlite3.connect(target)) as connection:
        try:
            said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.DatabaseError as damaged:
            raise BackupRefused(f"its database is damaged: {damaged}") from damaged
    if said != ["ok"]:
        raise BackupRefused(f"its database is damaged: {said[0]}")
    if broken:
        raise BackupRefused(f"{len(broken)} rows of its database name rows that are not there")


async def load_postgres(archive: Archive, database: Database, folder: Path) -> None:
    """Load an archive's PostgreSQL database into an empty one; `folder` is for what lies between.

    Its keys and references are checked by the server, which makes them anew.

    Raises: BackupRefused.
    """
    part = folder / "part"
    await to_thread.run_sync(archive.unpack, part)
    async with database.read() as db:
        server = await server_version(db)
    await postgres_tools.load(database.url, part, server=server)
    revision = {"revision": archive.manifest.revision}
    async with database.write() as db:
        # In one transaction: whoever finds a revision finds that no key fits, too.
        insert = text("INSERT INTO alembic_version (version_num) VALUES (:revision)")
        await db.execute(insert, revision)
        await claim_for(db, UNFINISHED)


async def claim_for(db: AsyncSession, fingerprint: str) -> None:
    """Write down whose key the database belongs to."""
    await db.execute(update(Installation).values(master_fingerprint=fingerprint))


async def require_as_counted(archive: Archive, database: Database) -> None:
    """Compare every table with what the manifest counted, then bring the database up to date.

    Raises: BackupRefused where they differ.
    """
    async with database.read() as db:
        found = await census.take(db)
    wanted = archive.manifest
    if found is None or found.counts != wanted.counts:
        counts = {} if found is None else found.counts
        differ = sorted(
            name
            for name in {*counts, *wanted.counts}
            if counts.get(name) != wanted.counts.get(name)
        )
        raise BackupRefused(f"other rows than the manifest counts, in: {', '.join(differ)}")
    await migrations.upgrade(database)


def require_readable(archive: Archive, *, kind: str | None = None) -> None:
    """Refuse an archive that this version of the program does not know.

    Raises: BackupRefused; also where it is of another `kind` of database than is wanted.
    """
    found = archive.manifest
    if not migrations.is_known(found.revision):
        raise BackupRefused(
            f"it was made by a newer version ({found.version}, revision {found.revision})"
        )
    if kind is not None and found.database != kind:
        raise BackupRefused(f"it holds a database of {found.database}, and this is one of {kind}")
