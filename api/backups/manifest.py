"""What an archive says of itself, and the seal by which its own deployment knows it."""

import hmac
from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from api.kit import keys, seals

FORMAT: Final = 1
_SEAL_BYTES: Final = 32


class Part(BaseModel):
    """A file inside an archive."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    bytes: int
    sha256: str


class Manifest(BaseModel):
    """The whole content of an archive.

    `counts` are the rows of each table, `files` the SHA-256 of every picture and scan, `missing`
    those that the database names and nobody had. `server` is the version of the database's program.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    product: Literal["diemdanh"] = "diemdanh"
    format: Literal[1] = FORMAT
    version: str
    revision: str
    taken_at: datetime
    database: Literal["sqlite", "postgresql"]
    server: str
    is_demo: bool
    master_fingerprint: str
    counts: dict[str, int]
    part: Part
    files: list[str]
    missing: list[str]

    def written(self) -> bytes:
        """Write it as it lies in the archive."""
        return self.model_dump_json(indent=2).encode() + b"\n"


def seal_of(master: bytes, written: bytes) -> str:
    """Seal a manifest as it is written: with it every part, whose hashes it names."""
    key = keys.derive(master, info=b"backup manifest")
    return seals.encode(seals.mac(key, written, size=_SEAL_BYTES))


def is_sealed(master: bytes, written: bytes, seal: str) -> bool:
    """Tell whether a manifest was made with this master key, and not changed since."""
    return hmac.compare_digest(seal_of(master, written).encode(), seal.encode())
