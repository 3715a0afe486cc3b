"""The archive as a file: a tar of the database, the files it names, the manifest and its seal.

Nothing is ever unpacked under a name that the archive chose: what is read is asked for by name.
"""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from pydantic import ValidationError

from api.backups.manifest import Manifest, Part
from api.backups.refusals import BackupRefused
from api.kit import files

MANIFEST: Final = "manifest.json"
SEAL: Final = "manifest.seal"
FILES: Final = "files"
_CHUNK: Final = 1024 * 1024
_SMALL: Final = 64 * 1024 * 1024
"""More than any manifest or picture takes: what says it is larger is not ours."""


def hashed(name: str, path: Path) -> Part:
    """Measure a file that goes into an archive as `name`."""
    hasher = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            hasher.update(piece)
    return Part(name=name, bytes=path.stat().st_size, sha256=hasher.hexdigest())


class Writer:
    """An archive in the making; nobody sees it under its name before it is whole and on disk."""

    def __init__(self, tar: tarfile.TarFile, at: datetime) -> None:
        self._tar = tar
        self._at = at

    def add(self, name: str, content: bytes) -> None:
        """Put content in."""
        self._tar.addfile(self._header(name, len(content)), io.BytesIO(content))

    def add_file(self, name: str, path: Path) -> None:
        """Put a file in."""
        with path.open("rb") as file:
            self._tar.addfile(self._header(name, path.stat().st_size), file)

    def _header(self, name: str, size: int) -> tarfile.TarInfo:
        header = tarfile.TarInfo(name)
        header.size, header.mode, header.mtime = size, 0o600, int(self._at.timestamp())
        return header


@contextmanager
def writing(path: Path, *, at: datetime) -> Iterator[Writer]:
    """Make an archive that only its owner can read (mode 600), durable when the block ends.

    Raises: BackupRefused where there is one of that name.
    """
    if path.exists():
        raise BackupRefused(f"{path} is there already")
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield Writer(tar, at)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        part.unlink(missing_ok=True)


class Archive:
    """An archive that is read; use `reading`."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.written = self._small(MANIFEST)
        self.seal = self._small(SEAL).decode("ascii", errors="replace").strip()
        try:
            self.manifest = Manifest.model_validate_json(self.written)
        except ValidationError as strange:
            raise BackupRefused(f"its manifest is not understood: {strange}") from strange

    def unpack(self, target: Path) -> None:
        """Write the database's part to `target`.

        Raises: BackupRefused where it is not what the manifest says.
        """
        part = self.manifest.part
        hasher, size = hashlib.sha256(), 0
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            source = self._open(part.name)
            while piece := source.read(_CHUNK):
                hasher.update(piece)
                size += len(piece)
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if (hasher.hexdigest(), size) != (part.sha256, part.bytes):
            raise BackupRefused(
                f"{part.name} is not what the manifest says: the archive is damaged"
            )

    def file(self, digest: str) -> bytes:
        """Read a picture or scan.

        Raises: BackupRefused where it is not there, or not what its name says.
        """
        content = self._small(f"{FILES}/{files.place(digest)}")
        if files.digest_of(content) != digest:
            raise BackupRefused(f"the file {digest} is not what its name says")
        return content

    def _small(self, name: str) -> bytes:
        source = self._open(name)
        content = source.read(_SMALL + 1)
        if len(content) > _SMALL:
            raise BackupRefused(f"{name} in the archive is larger than anything of ours")
        return content

    def _open(self, name: str) -> IO[bytes]:
        try:
            found = self._tar.extractfile(name)
        except KeyError:
            found = None
        if found is None:
            raise BackupRefused(f"there is no {name} in it: the archive is damaged, or not ours")
        return found


@contextmanager
def reading(path: Path) -> Iterator[Archive]:
    """Open an archive.

    Raises: BackupRefused where it is none, or is damaged where it is read.
    """
    try:
        with tarfile.open(path, mode="r:") as tar:
            yield Archive(tar)
    except (tarfile.TarError, EOFError) as damaged:
        raise BackupRefused(f"{path} is damaged, or no archive: {damaged}") from damaged
    except FileNotFoundError as missing:
        if missing.filename != str(path):
            raise
        raise BackupRefused(f"there is no {path}") from missing
