"""Which window a step belongs to where windows go on at one point; when sessions open (pure)."""

from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.codes.rules import STEP_SECONDS, WindowSpan, open_kind, start_of, step_of, window_of
from api.sessions.rules import DUE_FOR, is_due, may_point_open
from api.words import WindowKind

FIRST_STEP = 54_908_000
BEGAN = start_of(FIRST_STEP)
ONE, TWO, THREE = UUID(int=1), UUID(int=2), UUID(int=3)
STARTS = datetime.fromisoformat("2022-03-15T00:30:00Z")
"""07:30 in Bù Đăng."""


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


MORNING = [
    WindowSpan(ONE, WindowKind.OPENING, BEGAN, BEGAN + minutes(20)),
    WindowSpan(TWO, WindowKind.AFTER_BREAK, BEGAN + minutes(30), BEGAN + minutes(40)),
    WindowSpan(THREE, WindowKind.CLOSING, BEGAN + minutes(50), None),
]


def lasting(span: WindowSpan, *, until: datetime | None) -> WindowSpan:
    return WindowSpan(span.window_id, span.kind, span.opened_at, span.closed_at, until)


def test_an_extended_window_takes_the_steps_before_any_later_window() -> None:
    here = [lasting(MORNING[0], until=BEGAN + minutes(35)), *MORNING[1:]]
    assert window_of(here, step_of(BEGAN + minutes(25))) == ONE
    assert window_of(here, step_of(BEGAN + minutes(35))) == ONE
    assert window_of(here, step_of(BEGAN + minutes(35)) + 1) == TWO
    assert open_kind(here, BEGAN + minutes(34)) is WindowKind.OPENING
    assert open_kind(here[:2], BEGAN + minutes(36)) is None
    assert open_kind(here, BEGAN + minutes(36)) is WindowKind.CLOSING


def test_an_extended_window_is_open_through_the_instant_it_goes_on_until() -> None:
    until = BEGAN + minutes(25)
    here = [lasting(MORNING[0], until=until), *MORNING[1:2]]
    assert open_kind(here, until) is WindowKind.OPENING
    assert open_kind(here, until + timedelta(seconds=1)) is None


def test_a_window_that_has_not_ended_needs_no_extension_yet() -> None:
    here = [*MORNING[:2], lasting(MORNING[2], until=BEGAN + minutes(55))]
    assert window_of(here, step_of(BEGAN + minutes(90))) == THREE
    assert open_kind(here, BEGAN + minutes(90)) is WindowKind.CLOSING


def test_an_extension_that_the_windows_own_end_has_passed_changes_nothing() -> None:
    here = [lasting(MORNING[0], until=BEGAN + minutes(10)), *MORNING[1:]]
    assert [window_of(here, step) for step in _steps()] == [
        window_of(MORNING, step) for step in _steps()
    ]


def _steps() -> range:
    return range(FIRST_STEP - 5, FIRST_STEP + 150)


@st.composite
def _mornings(draw: st.DrawFn) -> tuple[list[WindowSpan], list[WindowSpan]]:
    """Draw the windows of a session as they are everywhere, and as some go on at one point."""
    lengths = draw(st.lists(st.integers(0, 900), min_size=2, max_size=8))
    instants, at = [], BEGAN
    for seconds in lengths:
        at += timedelta(seconds=seconds)
        instants.append(at)
    ends = [*instants[1::2], None]
    everywhere = [
        WindowSpan(UUID(int=number), WindowKind.UNANNOUNCED, opened, closed)
        for number, (opened, closed) in enumerate(zip(instants[::2], ends, strict=False), start=1)
    ]
    until = st.none() | st.integers(0, 3_600).map(lambda after: BEGAN + timedelta(seconds=after))
    return everywhere, [lasting(each, until=draw(until)) for each in everywhere]


@given(_mornings())
def test_a_step_belongs_to_the_first_window_that_goes_on_or_to_its_own(
    morning: tuple[list[WindowSpan], list[WindowSpan]],
) -> None:
    everywhere, here = morning
    spans = {span.window_id: span for span in here}
    for step in _steps():
        found = window_of(here, step)
        reaching = [
            span.window_id
            for span in here
            if span.prolonged_until is not None
            and step_of(span.opened_at) <= step <= step_of(span.prolonged_until)
        ]
        assert found == (reaching[0] if reaching else window_of(everywhere, step))
        assert found is None or step_of(spans[found].opened_at) <= step


@given(_mornings())
def test_one_extension_changes_only_the_steps_from_the_windows_end_to_its_own(
    morning: tuple[list[WindowSpan], list[WindowSpan]],
) -> None:
    everywhere, here = morning
    for number, span in enumerate(here):
        alone = [*everywhere[:number], span, *everywhere[number + 1 :]]
        until = span.prolonged_until
        for step in _steps():
            within = (
                until is not None
                and span.closed_at is not None
                and step_of(span.closed_at) <= step <= step_of(until)
            )
            if within:
                assert window_of(alone, step) == span.window_id
            elif window_of(alone, step) != window_of(everywhere, step):
                # Only where it opened within the step in which the one before it ended.
                assert step == step_of(span.opened_at)


@given(_mornings())
def test_windows_hold_one_after_the_other_and_none_comes_back(
    morning: tuple[list[WindowSpan], list[WindowSpan]],
) -> None:
    _, here = morning
    held = [window.int for step in _steps() if (window := window_of(here, step)) is not None]
    assert all(before <= after for before, after in pairwise(held))


@pytest.mark.parametrize(
    ("ahead", "at", "is_expected"),
    [
        (45, STARTS - minutes(45), True),
        (45, STARTS - minutes(45) - timedelta(seconds=1), False),
        (0, STARTS, True),
        (0, STARTS - timedelta(seconds=1), False),
        (45, STARTS + DUE_FOR, True),
        (45, STARTS + DUE_FOR + timedelta(seconds=1), False),
        (None, STARTS, False),
    ],
)
def test_a_session_is_due_from_its_minutes_ahead_until_two_hours_after_its_time(
    ahead: int | None, at: datetime, *, is_expected: bool
) -> None:
    assert is_due(STARTS, ahead, at) is is_expected


def test_a_session_without_a_time_is_never_due_and_opened_by_no_point() -> None:
    assert not is_due(None, 45, STARTS)
    assert not may_point_open(None, STARTS)


def test_a_point_opens_on_the_day_itself_from_two_hours_before() -> None:
    assert may_point_open(STARTS, STARTS - minutes(120))
    assert not may_point_open(STARTS, STARTS - minutes(120) - timedelta(seconds=STEP_SECONDS))
    assert may_point_open(STARTS, STARTS + timedelta(hours=10))
    assert not may_point_open(STARTS, STARTS + timedelta(hours=24))
    at_night = STARTS - timedelta(hours=6, minutes=30)  # 01:00 in Vietnam
    assert not may_point_open(at_night, at_night - minutes(90)), "still the day before"
