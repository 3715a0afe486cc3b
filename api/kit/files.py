"""Files on disk: private ones, and a folder whose files are named by their own content."""

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import Final

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


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


def keep(folder: Path, content: bytes) -> str:
    """Keep content in a folder under its SHA-256, which is returned; the same again costs nothing.

    The file appears whole or not at all, whoever else keeps the same at that moment.
    """
    digest = hashlib.sha256(content).hexdigest()
    path = _path(folder, digest)
    if not path.exists():
        part = path.with_name(f"{digest}.{secrets.token_hex(4)}.part")
        try:
            write_private(part, content)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _make_durable(path.parent)
    return digest


def kept(folder: Path, digest: str) -> bytes | None:
    """Read what was kept under a digest; None where it is gone, or is no longer what it was."""
    try:
        content = _path(folder, digest).read_bytes()
    except FileNotFoundError:
        return None
    return content if hashlib.sha256(content).hexdigest() == digest else None


def _path(folder: Path, digest: str) -> Path:
    if not _DIGEST.fullmatch(digest):
        raise ValueError("not a digest")
    return folder / digest[:2] / digest


def _make_durable(folder: Path) -> None:
    # A new name is only certain to survive a power cut once its folder is written too.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
