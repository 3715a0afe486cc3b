"""Reading a QR as a phone's camera does: from the bits that a screen draws, or from paper."""

import base64
import io
from typing import Any

import zxingcpp
from PIL import Image

_SCALE, _QUIET = 4, 4


def read(symbol: dict[str, Any]) -> str:
    """Draw the symbol with its quiet zone, and decode the picture."""
    size = symbol["size"]
    raw = base64.b64decode(symbol["bits"])
    picture = Image.new("L", (size + 2 * _QUIET, size + 2 * _QUIET), 255)
    for index in range(size * size):
        if raw[index // 8] >> (7 - index % 8) & 1:
            row, column = divmod(index, size)
            picture.putpixel((column + _QUIET, row + _QUIET), 0)
    side = picture.width * _SCALE
    (found,) = zxingcpp.read_barcodes(picture.resize((side, side), Image.Resampling.NEAREST))
    return str(found.text)


def read_picture(content: bytes) -> str:
    """Decode a picture of one symbol."""
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(content)).convert("L"))
    return str(found.text)
