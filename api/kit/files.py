"""Files: private ones on disk, and the home of those that are named by their own content.

That home is a folder, or a bucket of an object store: whoever keeps a file need not know.
"""

import hashlib
import importlib
import os
import re
import secrets
from pathlib import Path
from typing import Annotated, Final, Protocol

from anyio import to_thread
from fastapi import Depends, Request

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class Files(Protocol):
    """Where files lie under the SHA-256 of their content."""

    async def keep(self, content: bytes) -> str:
        """Keep content and give its digest; the same again costs nothing.

        It is durable before this returns, and there whole or not at all, whoever else keeps the
        same at that moment.
        """

    async def kept(self, digest: str) -> bytes | None:
        """Read what was kept; None where it is gone, or is no longer what it was."""

    async def remove(self, digest: str) -> None:
        """Let go of what was kept; it may be gone already."""


def home(url: str, folder: Path) -> Files:
    """Open the home of files: the object store at `url`, or the folder where that is empty.

    Raises: ValueError where the address is not understood, or what speaks to object stores is not
    installed (the extra `s3`).
    """
    if not url:
        return Folder(folder)
    try:
        buckets = importlib.import_module("api.kit.buckets")
    except ModuleNotFoundError as missing:
        raise ValueError(f"{missing.name} is not installed; install the extra s3") from missing
    found: Files = buckets.Bucket(url)
    return found


async def home_of(request: Request) -> Files:
    """Give the home of files to a route."""
    found: Files = request.app.state.files
    return found


TheFiles = Annotated[Files, Depends(home_of)]


def write_private(path: Path, content: bytes) -> None:
    """Write a new file that only its owner can read (mode 600), durable before this returns.

    Raises: FileExistsError where the file is there already; it is never overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


class Folder:
    """A folder of private files; no disk is waited for on the event loop."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def keep(self, content: bytes) -> str:
        return await to_thread.run_sync(self._keep, content)

    async def kept(self, digest: str) -> bytes | None:
        return await to_thread.run_sync(self._kept, place(digest), digest)

    async def remove(self, digest: str) -> None:
        await to_thread.run_sync(self._remove, place(digest))

    def _keep(self, content: bytes) -> str:
        digest = digest_of(content)
        path = self._path / place(digest)
        if not path.exists():
            part = path.with_name(f"{digest}.{secrets.token_hex(4)}.part")
            try:
                write_private(part, content)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            _make_durable(path.parent)
        return digest

    def _kept(self, name: str, digest: str) -> bytes | None:
        try:
            content = (self._path / name).read_bytes()
        except FileNotFoundError:
            return None
        return content if digest_of(content) == digest else None

    def _remove(self, name: str) -> None:
        path = self._path / name
        path.unlink(missing_ok=True)
        if path.parent.exists():
            _make_durable(path.parent)


def digest_of(content: bytes) -> str:
    """Name content: its SHA-256, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def lock_of(digest: str) -> str:
    """Name what is held while a file and a row that names it come, or while the last row goes.

    So a file is never let go at the moment at which another row begins to name it.
    """
    return f"file {digest}"


def place(digest: str) -> str:
    """Tell where content lies in its home, as `ab/abcd…`.

    Raises: ValueError where this is no digest, so that nobody reads beside the home.
    """
    if not _DIGEST.fullmatch(digest):
        raise ValueError("not a digest")
    return f"{digest[:2]}/{digest}"


def _make_durable(folder: Path) -> None:
    # A name, new or gone, is only certain to survive a power cut once its folder is written too.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
