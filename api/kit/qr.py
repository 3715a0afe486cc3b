"""QR symbols: as plain bits, which a screen draws by itself, and as pictures for paper."""

import base64
import io
from dataclasses import dataclass
from functools import lru_cache

import segno

MAX_VERSION = 5
_MASK = 3
_PIXELS = 8
_QUIET = 4


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """A square of modules without its quiet zone: row-major bits, most significant first."""

    size: int
    bits: bytes

    @property
    def base64(self) -> str:
        """The bits as standard base64."""
        return base64.b64encode(self.bits).decode()


@lru_cache(maxsize=8_192)
def matrix(text: str) -> QrMatrix:
    """Encode `text` in the smallest symbol up to version 5, with the most correction that fits.

    Few modules are read from the back of a hall, and filmed screens are read badly. The mask is
    always the same: any is readable, and choosing the prettiest of eight took 7 ms instead of 2,
    twenty times for each screen. Symbols are kept, since all screens of a hall ask for the same.

    Raises: ValueError where the text does not fit version 5-L (106 bytes).
    """
    symbol = _symbol(text)
    modules = [1 if module else 0 for row in symbol.matrix for module in row]
    size = len(symbol.matrix)
    padded = modules + [0] * (-len(modules) % 8)
    packed = int("".join(map(str, padded)), 2).to_bytes(len(padded) // 8, "big")
    return QrMatrix(size=size, bits=packed)


def picture(text: str) -> bytes:
    """Draw a symbol as a PNG with its quiet zone, eight pixels a module, to be printed.

    Raises: ValueError where the text does not fit version 5-L (106 bytes).
    """
    file = io.BytesIO()
    _symbol(text).save(file, kind="png", scale=_PIXELS, border=_QUIET)
    return file.getvalue()


def _symbol(text: str) -> segno.QRCode:
    try:
        symbol = segno.make_qr(text, mode="byte", error="l", mask=_MASK, boost_error=True)
    except segno.DataOverflowError as overflow:
        raise ValueError(f"{len(text)} characters do not fit a QR symbol") from overflow
    if int(symbol.version) > MAX_VERSION:
        raise ValueError(f"{len(text)} characters need QR version {symbol.version}, over 5")
    return symbol
