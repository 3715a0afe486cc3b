"""Reading a QR from the bits that the API sends, as a phone's camera reads it from a screen."""

import base64
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
