"""Photographs from telephones, made small and plain: what is kept is drawn anew by us.

So nothing of the file that was sent is ever given to anybody: no place and time of the taking
(Law 91/2025/QH15), no second file inside it, no trap for the next reader's decoder.
"""

import io
from dataclasses import dataclass
from typing import Final

import anyio
from anyio import to_thread
from PIL import Image, ImageOps

from api.kit.errors import Fault, Problem, Words
from api.kit.picture_parts import is_polyglot, kind_of

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
LONGEST_SIDE: Final = 2_000
MOST_KEPT_BYTES: Final = 500 * 1024
_QUALITIES: Final = (85, 75, 65, 55, 45)
_STEP: Final = 0.8

_PAINTERS: Final = anyio.CapacityLimiter(1)
"""One at a time: 40 megapixels take 160 MB, and a check-in must not wait for many of them."""

PICTURE_INVALID: Final = Fault(
    "picture_invalid",
    422,
    Words("Không nhận được ảnh này", "Picture not taken"),
    Words(
        "Mời gửi lại ảnh chụp thường: JPEG, PNG hoặc WebP, không quá 10 MB và 40 triệu điểm ảnh, "
        "không phải ảnh động, tệp còn nguyên vẹn.",
        "Send a plain photograph: JPEG, PNG or WebP, at most 10 MB and 40 megapixels, not "
        "animated, and whole.",
    ),
    sample={"reason": "damaged"},
)
"""`reason`: `not_a_picture`, `too_large`, `animated`, `polyglot` or `damaged`."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG of our own making, upright, without metadata."""

    content: bytes
    width: int
    height: int


async def take(content: bytes) -> Picture:
    """Draw a picture anew, off the event loop.

    Raises: Problem `picture_invalid`.
    """
    return await to_thread.run_sync(draw_anew, content, limiter=_PAINTERS)


def draw_anew(content: bytes) -> Picture:
    """Draw a JPEG, PNG or WebP anew as a JPEG of at most 2,000 px a side and 500 KB.

    Raises: Problem `picture_invalid`.
    """
    kind = kind_of(content)
    if kind is None:
        raise _invalid("not_a_picture")
    if len(content) > MOST_BYTES:
        raise _invalid("too_large")
    try:
        if is_polyglot(content, kind):
            raise _invalid("polyglot")
        return _encode(_plain(content, kind))
    except Problem:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise _invalid("too_large") from bomb
    except Exception as broken:  # decoders fail in many ways at what is hostile
        raise _invalid("damaged") from broken


def _invalid(reason: str) -> Problem:
    return Problem(PICTURE_INVALID, reason=reason)


def _plain(content: bytes, kind: str) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=[kind]) as found:
        # The size stands in the header: nothing is unpacked before it is known.
        if found.width * found.height > MOST_PIXELS:
            raise _invalid("too_large")
        # Many a telephone's JPEG brings a second picture along; only the first is read.
        if kind != "JPEG" and getattr(found, "is_animated", False):
            raise _invalid("animated")
        found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        found.load()
        upright = ImageOps.exif_transpose(found)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        colours = upright.convert("RGBA") if upright.has_transparency_data else upright
        # A new picture has no metadata; where the old one was transparent, paper is white.
        plain = Image.new("RGB", upright.size, "white")
        plain.paste(colours.convert("RGB"), mask=colours if colours.mode == "RGBA" else None)
        return plain


def _encode(picture: Image.Image) -> Picture:
    while True:
        for quality in _QUALITIES:
            file = io.BytesIO()
            picture.save(file, "JPEG", quality=quality, optimize=True)
            if file.tell() <= MOST_KEPT_BYTES:
                return Picture(file.getvalue(), picture.width, picture.height)
        smaller = (int(picture.width * _STEP), int(picture.height * _STEP))
        picture = picture.resize(smaller, Image.Resampling.LANCZOS)
