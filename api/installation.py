"""The deployment itself: whose key its database belongs to, and whether that keeps its promises."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import Database, insert_into
from api.kit import keys
from api.tables.installation import Installation

_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"})


class UnsafeInstallation(Exception):
    """The program must not run on this database; the message says why."""


async def claim(
    db: AsyncSession, master: bytes, *, is_sandbox: bool = False, at: datetime
) -> Installation:
    """Find the installation, or begin it with this master key.

    Raises: UnsafeInstallation where the database belongs to another key: every code, cookie and
    ticket would silently stop to fit; and where it is a sandbox and shall serve in earnest, or the
    other way round.
    """
    row = {"id": 1, "master_fingerprint": keys.fingerprint(master), "created_at": at}
    await db.execute(
        insert_into(db, Installation)
        .values(is_demo=False, is_sandbox=is_sandbox, **row)
        .on_conflict_do_nothing()
    )
    installation = (await db.execute(select(Installation))).scalar_one()
    if installation.master_fingerprint != row["master_fingerprint"]:
        raise UnsafeInstallation("the master key is not the one this database was made with")
    if installation.is_sandbox != is_sandbox:
        raise UnsafeInstallation(
            "this database is a sandbox: only `python -m api sandbox` serves it"
            if installation.is_sandbox
            else "this database is no sandbox; a sandbox has a folder of its own"
        )
    return installation


async def require_durable(database: Database) -> None:
    """Refuse a database that may lose what was acknowledged.

    Raises: UnsafeInstallation for SQLite that is not WAL and FULL or lies on a network file
    system, and for PostgreSQL with fsync, full_page_writes or synchronous_commit off.
    """
    async with database.read() as db:
        if database.is_sqlite:
            mode = (await db.execute(text("PRAGMA journal_mode"))).scalar_one()
            synchronous = (await db.execute(text("PRAGMA synchronous"))).scalar_one()
            if (mode, synchronous) != ("wal", 2):
                raise UnsafeInstallation(f"SQLite runs as {mode}/{synchronous}, not WAL/FULL")
        else:
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                if (await db.execute(text(f"SHOW {setting}"))).scalar_one() == "off":
                    raise UnsafeInstallation(f"PostgreSQL runs with {setting} = off")
    if database.is_sqlite and database.engine.url.database:
        kind = file_system_of(database.engine.url.database)
        if kind in _NETWORK_FILE_SYSTEMS:
            raise UnsafeInstallation(f"SQLite lies on a network file system ({kind})")


def file_system_of(path: str, mounts: str | None = None) -> str:
    """Tell the kind of file system a path lies on; empty where the system does not say."""
    if mounts is None:
        try:
            mounts = Path("/proc/self/mounts").read_text()
        except OSError:
            return ""
    where = Path(path).resolve()
    best, kind = -1, ""
    for line in mounts.splitlines():
        _, mount, each, *_ = line.split(" ")
        folder = Path(mount.replace("\\040", " "))
        if where.is_relative_to(folder) and len(folder.parts) > best:
            best, kind = len(folder.parts), each
    return kind
