"""Row numbers as people type them, what may be marked when, and who is meant."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.marks.rules import (
    MOST_PERSONS,
    Person,
    Refusal,
    Row,
    RowsMalformed,
    SkipCode,
    TooManyPersons,
    Wish,
    departure_fits,
    reason_fits,
    refusal,
    row_numbers,
    sort_out,
)
from api.words import AbsenceReason, MarkKind, SessionState

BOM_BO, VILLAGE, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
KHANH, MAI, SON, SECRETARY = UUID(int=11), UUID(int=12), UUID(int=13), UUID(int=14)
PERSONS = {
    KHANH: Person(KHANH, "Điểu Khánh", VILLAGE, "/d/b/v/"),
    MAI: Person(MAI, "Thị Mai", VILLAGE, "/d/b/v/"),
    SON: Person(SON, "Đinh Công Sơn", OTHER, "/d/p/"),
    SECRETARY: Person(SECRETARY, "Điểu Minh", BOM_BO, "/d/b/"),
}


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1-7, 9, 12", (1, 2, 3, 4, 5, 6, 7, 9, 12)),
        ("1–3", (1, 2, 3)),
        ("1 — 3; 5", (1, 2, 3, 5)),
        ("1 đến 3", (1, 2, 3)),
        ("từ số 1 ĐẾN 3 và 5", (1, 2, 3, 5)),
        ("1 den 3 va 5", (1, 2, 3, 5)),
        ("tu 1 toi 3", (1, 2, 3)),
        ("1..3", (1, 2, 3)),
        ("3-1", (1, 2, 3)),
        ("1 2 5-6", (1, 2, 5, 6)),
        ("1,2 , 2;1-3", (1, 2, 3)),
        ("STT 4, số 05, dòng 6.", (4, 5, 6)),
        (" \n1\n2,\n3, ", (1, 2, 3)),
        ("7\u00a0-\u200b8", (7, 8)),
        ("1, và 2", (1, 2)),
        ("1và2", (1, 2)),
        ("9,,10", (9, 10)),
        ("1 & 2 + 3", (1, 2, 3)),
        ("4-4", (4,)),
        ("1 đe\u0302\u0301n 3", (1, 2, 3)),
    ],
)
def test_row_numbers_are_read_as_people_write_them(typed: str, numbers: tuple[int, ...]) -> None:
    assert row_numbers(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "piece"),
    [
        ("", ""),
        (" , ", ""),
        ("abc", "abc"),
        ("1-7, chín, 12", "chín"),
        ("1-7 trừ 5", "trừ"),
        ("1-7-9", "1-7-9"),
        ("3-", "3-"),
        ("-3", "-3"),
        ("1.5", "1.5"),
        ("0", "0"),
        ("1, 00", "00"),
        ("10000", "10000"),
        ("9" * 5_000, "9" * 20),
        ("1-đến-7", "1-đến-7"),
        ("²", "²"),
        ("٣", "٣"),
    ],
)
def test_what_is_wrong_is_named(typed: str, piece: str) -> None:
    with pytest.raises(RowsMalformed) as refused:
        row_numbers(typed)
    assert refused.value.piece == piece


def test_more_than_a_request_takes_is_refused_before_it_is_counted_out() -> None:
    assert len(row_numbers(f"1-{MOST_PERSONS}")) == MOST_PERSONS
    for typed in (f"1-{MOST_PERSONS + 1}", "1-9999", "1-300, 9000-9300"):
        with pytest.raises(TooManyPersons):
            row_numbers(typed)


@given(st.lists(st.tuples(st.integers(1, 9_999), st.integers(0, 20)), min_size=1, max_size=15))
def test_ranges_are_read_whole_and_each_number_once(ranges: list[tuple[int, int]]) -> None:
    ends = [(first, min(first + more, 9_999)) for first, more in ranges]
    found = row_numbers("; ".join(f"{first}–{last}" for first, last in ends))
    assert len(found) == len(set(found))
    assert set(found) == {each for first, last in ends for each in range(first, last + 1)}


@given(st.text(alphabet="0123456789-–, ;vàđếntừ.&x\n", max_size=60))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        assert all(1 <= each <= 9_999 for each in row_numbers(typed))
    except (RowsMalformed, TooManyPersons):
        return


PRESENT, ABSENT = {MarkKind.PRESENT}, {MarkKind.ABSENT}
BOTH = PRESENT | ABSENT


@pytest.mark.parametrize(
    ("state", "kinds", "has_paper", "refused"),
    [
        (SessionState.PLANNED, ABSENT, False, None),
        (SessionState.PLANNED, PRESENT, False, Refusal.STATE),
        (SessionState.PLANNED, BOTH, True, Refusal.STATE),
        (SessionState.POSTPONED, ABSENT, False, Refusal.STATE),
        (SessionState.CANCELLED, ABSENT, False, Refusal.STATE),
        (SessionState.REHEARSING, ABSENT, False, Refusal.STATE),
        (SessionState.OPEN, BOTH, False, None),
        (SessionState.CLOSED, BOTH, False, None),
        (SessionState.LOCKED, ABSENT, False, Refusal.LOCKED),
        (SessionState.LOCKED, BOTH, True, None),
    ],
)
def test_what_may_be_marked_when(
    state: SessionState, kinds: set[MarkKind], has_paper: bool, refused: Refusal | None
) -> None:
    assert refusal(state, kinds, has_paper=has_paper) is refused


def test_nobody_departs_before_the_opening_or_in_the_future() -> None:
    opened = datetime(2022, 3, 15, 0, 30, tzinfo=UTC)
    now = opened + timedelta(hours=1)

    def fits(
        departed_at: datetime | None,
        opened_at: datetime | None = opened,
        kind: MarkKind = MarkKind.PRESENT,
    ) -> bool:
        return departure_fits(kind, departed_at, opened_at=opened_at, at=now)

    assert fits(None, None)
    assert fits(now)
    assert not fits(opened)
    assert not fits(now + timedelta(seconds=1))
    assert not fits(now, None)
    assert fits(None, kind=MarkKind.ABSENT)
    assert not fits(now, kind=MarkKind.ABSENT)


@pytest.mark.parametrize(
    ("kind", "reason", "has_note", "fits"),
    [
        (MarkKind.PRESENT, None, True, True),
        (MarkKind.PRESENT, AbsenceReason.OM, False, False),
        (MarkKind.ABSENT, None, True, False),
        (MarkKind.ABSENT, AbsenceReason.KL, False, True),
        (MarkKind.ABSENT, AbsenceReason.KH, False, False),
        (MarkKind.ABSENT, AbsenceReason.KH, True, True),
    ],
)
def test_an_absence_has_its_reason(
    kind: MarkKind, reason: AbsenceReason | None, has_note: bool, fits: bool
) -> None:
    assert reason_fits(kind, reason, has_note=has_note) is fits


def _sorted(*wishes: Wish, rows: dict[Row, UUID] | None = None) -> tuple[list[UUID], list[str]]:
    found = sort_out(wishes, rows or {}, PERSONS, unit_path="/d/b/", maker_member_id=SECRETARY)
    return (
        [person.member_id for _, person in found.chosen],
        [each.code.value for each in found.skipped],
    )


def test_each_person_is_found_by_row_or_by_name_and_the_others_are_told_apart() -> None:
    rows = {Row(VILLAGE, 1): KHANH, Row(VILLAGE, 2): SON}
    chosen, skipped = _sorted(
        Wish(0, row=Row(VILLAGE, 1)),
        Wish(0, row=Row(VILLAGE, 2)),
        Wish(0, row=Row(VILLAGE, 3)),
        Wish(0, member_id=MAI),
        Wish(0, member_id=SON),
        Wish(0, member_id=UUID(int=99)),
        Wish(0, member_id=SECRETARY),
        rows=rows,
    )
    assert chosen == [KHANH, MAI]
    codes = [SkipCode.ROW_STRUCK, SkipCode.ROW_UNKNOWN, SkipCode.NOT_IN_UNIT]
    assert skipped == [*codes, SkipCode.NOT_IN_UNIT, SkipCode.OWN_ATTENDANCE]


def test_who_is_named_twice_alike_is_marked_once_and_otherwise_not_at_all() -> None:
    rows = {Row(VILLAGE, 1): KHANH}
    assert _sorted(Wish(0, row=Row(VILLAGE, 1)), Wish(0, member_id=KHANH), rows=rows) == (
        [KHANH],
        [],
    )
    assert _sorted(Wish(0, member_id=KHANH), Wish(1, member_id=KHANH), Wish(1, member_id=MAI)) == (
        [MAI],
        [SkipCode.NAMED_TWICE],
    )
