"""Pictures as telephones and wrongdoers make them."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

ARCHIVE = b"PK\x03\x04" + b"\0" * 18 + b"PK\x05\x06" + b"\0" * 18


def photo(width: int = 60, height: int = 40, kind: str = "JPEG", **options: Any) -> bytes:
    """Make a picture of a page: a shade of grey from left to right."""
    page = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    file = io.BytesIO()
    page.save(file, kind, **options)
    return file.getvalue()


def animated(kind: str) -> bytes:
    """Make a picture of two frames."""
    frames = [Image.new("RGB", (20, 20), shade) for shade in ("white", "black")]
    file = io.BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:], duration=100)
    return file.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Make a PNG of a few bytes that says it is huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1_000)))
        + chunk(b"IEND", b"")
    )
