import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.text import fold, initials, name_sort_key, nfc, sort_key

A_ROLL_IN_ORDER = [
    "Điểu An",
    "Hoàng An",
    "K' An",
    "Nguyễn Thị An",
    "Nguyễn Văn An",
    "Hoàng Ân",
    "Nông Văn Ân",
    "Thị Ân",
    "Lê Thị Ba",
    "Lê Thị Bà",
    "Lê Thị Bả",
    "Lê Thị Bã",
    "Lê Thị Bá",
    "Lê Thị Bạ",
    "Điểu Băng",
    "Điểu Bân",
    "Lê Bê",
    "Trần Bích",
    "Điểu Bo",
    "Điểu Bông",
    "Điểu Bơn",
    "Điểu Brốp",
    "K’ Brốp",
    "Lý A Cang",
    "Lê Cường",
    "Nông Dung",
    "Lê Văn Dũng",
    "Bùi Thị Đào",
    "Đỗ Thị Đào",
    "Lê Đào",
    "Nguyễn Đào",
    "Đinh Êm",
    "Điểu Gia",
    "Trần Hoa",
    "Lê Thị Hòa",
    "Trần Hòa",
    "Lê Hóa",
    "Phạm Hoàng",
    "Phạm Khánh",
    "Điểu Krăng",
    "Thị Lan",
    "Thị Lang",
    "Thị Lăng",
    "Thị Lân",
    "Lý Thị Mai",
    "Lý Thị Nga",
    "Lý Thị Ngân",
    "Thị Ni",
    "Thị Ông",
    "Thị Ơi",
    "Lê Quyên",
    "Thị Rơ",
    "Lý A Sình",
    "Lê Tâm",
    "Lê Thanh",
    "Lê Thành",
    "Lê Thạnh",
    "Lê Ưng",
    "Lê Vy",
    "Lê Xuân",
    "Lê Yến",
]

# The units of one commune, as its office would list them.
UNITS_IN_ORDER = [
    "Chi bộ sóc Bom Bo",
    "Chi bộ sóc Bù Dên",
    "Chi bộ sóc Bù Đeng",
    "Chi bộ thôn 1",
    "Chi bộ thôn 2",
    "Chi bộ thôn 2A",
    "Chi bộ thôn 10",
    "Chi bộ thôn Sơn Lợi",
    "Chi bộ Trường Mầm non Hoa Sen",
    "Chi bộ Trường Tiểu học Bom Bo",
]

VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)
words = st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper()), min_size=1, max_size=6)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)
anything = st.text(st.characters(), max_size=30)  # lone surrogates too


def shuffled(texts: list[str]) -> list[str]:
    return sorted(texts, key=lambda text: text[::-1])


def test_a_roll_is_sorted_as_a_secretary_would_write_it() -> None:
    assert len(A_ROLL_IN_ORDER) >= 40
    assert sorted(shuffled(A_ROLL_IN_ORDER), key=name_sort_key) == A_ROLL_IN_ORDER


def test_the_alphabet_and_the_tones_stand_in_dictionary_order() -> None:
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    assert "".join(sorted(shuffled(list(alphabet)), key=sort_key)) == alphabet
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(shuffled(tones), key=sort_key) == tones


def test_a_tone_is_weaker_than_any_letter_after_it() -> None:
    assert sort_key("mạ an") < sort_key("ma ăn")
    assert sort_key("ma ăn") < sort_key("ma ân")


def test_a_given_name_decides_before_any_family_name() -> None:
    assert name_sort_key("Vũ Thị Hoa") < name_sort_key("Bùi Thị Hòa")


def test_a_tone_may_stand_on_either_vowel() -> None:
    assert name_sort_key("Lê Hoà") == name_sort_key("Lê Hòa")
    assert name_sort_key("Lê Hoà") != name_sort_key("Lê Hoa")


def test_units_are_sorted_with_numbers_by_value() -> None:
    assert sorted(shuffled(UNITS_IN_ORDER), key=sort_key) == UNITS_IN_ORDER


def test_a_leading_zero_changes_no_place() -> None:
    assert sort_key("Tổ 03") == sort_key("Tổ 3")


def test_a_mark_that_tells_namesakes_apart_counts_last() -> None:
    roll = ["Lê Hùng", "Lê Hùng (A)", "Lê Hùng (B)", "Trần Hùng", "Lê Hưng"]
    assert sorted(shuffled(roll), key=name_sort_key) == roll


def test_a_shorter_name_comes_first() -> None:
    roll = ["Lan", "Lê Lan", "Lê Thị Lan", "Lê Thị An Lan", "Lê Lang"]
    assert sorted(shuffled(roll), key=name_sort_key) == roll


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Hoà", "hoa"),
        ("Hòa", "hoa"),
        ("  HOA ", "hoa"),
        ("Điểu", "dieu"),
        ("ĐIỂU  Thị\tMai", "dieu thi mai"),
        ("Ðỗ", "do"),  # with the Icelandic letter some keyboards give
        ("Ngô Ưng Ơn", "ngo ung on"),
        ("Dân vận – Mặt trận", "dan van mat tran"),
        ("HĐND&UBND", "hdnd ubnd"),
        ("100 %_", "100"),
        ("Số １２", "so 12"),
        ("", ""),
    ],
)
def test_search_forgives_marks_case_and_spaces(typed: str, key: str) -> None:
    assert fold(typed) == key


@pytest.mark.parametrize("apostrophe", ["' ", "’ ", "ʼ ", "‘ ", "`", "'", "’", "ʼ", " "])
def test_every_apostrophe_is_the_same(apostrophe: str) -> None:
    name = f"K{apostrophe}Brốp"
    assert fold(name) == "k brop"
    assert name_sort_key(name) == name_sort_key("K' Brốp")
    assert initials(name) == "K.B."


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Điểu Thị Mai", "Đ.T.M."),
        ("điểu ong", "Đ.O."),
        ("Lê Ân", "L.Â."),
        ("Mai", "M."),
        ("", ""),
    ],
)
def test_initials_keep_their_letters(name: str, short: str) -> None:
    assert initials(name) == short


def test_what_nobody_sees_is_not_stored() -> None:
    assert nfc("\ufeff Điểu\u200b \u202eThị\u00a0\n Mai\x00 ") == "Điểu Thị Mai"
    assert nfc("a\u200d\u0301") == "á"
    assert nfc("\u3164\u034f") == ""
    assert nfc("\ud800") == ""


@given(anything)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = nfc(text)
    assert nfc(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@given(anything)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(nfc(text)) == fold(text)


@given(names)
def test_keys_do_not_see_how_a_name_is_encoded(name: str) -> None:
    for encoded in (unicodedata.normalize(form, name) for form in ("NFC", "NFD", "NFKD")):
        for key in (fold, sort_key, name_sort_key, initials):
            assert key(encoded) == key(name)


@given(names)
def test_vietnamese_folds_to_plain_letters(name: str) -> None:
    assert re.fullmatch("[a-z]+( [a-z]+)*", fold(name))


@given(anything)
def test_sort_keys_are_of_letters_and_digits_alone(text: str) -> None:
    for key in (sort_key(text), name_sort_key(text)):
        assert re.fullmatch("[0-9a-z]*", key)
        assert key.encode() == key.encode("ascii")


@given(anything)
def test_keys_are_no_longer_than_the_tables_allow(text: str) -> None:
    length = len(nfc(text))
    assert len(fold(text)) <= length
    assert max(len(sort_key(text)), len(name_sort_key(text))) <= 4 * length + 16


@pytest.mark.parametrize("word", ["1", "á", "9a9", "ợ" * 7])
def test_no_vietnamese_text_is_cut(word: str) -> None:
    tones = sort_key(word).rpartition("00")[2]
    assert sort_key(f"{word} " * 25).endswith(tones * 25)
    assert name_sort_key(f"{word} " * 25).endswith(tones * 23 + "00")


@given(words, st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_are_compared_by_value(word: str, one: int, two: int) -> None:
    keys = sort_key(f"{word} {one}"), sort_key(f"{word} {two}")
    assert (keys[0] < keys[1]) == (one < two)


@given(names, names, words, words)
def test_family_and_middle_names_decide_only_among_equal_given_names(
    one: str, two: str, given_one: str, given_two: str
) -> None:
    if sort_key(given_one) < sort_key(given_two):
        assert name_sort_key(f"{one} {given_one}") < name_sort_key(f"{two} {given_two}")
