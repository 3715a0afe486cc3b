"""Checking an archive: whether it would come back, without touching anything that serves."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from api.attendance import tallies
from api.backups import archive, loading, manifest
from api.backups.archive import Archive
from api.backups.manifest import Manifest
from api.backups.refusals import BackupRefused
from api.db import Database
from api.kit.ids import new_id

_SCRATCH: Final = "diemdanh_verify_"


async def check(
    path: Path, *, server: str, master: bytes | None, room: Path | None = None
) -> Manifest:
    """Restore an archive where nobody sees it, and compare it with what its manifest says.

    Every hash; the seal, where there is a master key; the database loaded and whole, with as many
    rows as were counted; the sums of every session counted anew. For PostgreSQL, `server` is the
    address of a database beside which one may be made; it is dropped again. `room` is the folder
    for what is unpacked on the way.

    Raises: BackupRefused, with the first thing that is wrong.
    """
    with (
        archive.reading(path) as opened,
        tempfile.TemporaryDirectory(prefix=".diemdanh-verify-", dir=room) as folder,
    ):
        found = opened.manifest
        if master is not None and not manifest.is_sealed(master, opened.written, opened.seal):
            raise BackupRefused("its seal is of another master key, or it was changed")
        loading.require_readable(opened)
        for digest in found.files:
            opened.file(digest)
        async with _loaded(opened, server, Path(folder)) as database:
            await loading.require_as_counted(opened, database)
            wrong = await tallies.verify_all(database, writes=False, at=found.taken_at)
        if wrong:
            raise BackupRefused(f"the sums of {len(wrong)} places are not what is counted")
    return found


@asynccontextmanager
async def _loaded(opened: Archive, server: str, folder: Path) -> AsyncIterator[Database]:
    if opened.manifest.database == "sqlite":
        target = folder / "scratch.db"
        loading.unpack_sqlite(opened, target)
        database = Database(f"sqlite:///{target}")
        try:
            yield database
        finally:
            await database.close()
        return
    async with _scratch(server, opened.manifest) as database:
        await loading.load_postgres(opened, database, folder)
        yield database


@asynccontextmanager
async def _scratch(server: str, found: Manifest) -> AsyncIterator[Database]:
    """Make an empty database beside another of a PostgreSQL server, and drop it afterwards.

    Raises: BackupRefused where there is no server, or it does not let us.
    """
    if not server or make_url(server).get_backend_name() != "postgresql":
        raise BackupRefused(
            "to check an archive of PostgreSQL a server is needed: name one of its databases by "
            "--scratch or DIEMDANH_DATABASE_URL"
        )
    name = _SCRATCH + new_id(found.taken_at).hex[-12:]
    beside = Database(server)
    try:
        await _execute(beside, f"CREATE DATABASE {name}")
        url = make_url(beside.url).set(database=name).render_as_string(hide_password=False)
        database = Database(url)
        try:
            yield database
        finally:
            await database.close()
            await _execute(beside, f"DROP DATABASE {name}")
    finally:
        await beside.close()


async def _execute(beside: Database, statement: str) -> None:
    try:
        async with beside.engine.connect() as connection:
            line = await connection.execution_options(isolation_level="AUTOCOMMIT")
            await line.execute(text(statement))
    except DBAPIError as refused:
        what = type(refused.orig).__name__
        raise BackupRefused(f"the server refused {statement!r} ({what})") from refused
