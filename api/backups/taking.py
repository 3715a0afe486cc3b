"""Taking a backup, and letting old ones go."""

import re
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from anyio import to_thread

from api.backups import archive, copying, manifest
from api.backups.copying import PART
from api.backups.manifest import Manifest
from api.backups.refusals import BackupRefused
from api.db import Database
from api.kit import keys
from api.kit.files import Files, place

_NAME: Final = re.compile(r"diemdanh-\d{8}T\d{6}Z\.tar")


@dataclass(frozen=True, slots=True)
class Taken:
    """An archive that was made."""

    path: Path
    manifest: Manifest


async def take(
    database: Database, files: Files, folder: Path, *, master: bytes, version: str, at: datetime
) -> Taken:
    """Write an archive of everything that is kept, while the program serves.

    Whatever was acknowledged before `at` is in it. It is named for that instant.

    Raises: BackupRefused where the database belongs to another master key, and for all else that
    keeps it from being whole.
    """
    await to_thread.run_sync(_make, folder)
    path = folder / f"diemdanh-{at:%Y%m%dT%H%M%SZ}.tar"
    with (
        tempfile.TemporaryDirectory(prefix=".diemdanh-", dir=folder) as beside,
        archive.writing(path, at=at) as writer,
    ):
        copy = Path(beside) / "copy"
        copied = await copying.copy(database, copy)
        found = copied.census
        if found.master_fingerprint != keys.fingerprint(master):
            raise BackupRefused("the master key is not the one this database was made with")
        name = PART[copied.kind]
        part = await to_thread.run_sync(archive.hashed, name, copy)
        await to_thread.run_sync(writer.add_file, name, copy)
        kept, missing = [], []
        for digest in found.files:
            content = await files.kept(digest)
            if content is None:
                missing.append(digest)
            else:
                kept.append(digest)
                writer.add(f"{archive.FILES}/{place(digest)}", content)
        made = Manifest(
            version=version,
            revision=found.revision,
            taken_at=at,
            database=copied.kind,
            server=copied.server,
            is_demo=found.is_demo,
            master_fingerprint=found.master_fingerprint,
            counts=found.counts,
            part=part,
            files=kept,
            missing=missing,
        )
        written = made.written()
        writer.add(archive.MANIFEST, written)
        writer.add(archive.SEAL, manifest.seal_of(master, written).encode())
    return Taken(path, made)


def _make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def keep(folder: Path, number: int) -> list[Path]:
    """Let go of all archives of a folder but the newest `number`; gives those that went.

    Only files whose name is one that `take` gives: nothing else in the folder is touched.
    """
    there = sorted(each for each in folder.iterdir() if _NAME.fullmatch(each.name))
    gone = there[:-number]
    for each in gone:
        each.unlink()
    return gone
