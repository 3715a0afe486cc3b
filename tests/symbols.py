"""Reading a QR as a phone's camera does: from the bits that a screen draws, or from paper."""

import base64
import io
from typing import Any

import zxingcpp
from PIL import Image, ImageOps

_SCALE, _QUIET = 4, 4
_INK = bytes.maketrans(b"01", b"\xff\x00")


def read(symbol: dict[str, Any]) -> str:
    """Draw the symbol with its quiet zone, and decode the picture."""
    size = symbol["size"]
    raw = int.from_bytes(base64.b64decode(symbol["bits"]))
    unused = -size * size % 8
    modules = f"{raw >> unused:0{size * size}b}".encode().translate(_INK)
    picture = ImageOps.expand(Image.frombytes("L", (size, size), modules), _QUIET, fill=255)
    side = picture.width * _SCALE
    (found,) = zxingcpp.read_barcodes(picture.resize((side, side), Image.Resampling.NEAREST))
    return str(found.text)


def read_picture(content: bytes) -> str:
    """Decode a picture of one symbol."""
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(content)).convert("L"))
    return str(found.text)
