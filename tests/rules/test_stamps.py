"""Letters on pictures: Vietnamese whole, nothing hidden, nothing wider than its picture."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from api.papers.collages import WIDTH, Heading, collage
from api.papers.lettering import font, shortened, wrapped
from api.papers.stamps import Stamp, stamped
from tests.pictures import photo

STAMP = Stamp("Đảng bộ xã Bom Bo", "Lớp 1 – đường truyền", "07:30 ngày 05/03/2022")


def test_the_font_has_every_letter_of_vietnamese() -> None:
    missing = bytes(font("Regular", 40).getmask("\U0010fffd"))
    vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    letters = {unicodedata.normalize("NFC", each + tone) for each in vowels for tone in tones}
    for letter in letters | set("đĐ·–…%•"):
        assert len(letter) == 1
        assert bytes(font("Regular", 40).getmask(letter)) != missing, letter


@given(st.text(max_size=200), st.integers(60, 900), st.integers(1, 3))
def test_no_line_is_wider_than_its_room(text: str, width: int, most: int) -> None:
    letters = font("Bold", 30)
    lines = wrapped(text, letters, width, most_lines=most)
    assert len(lines) <= most
    assert all(letters.getlength(line) <= width for line in lines)


def test_what_is_too_long_shows_that_it_was_cut() -> None:
    letters = font("Regular", 30)
    assert shortened("Chi bộ thôn 3", letters, 1_000) == "Chi bộ thôn 3"
    assert shortened("Chi bộ thôn 3", letters, 100).endswith("…")
    assert "".join(wrapped("một hai", letters, 1_000, most_lines=2)) == "một hai"


@pytest.mark.parametrize("size", [(900, 600), (60, 40), (2_000, 3), (3, 2_000)])
def test_the_band_hides_nothing_of_the_picture(size: tuple[int, int]) -> None:
    picture = Image.new("RGB", size, "red")
    whole = stamped(picture, STAMP)
    assert whole.width >= 640
    left = (whole.width - picture.width) // 2
    inside = whole.crop((left, 0, left + picture.width, picture.height))
    assert inside.tobytes() == picture.tobytes()
    band = whole.crop((0, picture.height, *whole.size))
    assert max(band.convert("L").tobytes()) > 200, "there are light letters"


@pytest.mark.parametrize("number", [1, 2, 3, 7, 20])
def test_a_collage_shows_every_picture_whole(number: int) -> None:
    shapes = [(90, 60), (40, 90), (1_600, 400), (3, 900)]
    contents = [photo(*shapes[each % len(shapes)]) for each in range(number)]
    whole = collage(contents, Heading("Đảng bộ xã Bom Bo", "Lớp 1 – đường truyền"))
    assert whole.width == WIDTH
    assert whole.height < 6_000
    file = io.BytesIO()
    whole.save(file, "JPEG")
