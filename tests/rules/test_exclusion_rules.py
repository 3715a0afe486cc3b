"""Whom a line of an exclusion list means: never a homonym by chance."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.conferences.rules import Doubt, ExclusionLine, Person, first_double, match

VILLAGE, COMMUNE, POST = "a/b/c/", "a/b/", "a/d/"


def _person(number: int, name: str, card: str | None = None, *paths: str) -> Person:
    return Person(UUID(int=number), name, card, UUID(int=99), "Chi bộ", paths or (VILLAGE,))


KHANH = _person(1, "Điểu Khánh", "10005005")
OTHER_KHANH = _person(2, "Điểu Khánh", "10007007")
MINH = _person(3, "Điểu Minh", None)
POST_MINH = _person(4, "Điểu Minh", "10008008", POST)
EVERYBODY = [KHANH, OTHER_KHANH, MINH, POST_MINH]


def test_the_card_decides_between_homonyms() -> None:
    line = ExclusionLine("Điểu Khánh", "Chi bộ thôn 3", "10007007")
    assert match(line, EVERYBODY, {VILLAGE}).person == OTHER_KHANH


def test_a_card_alone_is_enough_and_a_name_alone_is_not() -> None:
    assert match(ExclusionLine(card_number="10005005"), EVERYBODY, ()).person == KHANH
    alone = match(ExclusionLine("Điểu Minh"), EVERYBODY, ())
    assert (alone.person, alone.doubt) == (None, Doubt.UNIT_UNCLEAR)
    assert alone.candidates == (MINH, POST_MINH)


def test_a_unit_stands_for_its_subtree() -> None:
    assert match(ExclusionLine("dieu minh", "xã"), EVERYBODY, {COMMUNE}).person == MINH


def test_who_stays_elsewhere_for_a_time_is_found_by_either_unit() -> None:
    away = _person(5, "Thị Mai", None, POST, VILLAGE)
    for path in (POST, VILLAGE):
        assert match(ExclusionLine("Thị Mai", "x"), [away], {path}).person == away


def test_an_unknown_card_fits_only_whose_card_is_not_on_file() -> None:
    line = ExclusionLine("Điểu Minh", "x", "55555555")
    assert match(line, [MINH], {VILLAGE}).person == MINH
    assert match(line, [POST_MINH], {POST}).doubt is Doubt.CARD_DIFFERS


def test_a_card_beside_another_name_excludes_nobody() -> None:
    found = match(ExclusionLine("Thị Mai", None, "10005005"), EVERYBODY, ())
    assert (found.doubt, found.candidates) == (Doubt.NAME_DIFFERS, (KHANH,))


def test_a_card_on_file_twice_is_in_doubt() -> None:
    twin = _person(6, "Điểu Khánh", "10005005")
    found = match(ExclusionLine(card_number="10005005"), [KHANH, twin], ())
    assert (found.doubt, len(found.candidates)) == (Doubt.SEVERAL, 2)


_names = st.sampled_from(["Điểu Khánh", "Điểu Minh", "Thị Mai", None])
_cards = st.sampled_from(["10005005", "10007007", "10008008", "1", None])


@given(
    _names, _cards, st.sets(st.sampled_from([VILLAGE, COMMUNE, POST])), st.permutations(EVERYBODY)
)
def test_whoever_is_matched_contradicts_no_part_of_the_line(
    name: str | None, card: str | None, paths: set[str], people: list[Person]
) -> None:
    found = match(ExclusionLine(name, "x" if paths else None, card), people, paths)
    assert (found.person is None) == (found.doubt is not None)
    if found.person is not None:
        assert name in (None, found.person.full_name)
        assert card is None or found.person.card_number in (None, card)
        assert found.person.card_number == card or paths
    assert found.person == match(ExclusionLine(name, None, card), EVERYBODY, paths).person


@pytest.mark.parametrize(
    ("keys", "double"), [([], None), (["a", "b"], None), (["a", "b", "a", "b"], "a")]
)
def test_the_first_key_that_comes_again_is_named(keys: list[str], double: str | None) -> None:
    assert first_double(keys) == double
