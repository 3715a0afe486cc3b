"""What a tap does to an attendance and a phone, and whom a typed name may mean."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.deciding.rules import (
    Held,
    Known,
    Line,
    PhoneStep,
    Verdict,
    is_vouched_for,
    likeness,
    loses_phone,
    may_bind,
    on_confirming,
    on_correcting,
    on_rejecting,
    phone_step,
    suggest,
    unambiguous,
)
from api.words import Evidence, Standing

HALF_PAST_SEVEN = datetime(2022, 3, 15, 0, 30, tzinfo=UTC)
HOA, SECRETARY, PHONE, OTHER_PHONE = (UUID(int=number) for number in range(1, 5))
OFFICE, POST = UUID(int=100), UUID(int=101)


def _held(
    standing: Standing = Standing.PENDING,
    evidence: Evidence = Evidence.CLAIMED,
    *,
    decided: datetime | None = None,
    reason: str | None = None,
) -> Held:
    return Held(
        UUID(int=9), HOA, UUID(int=8), standing, evidence, PHONE, HALF_PAST_SEVEN, decided, reason
    )


CONFIRMED = _held(Standing.PRESENT, decided=HALF_PAST_SEVEN)
REJECTED = _held(Standing.REJECTED, decided=HALF_PAST_SEVEN, reason="Vắng mặt")
SCANNED = _held(Standing.PRESENT, Evidence.QR)


def test_confirming_decides_only_what_waits() -> None:
    verdicts = [
        on_confirming(held, own_member_id=SECRETARY)
        for held in (_held(), SCANNED, CONFIRMED, REJECTED)
    ]
    waits, nothing, decided = Verdict.DECIDE, Verdict.NOTHING, Verdict.DECIDED
    assert verdicts == [waits, nothing, nothing, decided]


def test_rejecting_strikes_also_what_evidence_says_and_not_what_a_person_said() -> None:
    verdicts = [
        on_rejecting(held, own_member_id=SECRETARY)
        for held in (_held(), SCANNED, CONFIRMED, REJECTED)
    ]
    decides, decided, nothing = Verdict.DECIDE, Verdict.DECIDED, Verdict.NOTHING
    assert verdicts == [decides, decides, decided, nothing]


def test_correcting_stands_over_every_decision_but_the_very_same() -> None:
    rejected = Standing.REJECTED
    for held in (_held(), SCANNED, CONFIRMED):
        verdict = on_correcting(held, rejected, "Vắng mặt", own_member_id=None)
        assert verdict is Verdict.DECIDE
    again = on_correcting(REJECTED, rejected, "Vắng mặt", own_member_id=None)
    other_reason = on_correcting(REJECTED, rejected, "Nhầm người", own_member_id=None)
    assert (again, other_reason) == (Verdict.NOTHING, Verdict.DECIDE)
    assert on_correcting(SCANNED, Standing.PRESENT, "?", own_member_id=None) is Verdict.NOTHING


@given(st.sampled_from(Standing), st.sampled_from(Evidence), st.booleans())
def test_nobody_decides_about_himself(
    standing: Standing, evidence: Evidence, is_decided: bool
) -> None:
    held = _held(standing, evidence, decided=HALF_PAST_SEVEN if is_decided else None)
    assert on_confirming(held, own_member_id=HOA) is Verdict.OWN
    assert on_rejecting(held, own_member_id=HOA) is Verdict.OWN
    assert on_correcting(held, standing, "Nhầm", own_member_id=HOA) is Verdict.OWN


@pytest.mark.parametrize("evidence", Evidence)
def test_only_a_name_on_ones_own_phone_vouches_for_it(evidence: Evidence) -> None:
    is_own = evidence in {Evidence.CLAIMED, Evidence.FIRST}
    assert is_vouched_for(_held(evidence=evidence)) is is_own
    assert may_bind(_held(evidence=evidence)) is is_own
    assert not may_bind(_held(Standing.PRESENT, evidence))


FREE = Line(None, member_has_phone=False, is_confirmed=False, was_taken_away=False)


def test_a_phone_is_bound_where_both_are_free_and_confirmed_where_it_is_hers() -> None:
    provisional = Line(HOA, member_has_phone=True, is_confirmed=False, was_taken_away=False)
    confirmed = Line(HOA, member_has_phone=True, is_confirmed=True, was_taken_away=False)
    anothers = Line(SECRETARY, member_has_phone=False, is_confirmed=True, was_taken_away=False)
    has_one = Line(None, member_has_phone=True, is_confirmed=False, was_taken_away=False)
    taken = Line(None, member_has_phone=False, is_confirmed=False, was_taken_away=True)
    doubtful = replace(FREE, is_claimed_elsewhere=True)
    assert phone_step(FREE, HOA, binds=True) is PhoneStep.BIND
    assert phone_step(FREE, HOA, binds=False) is PhoneStep.NOTHING
    assert phone_step(provisional, HOA, binds=False) is PhoneStep.CONFIRM
    for line in (confirmed, anothers, has_one, taken, doubtful):
        assert phone_step(line, HOA, binds=True) is PhoneStep.NOTHING


def test_the_phone_of_a_rejected_check_in_goes_unless_it_was_hers_before() -> None:
    earlier = HALF_PAST_SEVEN - timedelta(days=7)
    assert loses_phone(_held(), None)
    assert not loses_phone(_held(), earlier)
    assert loses_phone(CONFIRMED, CONFIRMED.decided_at)
    assert not loses_phone(CONFIRMED, earlier)


def test_a_phone_that_typed_three_names_is_nobodys_by_a_list() -> None:
    mai, lan = UUID(int=5), UUID(int=6)
    joker = {(OTHER_PHONE, SECRETARY), (OTHER_PHONE, mai), (OTHER_PHONE, lan)}
    assert unambiguous([(PHONE, HOA), (PHONE, HOA), *joker]) == {(PHONE, HOA)}
    assert unambiguous([(PHONE, HOA), (OTHER_PHONE, HOA)]) == set()


def _known(number: int, name: str, card: str | None = None, unit: UUID = OFFICE) -> Known:
    return Known(UUID(int=number), unit, "Chi bộ Văn phòng Huyện ủy", name, card)


@pytest.mark.parametrize(
    ("typed", "on_file"),
    [
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("NGUYEN THI HOA", "Nguyễn Thị Hoa"),
        ("Lê Thị Hoà", "Lê Thị Hòa"),
        ("Nguyễn Hoa", "Nguyễn Thị Hoa"),  # no đệm
        ("Nguyễn Hoa", "Nguyễn Thị Kim Hoa"),
        ("Điểu Thị Mai", "Thị Mai"),  # more than is on file
        ("Hoa Nguyễn Thị", "Nguyễn Thị Hoa"),  # given name first
        ("Thị Nguyễn Hoa", "Nguyễn Thị Hoa"),
        ("Nguyễn Thi Hoaa", "Nguyễn Thị Hoa"),  # one letter too many
        ("Nguyễn Th Hoa", "Nguyễn Thị Hoa"),  # one too few
        ("Nguyễn Thị Hao", "Nguyễn Thị Hoa"),  # two changed over
        ("Trần Văn Bìnj", "Trần Văn Bình"),  # the key beside
        ("Pham Quoc Tuân", "Phạm Quốc Tuấn"),
        ("Điểu Kháng", "Điểu Khánh"),
        ("Diêu Khanh", "Điểu Khánh"),
        ("K Y", "K' Y"),
        ("KY", "K’ Y"),
        ("K'Brốp", "K' Brop"),
        ("Thị Mai", "Thị  Mai"),
        ("nguyenthihoa", "Nguyễn Thị Hoa"),
    ],
)
def test_a_name_is_recognised_as_people_type_it(typed: str, on_file: str) -> None:
    score = likeness(typed, on_file)
    assert score is not None, (typed, on_file)
    assert score <= (likeness(on_file, on_file) or 0)


@pytest.mark.parametrize(
    ("typed", "on_file"),
    [
        ("Tý", "Nguyễn Thị Hoa"),  # a nickname
        ("Hoa béo", "Nguyễn Thị Hoa"),
        ("Anh Ba", "Trần Văn Ba Bình"),
        ("Bác Tư", "Nguyễn Văn Tuấn"),
        ("Hoa", "Nguyễn Thị Hoa"),  # a given name alone, anywhere
        ("Nguyễn Thị", "Nguyễn Thị Hoa"),  # and no given name
        ("Điểu Minh", "Điểu Bình"),
        ("K' Y", "K' Ty"),
        ("Điểu", "Điểu Khánh"),
        ("Trần Văn Bình", "Trần Văn Hùng"),
        ("Nguyễm Thị Hao", "Nguyễn Thị Hoa"),  # two slips are another name
        ("Thị Lan", "Thị Mai"),
        ("!!!", "K' Y"),
    ],
)
def test_another_name_is_not(typed: str, on_file: str) -> None:
    assert likeness(typed, on_file) is None


def test_the_better_a_name_fits_the_higher_it_stands() -> None:
    typed = ("Lê Thị Hoa", "Le Thi Hoa", "Hoa Lê Thị", "Lê Hoa", "Lê Thị Ho")
    scores = [likeness(each, "Lê Thị Hoa") or 0 for each in typed]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[1] > scores[2] > scores[3] > scores[4] > 0


def test_namesakes_are_told_apart_by_the_last_4_digits() -> None:
    namesakes = [
        _known(1, "Điểu Khánh", "10005005"),
        _known(2, "Điểu Khánh", "10007007"),
        _known(3, "Điểu Khánh"),
    ]
    found = suggest("Điểu Khánh", "7007", OFFICE, namesakes)
    assert [each.known.member_id.int for each in found] == [2, 3, 1]
    assert [each.last4_fits for each in found] == [True, None, False]
    assert found[0].score == 100
    assert {each.last4_fits for each in suggest("Điểu Khánh", None, OFFICE, namesakes)} == {None}


def test_marks_tell_hoa_from_hoa() -> None:
    hoa, peace = _known(1, "Lê Thị Hoa"), _known(2, "Lê Thị Hòa")
    found = suggest("Lê Thị Hoà", None, OFFICE, [hoa, peace])
    assert [each.known for each in found] == [peace, hoa]


def test_a_given_name_or_a_card_alone_is_enough_only_in_ones_own_unit() -> None:
    hoa = _known(1, "Nguyễn Thị Hoa", "10004821")
    assert suggest("Hoa", None, OFFICE, [hoa])
    assert not suggest("Hoa", None, POST, [hoa])
    assert suggest("Tý", "4821", OFFICE, [hoa])
    assert not suggest("Tý", "4821", None, [hoa])
    assert not suggest("Tý", "4822", OFFICE, [hoa])


def test_the_chosen_unit_goes_first() -> None:
    here, there = _known(2, "Vũ Thị Lan"), _known(1, "Vũ Thị Lan", unit=POST)
    found = suggest("Vũ Thị Lan", None, OFFICE, [there, here])
    assert [each.known for each in found] == [here, there]


_WORD = st.sampled_from(["nguyen", "thi", "hoa", "van", "binh", "dieu", "k", "y", "minh", "khanh"])
_NAME = st.lists(_WORD, min_size=1, max_size=6).map(" ".join)


@given(_NAME, _NAME)
def test_likeness_is_mutual_and_never_above_the_same_name(one: str, other: str) -> None:
    score = likeness(one, other)
    assert score == likeness(other, one) or len(one.split()) != len(other.split())
    assert score is None or 40 <= score <= 90


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_typed_is_judged(typed: str, on_file: str) -> None:
    suggest(typed, "1234", OFFICE, [_known(1, on_file, "10001234")])
