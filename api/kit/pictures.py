"""Photographs from telephones, made small and plain: what is kept is drawn anew by us.

So nothing of the file that was sent is ever given to anybody: no place and time of the taking
(Law 91/2025/QH15), no second file inside it, no trap for the next reader's decoder.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

import anyio
from anyio import to_thread
from PIL import Image, ImageOps

from api.kit.errors import Fault, Problem, Words
from api.kit.picture_parts import is_heic, is_polyglot, kind_of

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
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


PICTURE_HEIC: Final = Fault(
    "picture_heic",
    422,
    Words("Ảnh HEIC chưa nhận được", "HEIC not taken"),
    Words(
        "Điện thoại đã lưu ảnh này kiểu HEIC. Trên iPhone, mời vào Cài đặt, Camera, Định dạng, "
        "chọn “Tương thích nhất” rồi chụp lại; hoặc chụp màn hình tấm ảnh này và gửi ảnh đó.",
        "The telephone stored this picture as HEIC. On an iPhone choose Settings, Camera, Formats, "
        "“Most Compatible” and take it again, or send a screenshot of it.",
    ),
)
PICTURE_MISSING: Final = Fault(
    "picture_missing",
    404,
    Words("Không còn ảnh", "Picture missing"),
    Words(
        "Ảnh này không còn trên máy chủ. Mời báo người quản trị khôi phục thư mục ảnh.",
        "The picture's file is not on the server. Let the folder of files be restored.",
    ),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a picture may be that is kept."""

    longest_side: int
    most_bytes: int


PAGE: Final = Size(2_000, 500 * 1024)
"""A page with names, that must stay readable."""

Finish = Callable[[Image.Image], Image.Image]
"""What else is drawn on a picture before it is kept."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG of our own making, upright, without metadata."""

    content: bytes
    width: int
    height: int


async def take(content: bytes, size: Size = PAGE, *, finish: Finish | None = None) -> Picture:
    """Draw a picture anew, off the event loop.

    Raises: Problem `picture_invalid`, `picture_heic`.
    """
    return await painted(lambda: draw_anew(content, size, finish=finish))


_Painted = TypeVar("_Painted")


async def painted(paint: Callable[[], _Painted]) -> _Painted:
    """Paint off the event loop, after whatever else is being painted."""
    return await to_thread.run_sync(paint, limiter=_PAINTERS)


def draw_anew(content: bytes, size: Size = PAGE, *, finish: Finish | None = None) -> Picture:
    """Draw a JPEG, PNG or WebP anew as a JPEG that is no larger than `size`.

    Raises: Problem `picture_invalid`, `picture_heic`.
    """
    kind = kind_of(content)
    if kind is None:
        raise Problem(PICTURE_HEIC) if is_heic(content) else _invalid("not_a_picture")
    if len(content) > MOST_BYTES:
        raise _invalid("too_large")
    try:
        if is_polyglot(content, kind):
            raise _invalid("polyglot")
        plain = _plain(content, kind, size.longest_side)
    except Problem:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise _invalid("too_large") from bomb
    except Exception as broken:  # decoders fail in many ways at what is hostile
        raise _invalid("damaged") from broken
    return encode(finish(plain) if finish else plain, size.most_bytes)


def _invalid(reason: str) -> Problem:
    return Problem(PICTURE_INVALID, reason=reason)


def _plain(content: bytes, kind: str, longest_side: int) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=[kind]) as found:
        # The size stands in the header: nothing is unpacked before it is known.
        if found.width * found.height > MOST_PIXELS:
            raise _invalid("too_large")
        # Many a telephone's JPEG brings a second picture along; only the first is read.
        if kind != "JPEG" and getattr(found, "is_animated", False):
            raise _invalid("animated")
        found.draft("RGB", (longest_side, longest_side))
        found.load()
        upright = ImageOps.exif_transpose(found)
        upright.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
        colours = upright.convert("RGBA") if upright.has_transparency_data else upright
        # A new picture has no metadata; where the old one was transparent, paper is white.
        plain = Image.new("RGB", upright.size, "white")
        plain.paste(colours.convert("RGB"), mask=colours if colours.mode == "RGBA" else None)
        return plain


def encode(picture: Image.Image, most_bytes: int) -> Picture:
    """Write a picture as a JPEG of at most so many bytes: coarser first, then smaller."""
    while True:
        for quality in _QUALITIES:
            file = io.BytesIO()
            picture.save(file, "JPEG", quality=quality, optimize=True)
            if file.tell() <= most_bytes:
                return Picture(file.getvalue(), picture.width, picture.height)
        smaller = (int(picture.width * _STEP), int(picture.height * _STEP))
        picture = picture.resize(smaller, Image.Resampling.LANCZOS)
