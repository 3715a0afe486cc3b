"""Pictures: what telephones send is drawn anew, what hides something is refused."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from api.kit import pictures
from api.kit.errors import Problem
from tests.pictures import ARCHIVE, animated, bomb, photo


def _reopened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=["JPEG"])
    image.load()
    return image


def test_what_an_iphone_keeps_is_refused_with_the_way_out() -> None:
    for brand in (b"heic", b"mif1", b"avif"):
        with pytest.raises(Problem) as refused:
            pictures.draw_anew(b"\0\0\0\x18ftyp" + brand + bytes(40))
        assert refused.value.fault is pictures.PICTURE_HEIC


def test_what_is_drawn_on_a_picture_counts_with_it() -> None:
    noise = io.BytesIO()
    Image.effect_noise((1_200, 900), 120).convert("RGB").save(noise, "PNG")
    small = pictures.Size(1_000, 40 * 1024)
    kept = pictures.draw_anew(noise.getvalue(), small, finish=lambda each: ImageOps.expand(each, 9))
    assert len(kept.content) <= small.most_bytes
    assert _reopened(kept.content).getpixel((0, 0)) == pytest.approx((0, 0, 0), abs=40)


def _refused(content: bytes) -> object:
    with pytest.raises(Problem) as refused:
        pictures.draw_anew(content)
    assert refused.value.fault is pictures.PICTURE_INVALID
    return refused.value.extra["reason"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_is_kept_as_a_plain_jpeg(kind: str) -> None:
    kept = pictures.draw_anew(photo(kind=kind))
    assert (kept.width, kept.height) == _reopened(kept.content).size == (60, 40)


def test_what_a_telephone_wrote_into_its_photograph_is_gone_and_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the page lies on its side
    exif[0x010F] = "Máy của Thị Mai"
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    kept = pictures.draw_anew(photo(60, 40, exif=exif.tobytes(), comment=b"thi mai", dpi=(72, 72)))
    image = _reopened(kept.content)
    assert image.size == (40, 60)
    assert not image.getexif()
    assert b"Mai" not in kept.content
    assert b"thi mai" not in kept.content


def test_a_large_photograph_becomes_small_enough_to_send_on_a_bad_line() -> None:
    noise = Image.effect_noise((3_000, 2_400), 120).convert("RGB")
    file = io.BytesIO()
    noise.save(file, "JPEG", quality=90)
    kept = pictures.draw_anew(file.getvalue())
    assert max(kept.width, kept.height) <= 2_000
    assert len(kept.content) <= 500 * 1024


def test_transparent_paper_is_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(file, "PNG")
    assert _reopened(pictures.draw_anew(file.getvalue()).content).getpixel((9, 9)) == (255,) * 3


def test_the_film_that_a_telephone_appends_does_not_matter() -> None:
    assert pictures.draw_anew(photo() + b"\0\0\0\x18ftypmp42" + bytes(500)).width == 60
    assert pictures.draw_anew(photo() + photo()).width == 60


def test_a_photograph_drawn_over_and_over_is_refused_before_it_is_drawn() -> None:
    fine = photo(progressive=True)
    assert pictures.draw_anew(fine).width == 60
    last_scan = fine[fine.rindex(b"\xff\xda") : -2]
    assert _refused(fine[:-2] + last_scan * 64 + fine[-2:]) == "damaged"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
        (b"%PDF-1.7\n", "not_a_picture"),
        (b"GIF89a" + bytes(50), "not_a_picture"),
        (photo() + ARCHIVE, "polyglot"),
        (photo(comment=b"<script>alert(1)</script>"), "polyglot"),
        (photo(kind="PNG") + b"x", "polyglot"),
        (photo(kind="WEBP") + ARCHIVE, "polyglot"),
        (photo(comment=b"%PDF-1.4"), "polyglot"),
        (photo()[:-2], "damaged"),
        (photo(400, 300)[:-200], "damaged"),
        (photo(kind="PNG")[:-12], "damaged"),
        (photo(kind="WEBP")[:-10], "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x02" * 10, "damaged"),
        (bomb(6_400, 6_407), "too_large"),  # 41 megapixels
        (bomb(50_000, 50_000), "too_large"),
        (photo() + bytes(pictures.MOST_BYTES), "too_large"),
        (bomb(100, 100), "damaged"),  # says more than it holds
        (animated("PNG"), "animated"),
        (animated("WEBP"), "animated"),
    ],
)
def test_what_is_no_plain_photograph_is_refused(content: bytes, reason: str) -> None:
    assert _refused(content) == reason


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_whatever_is_done_to_a_picture_it_is_drawn_anew_or_refused(
    data: st.DataObject, kind: str
) -> None:
    content = bytearray(photo(kind=kind))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(1, len(content)))]
    try:
        kept = pictures.draw_anew(bytes(content))
    except Problem:
        assert _refused(bytes(content))
    else:
        assert _reopened(kept.content).size == (kept.width, kept.height)
