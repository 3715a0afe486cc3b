"""QR symbols as plain bits, so that a screen draws them without a picture format."""

import base64
from dataclasses import dataclass
from functools import lru_cache

import segno

MAX_VERSION = 5
_MASK = 3


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
    try:
        symbol = segno.make_qr(text, mode="byte", error="l", mask=_MASK, boost_error=True)
    except segno.DataOverflowError as overflow:
        raise ValueError(f"{len(text)} characters do not fit a QR symbol") from overflow
    if int(symbol.version) > MAX_VERSION:
        raise ValueError(f"{len(text)} characters need QR version {symbol.version}, over 5")
    modules = [1 if module else 0 for row in symbol.matrix for module in row]
    size = len(symbol.matrix)
    padded = modules + [0] * (-len(modules) % 8)
    packed = int("".join(map(str, padded)), 2).to_bytes(len(padded) // 8, "big")
    return QrMatrix(size=size, bits=packed)
