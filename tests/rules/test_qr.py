"""QR symbols: small enough for the back of a hall, and read by an ordinary camera's software."""

import pytest

from api.kit import qr
from tests import symbols


def test_a_thousand_different_codes_are_all_read() -> None:
    for number in range(1000):
        text = f"https://diemdanh.budang.example/d/#7.x4k{number:03d}.abcdefghijk{number:05d}"
        symbol = qr.matrix(text)
        assert symbol.size <= 37
        assert symbols.read({"size": symbol.size, "bits": symbol.base64}) == text


def test_a_text_that_needs_more_modules_is_refused() -> None:
    assert qr.matrix("x" * 106).size == 37
    with pytest.raises(ValueError, match="QR version 6"):
        qr.matrix("x" * 107)
    with pytest.raises(ValueError, match="do not fit"):
        qr.matrix("x" * 5000)
