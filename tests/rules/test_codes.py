"""How old may a code be: every edge of it, without a database or a clock."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.codes import derivation
from api.codes.derivation import CodeKey
from api.codes.rules import (
    FRESH_STEPS,
    SCREEN_STEPS,
    STALE_STEPS,
    Epoch,
    Judgement,
    QrCode,
    TypedCode,
    Verdict,
    WindowSpan,
    age_seconds,
    epochs_during,
    judge_qr,
    judge_typed,
    late_seconds,
    open_kind,
    parse_qr,
    parse_typed,
    qr_fragment,
    start_of,
    step_of,
    window_of,
)
from api.words import WindowKind

NOW = 54_908_000
FIRST = (Epoch(0, 0),)
ROTATED = (Epoch(0, 0), Epoch(1, NOW - 1))


def digits_of(epoch: int, step: int) -> str:
    """Stand in for the derivation: every epoch and step has digits of its own."""
    return f"{(step * 7 + epoch * 13) % 1_000_000:06d}"


def mac_of(epoch: int, step: int) -> str:
    return f"{epoch}-{step}".rjust(16, "x")


def typed(step: int, *, epoch: int = 0, epochs: tuple[Epoch, ...] = FIRST) -> Judgement:
    return judge_typed(digits_of(epoch, step), now=NOW, epochs=epochs, digits_of=digits_of)


def scanned(step: int, *, epoch: int = 0, epochs: tuple[Epoch, ...] = FIRST) -> Judgement:
    code = QrCode(door=7, step=step, mac=mac_of(epoch, step))
    return judge_qr(code, now=NOW, epochs=epochs, mac_of=mac_of)


@pytest.mark.parametrize("age", [0, 1])
def test_typed_digits_count_in_their_own_step_and_the_next(age: int) -> None:
    assert typed(NOW - age) == Judgement(Verdict.FRESH, NOW - age)


@pytest.mark.parametrize("age", [2, 3, 11])
def test_the_ten_steps_before_are_told_to_be_stale(age: int) -> None:
    assert typed(NOW - age) == Judgement(Verdict.STALE, NOW - age)


@pytest.mark.parametrize("age", [12, 1000, -1, -2])
def test_digits_older_than_that_or_of_the_future_are_unknown(age: int) -> None:
    assert typed(NOW - age) == Judgement(Verdict.UNKNOWN)


def test_digits_before_a_rotation_are_dead_at_once_and_told_to_be_stale() -> None:
    assert typed(NOW - 1, epoch=0, epochs=ROTATED).verdict is Verdict.STALE
    assert typed(NOW - 1, epoch=1, epochs=ROTATED).verdict is Verdict.FRESH
    assert typed(NOW, epoch=1, epochs=ROTATED).verdict is Verdict.FRESH
    assert typed(NOW, epoch=0, epochs=ROTATED).verdict is Verdict.STALE
    assert typed(NOW - 2, epoch=1, epochs=ROTATED).verdict is Verdict.UNKNOWN


def test_a_guess_is_compared_with_two_codes_and_no_more() -> None:
    fresh = {
        digits_of(0, step) for step in range(NOW - 20, NOW + 20) if typed(step).verdict == "fresh"
    }
    assert len(fresh) == FRESH_STEPS == 2
    assert STALE_STEPS == 10


@pytest.mark.parametrize(
    ("age", "verdict"),
    [
        (0, Verdict.FRESH),
        (1, Verdict.FRESH),
        (2, Verdict.LATE),
        (2000, Verdict.LATE),
        (-1, Verdict.FROM_FUTURE),
        (-500, Verdict.FROM_FUTURE),
    ],
)
def test_a_qr_is_fresh_then_late_and_never_early(age: int, verdict: Verdict) -> None:
    assert scanned(NOW - age) == Judgement(verdict, NOW - age)


def test_a_qr_from_before_a_rotation_is_late_however_young() -> None:
    assert scanned(NOW - 1, epoch=0, epochs=ROTATED).verdict is Verdict.LATE
    assert scanned(NOW - 1, epoch=1, epochs=ROTATED).verdict is Verdict.FRESH
    assert scanned(NOW, epoch=0, epochs=ROTATED).verdict is Verdict.LATE
    assert scanned(NOW - 2, epoch=1, epochs=ROTATED).verdict is Verdict.UNKNOWN


def test_a_qr_with_another_mac_is_unknown() -> None:
    code = QrCode(door=7, step=NOW, mac="x" * 16)
    assert judge_qr(code, now=NOW, epochs=FIRST, mac_of=mac_of).verdict is Verdict.UNKNOWN


def test_a_cut_off_screen_shows_the_codes_before_a_rotation_for_ten_minutes_more() -> None:
    epochs = (Epoch(0, 0), Epoch(1, 100), Epoch(2, 110))
    assert epochs_during(epochs, 99) == [0]
    assert epochs_during(epochs, 100) == [1, 0]
    assert epochs_during(epochs, 110) == [2, 1, 0]
    assert epochs_during(epochs, 120) == [2, 1, 0]
    assert epochs_during(epochs, 121) == [2, 1]
    assert epochs_during(epochs, 131) == [2]


@pytest.mark.parametrize(
    ("door", "digits"),
    [
        ("", "482913"),
        ("7", ""),
        ("7", "48291"),
        ("7", "4829130"),
        ("7", "４８２９１３"),
        ("٧", "482913"),
        ("7", "482 91"),
        ("-7", "482913"),
        ("7\n", "482913"),
        ("7", "482913\n"),
        ("1234567", "482913"),
        ("7", "48291a"),
    ],
)
def test_only_ascii_digits_are_a_typed_code(door: str, digits: str) -> None:
    assert parse_typed(door, digits) is None


def test_a_door_may_be_typed_with_or_without_its_zero() -> None:
    assert parse_typed("07", "482913") == parse_typed("7", "482913") == TypedCode(7, "482913")


@given(
    door=st.integers(1, 999_999),
    step=st.integers(0, 36**8 - 1),
    mac=st.text("abcXYZ019-_", min_size=16, max_size=16),
)
def test_a_qr_reads_back_as_it_was_written(door: int, step: int, mac: str) -> None:
    code = QrCode(door, step, mac)
    assert parse_qr(qr_fragment(code)) == code


@given(st.text(max_size=60))
def test_any_text_is_a_qr_or_none(text: str) -> None:
    code = parse_qr(text)
    assert code is None or code.step >= 0


@given(st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_a_step_begins_within_thirty_seconds_before(naive: datetime) -> None:
    at = naive.replace(tzinfo=UTC)
    assert timedelta() <= at - start_of(step_of(at)) < timedelta(seconds=30)


def test_a_code_is_late_from_the_end_of_the_next_step() -> None:
    end = start_of(NOW + 2)
    assert late_seconds(NOW, end - timedelta(seconds=10)) == 0
    assert late_seconds(NOW, end) == 0
    assert late_seconds(NOW, end + timedelta(minutes=3)) == 180
    assert age_seconds(NOW, end) == 60


def test_a_code_has_no_age_before_it_begins() -> None:
    begins = start_of(NOW)
    assert age_seconds(NOW, begins) == 0
    assert age_seconds(NOW, begins - timedelta(seconds=5)) == 0
    assert age_seconds(NOW, begins + timedelta(seconds=1)) == 1


def test_a_code_typed_or_scanned_long_after_a_cut_off_screen_showed_it_is_unknown() -> None:
    """A screen that was cut off has ten minutes of codes: a later one of that epoch is invented."""
    held, invented = NOW - 5, NOW - 4
    epochs = (Epoch(0, 0), Epoch(1, held - SCREEN_STEPS))
    assert typed(held, epochs=epochs) == Judgement(Verdict.STALE, held)
    assert scanned(held, epochs=epochs) == Judgement(Verdict.LATE, held)
    assert typed(invented, epochs=epochs) == Judgement(Verdict.UNKNOWN)
    assert scanned(invented, epochs=epochs) == Judgement(Verdict.UNKNOWN)


def test_codes_of_an_epoch_before_it_began_are_unknown() -> None:
    begins_next = (Epoch(0, 0), Epoch(1, NOW + 1))
    assert typed(NOW, epoch=1, epochs=begins_next) == Judgement(Verdict.UNKNOWN)
    assert scanned(NOW, epoch=1, epochs=begins_next) == Judgement(Verdict.UNKNOWN)


ONE, TWO = UUID(int=1), UUID(int=2)


def test_the_step_decides_the_window() -> None:
    at = start_of(NOW) + timedelta(seconds=20)
    spans = [
        WindowSpan(ONE, WindowKind.OPENING, at, at + timedelta(minutes=10)),
        WindowSpan(TWO, WindowKind.CLOSING, at + timedelta(minutes=10), None),
    ]
    assert window_of(spans, NOW - 1) is None
    assert window_of(spans, NOW) == ONE
    assert window_of(spans, NOW + 19) == ONE
    assert window_of(spans, NOW + 20) == TWO
    assert window_of(spans, NOW + 10_000) == TWO
    assert window_of([], NOW) is None


def test_a_window_that_was_closed_ends_with_its_step() -> None:
    at = start_of(NOW)
    span = WindowSpan(ONE, WindowKind.OPENING, at, at + timedelta(seconds=45))
    assert window_of([span], NOW + 1) == ONE
    assert window_of([span], NOW + 2) is None
    assert open_kind([span], at) is None
    second = WindowSpan(TWO, WindowKind.CLOSING, at, None)
    assert open_kind([span, second], at) is WindowKind.CLOSING
    assert open_kind([], at) is None


KEY = CodeKey(UUID(int=5), UUID(int=6), 0)


def test_two_screens_compute_the_same_code_and_nobody_elses() -> None:
    master = bytes(32)
    ours = derivation.digits(master, KEY, NOW)
    others = [
        derivation.digits(master, CodeKey(UUID(int=9), UUID(int=6), 0), NOW),
        derivation.digits(master, CodeKey(UUID(int=5), UUID(int=9), 0), NOW),
        derivation.digits(master, CodeKey(UUID(int=5), UUID(int=6), 1), NOW),
        derivation.digits(bytes(31) + b"1", KEY, NOW),
        derivation.digits(master, KEY, NOW + 1),
    ]
    assert len(ours) == 6
    assert derivation.digits(bytes(32), CodeKey(UUID(int=5), UUID(int=6), 0), NOW) == ours
    assert ours not in others
    assert len(set(others)) == len(others)


def test_a_qr_cannot_be_carried_to_another_door() -> None:
    master = bytes(32)
    assert derivation.qr_mac(master, KEY, 7, NOW) != derivation.qr_mac(master, KEY, 8, NOW)
    assert len(derivation.qr_mac(master, KEY, 7, NOW)) == 16
