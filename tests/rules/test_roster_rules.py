"""Row numbers: given once, in tên order, never changed and never another's."""

from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from api.rosters.rules import (
    Changes,
    Held,
    Mark,
    Present,
    Row,
    bring_up_to_date,
    fingerprint,
    goes_home,
    lines_to_sign,
    marks_of,
    spaced,
)
from api.words import MemberStatus

UNIT, OTHER = UUID(int=1), UUID(int=2)
people = some.lists(
    some.builds(
        Present, some.integers(10, 40).map(lambda each: UUID(int=each)), some.sampled_from("abc")
    ),
    unique_by=lambda each: each.member_id,
    max_size=12,
)


def _after(held: list[Held], changes: Changes) -> list[Held]:
    kept = [
        Held(
            each.number,
            each.member_id,
            (each.is_struck or each.member_id in changes.strike)
            and each.member_id not in changes.unstrike,
        )
        for each in held
    ]
    return kept + [Held(number, member_id, False) for number, member_id in changes.add]


@given(some.lists(people, max_size=6))
def test_numbers_never_change_are_never_reused_and_have_no_gaps(days: list[list[Present]]) -> None:
    held: list[Held] = []
    given_once: dict[UUID, int] = {}
    for present in days:
        held = _after(held, bring_up_to_date(held, present))
        for row in held:
            assert given_once.setdefault(row.member_id, row.number) == row.number
        assert sorted(row.number for row in held) == list(range(1, len(held) + 1))
        here = {row.member_id for row in held if not row.is_struck}
        assert here == {each.member_id for each in present}
        assert not bring_up_to_date(held, present)


@given(people, people, some.randoms(use_true_random=False))
def test_the_order_of_what_is_given_never_matters(
    before: list[Present], now: list[Present], shuffle: object
) -> None:
    held = _after([], bring_up_to_date([], before))
    expected = bring_up_to_date(held, now)
    shuffle.shuffle(held)  # type: ignore[attr-defined]
    shuffle.shuffle(now)  # type: ignore[attr-defined]
    assert bring_up_to_date(held, now) == expected


@given(people)
def test_the_first_numbering_is_in_ten_order(present: list[Present]) -> None:
    by_name = sorted(present, key=lambda each: (each.sort_key, each.member_id))
    expected = tuple((number, each.member_id) for number, each in enumerate(by_name, 1))
    assert bring_up_to_date([], present).add == expected


def test_a_newcomer_comes_last_and_who_comes_back_has_his_old_number() -> None:
    mai, khanh, an = (UUID(int=each) for each in (11, 12, 13))
    held = [Held(1, khanh, True), Held(2, mai, False)]
    now = [Present(an, "a"), Present(khanh, "b")]
    assert bring_up_to_date(held, now) == Changes(add=((3, an),), strike=(mai,), unstrike=(khanh,))


def test_marks_say_what_a_list_needs_and_of_who_is_gone_only_how() -> None:
    def marks(status: MemberStatus, **changes: object) -> tuple[Mark, ...]:
        facts = {"unit_id": UNIT, "home_id": UNIT, "is_struck": False, "is_excluded": False}
        return marks_of(status, **{**facts, **changes})  # type: ignore[arg-type]

    assert marks(MemberStatus.OFFICIAL) == ()
    assert marks(MemberStatus.EXEMPT) == (Mark.EXEMPT,)
    assert marks(MemberStatus.PROBATIONARY, is_excluded=True, home_id=OTHER) == (
        Mark.PROBATIONARY,
        Mark.EXCLUDED,
        Mark.STAYS_HERE,
    )
    assert marks(MemberStatus.LEFT, is_struck=True) == (Mark.LEFT,)
    assert marks(MemberStatus.SUSPENDED, is_struck=True) == (Mark.STAYS_ELSEWHERE,)
    assert marks(MemberStatus.OFFICIAL, is_struck=True, home_id=OTHER) == (Mark.TRANSFERRED,)
    guest = marks(MemberStatus.OFFICIAL, is_struck=True, home_id=OTHER, has_gone_home=True)
    assert guest == (Mark.WENT_HOME,)


def _transfer(kind: str, **changes: tuple[UUID | None, UUID | None]) -> dict[str, Any]:
    told = {
        field: {"before": before and str(before), "after": after and str(after)}
        for field, (before, after) in changes.items()
    }
    return {"kind": kind, "changes": told}


def test_who_came_for_a_time_goes_home_and_who_belonged_here_is_transferred() -> None:
    came = _transfer("temporary", temporary_unit_id=(None, UNIT))
    went = _transfer("return", temporary_unit_id=(UNIT, None))
    moved_on = _transfer("temporary", temporary_unit_id=(UNIT, UUID(int=3)))
    left = _transfer("permanent", unit_id=(UNIT, OTHER))
    assert goes_home(UNIT, [came, went])
    assert goes_home(UNIT, [came]), "his time was up"
    assert goes_home(UNIT, [left, came, went])
    assert not goes_home(UNIT, [came, moved_on])
    assert not goes_home(UNIT, [came, went, left])
    assert not goes_home(UNIT, [left])
    assert not goes_home(UNIT, [])


def _row(number: int, name: str, *, is_struck: bool = False) -> Row:
    return Row(
        unit_id=UNIT,
        unit_name="Chi bộ thôn 3",
        unit_sort_key="",
        number=number,
        member_id=UUID(int=100 + number),
        full_name=name,
        card_number=None,
        is_struck=is_struck,
        marks=(),
        session_id=None,
        form=None,
        ordinal=None,
        bridge_point_id=None,
    )


def test_a_fingerprint_tells_lists_apart_but_not_their_order() -> None:
    rows = [_row(1, "Điểu Khánh"), _row(2, "Thị Mai")]
    assert fingerprint(rows) == fingerprint(reversed(rows))
    assert fingerprint(rows) != fingerprint(rows[:1])
    assert fingerprint(rows) != fingerprint([rows[0], _row(2, "Thị Mai", is_struck=True)])
    assert fingerprint(rows) != fingerprint([rows[0], _row(2, "Thị Mái")])


def test_a_code_is_read_in_two_halves() -> None:
    assert spaced("K7M2QX") == "K7M-2QX"


def test_a_blank_sheet_has_room_for_all_who_come_and_five_more() -> None:
    assert [lines_to_sign(coming) for coming in (0, 15, 16, 120)] == [20, 20, 21, 125]
