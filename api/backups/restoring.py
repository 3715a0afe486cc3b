"""Restoring an archive into an empty place, by the rules of the protocol."""

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from anyio import to_thread

from api.backups import archive, loading, manifest, voiding
from api.backups.archive import Archive
from api.backups.copying import sqlite_path
from api.backups.manifest import Manifest
from api.backups.refusals import BackupRefused
from api.backups.voiding import Voided
from api.db import Database
from api.kit import keys
from api.kit.files import Files


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and what was made worthless."""

    manifest: Manifest
    voided: Voided


async def restore(
    path: Path,
    database: Database,
    files: Files,
    *,
    master: bytes,
    at: datetime,
    room: Path | None = None,
) -> Restored:
    """Bring an archive back; nothing serves on the database before all of it is done.

    `room` is the folder for what is unpacked on the way.

    Raises: BackupRefused where the database is not empty, the archive is damaged, or was made with
    another master key.
    """
    with archive.reading(path) as opened:
        found = opened.manifest
        _require_ours(opened, master)
        kind = "sqlite" if database.is_sqlite else "postgresql"
        loading.require_readable(opened, kind=kind)
        if database.is_sqlite:
            voided = await _into_file(opened, database, files, at=at)
        else:
            voided = await _into_server(opened, database, files, at=at, room=room)
    return Restored(found, voided)


def _require_ours(opened: Archive, master: bytes) -> None:
    if opened.manifest.master_fingerprint != keys.fingerprint(master):
        raise BackupRefused(
            "it was made with another master key: its codes, receipts and second factors would "
            "fit nothing"
        )
    if not manifest.is_sealed(master, opened.written, opened.seal):
        raise BackupRefused("its seal does not fit: it was changed since it was made")


async def _into_file(opened: Archive, database: Database, files: Files, *, at: datetime) -> Voided:
    target = sqlite_path(database)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = [target.with_name(target.name + end) for end in ("-wal", "-shm")]
    if any(each.exists() for each in beside):
        raise BackupRefused(f"{target} is in use, or was not closed: move it away, with its -wal")
    if target.exists():
        await loading.require_empty(database)
        await database.close()
    unfinished = target.with_name(f"{target.name}.restoring")
    for end in ("", "-wal", "-shm"):
        unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)
    await to_thread.run_sync(loading.unpack_sqlite, opened, unfinished)
    filled = Database(f"sqlite:///{unfinished}")
    try:
        voided = await _finish(opened, filled, files, at=at)
    finally:
        await filled.close()
    unfinished.replace(target)
    return voided


async def _into_server(
    opened: Archive, database: Database, files: Files, *, at: datetime, room: Path | None
) -> Voided:
    await loading.require_empty(database)
    with tempfile.TemporaryDirectory(prefix=".diemdanh-restore-", dir=room) as folder:
        await loading.load_postgres(opened, database, Path(folder))
    return await _finish(opened, database, files, at=at)


async def _finish(opened: Archive, database: Database, files: Files, *, at: datetime) -> Voided:
    await loading.require_as_counted(opened, database)
    for digest in opened.manifest.files:
        await files.keep(opened.file(digest))
    async with database.write() as db:
        voided = await voiding.void(db, lost_from=opened.manifest.taken_at, at=at)
        await loading.claim_for(db, opened.manifest.master_fingerprint)
    return voided
