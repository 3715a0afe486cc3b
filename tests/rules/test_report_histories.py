"""Whatever happened at a conference, its figures agree at every level."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.attendance.rules import CAME, Sighting, Span, Written
from api.kit.dates import day_of
from api.members.rules import Placement
from api.reports.counting import counted, tally
from api.reports.days import Entry, Sitting, person
from api.reports.rules import PRESENT, Beside, Day, Person, Tally, problems
from api.reports.standing import Enrolled, Standing, standing_of
from api.rolls.rules import Facts, judging
from api.words import (
    AbsenceReason,
    Evidence,
    MakeUpKind,
    MarkKind,
    MemberStatus,
    SessionState,
    WindowKind,
)
from api.words import Standing as Seen

MORNING = datetime(2022, 3, 14, 0, 30, tzinfo=UTC)
CELL, OTHER, COMMUNE = UUID(int=11), UUID(int=12), UUID(int=10)
HELD = SessionState.CLOSED


def _sitting(number: int, state: SessionState = HELD, *, after: float = 0) -> Sitting:
    """Make a class of four hours that opened so many hours after the first morning."""
    opened_at = MORNING + timedelta(hours=after)
    if state not in {SessionState.OPEN, HELD, SessionState.LOCKED}:
        return Sitting(UUID(int=number), state, None, None)
    closed_at = None if state is SessionState.OPEN else opened_at + timedelta(hours=4)
    return Sitting(UUID(int=number), state, opened_at, closed_at)


UNITS = [COMMUNE, CELL, OTHER, UUID(int=13), UUID(int=20), UUID(int=21)]
PARENTS = {CELL: COMMUNE, OTHER: COMMUNE, UUID(int=13): CELL, UUID(int=21): UUID(int=20)}
BLOCS = {unit_id: place % 2 for place, unit_id in enumerate(UNITS)}
WINDOWS = [
    Span(UUID(int=70 + place), kind, MORNING, MORNING)
    for place, kind in enumerate([WindowKind.OPENING, WindowKind.AFTER_BREAK, WindowKind.CLOSING])
]


@dataclass(frozen=True)
class History:
    """What happened to one member."""

    member: Standing
    entries: dict[UUID, Entry]
    is_on_duty: bool
    is_retold: bool


@st.composite
def _facts(draw: st.DrawFn, member: Standing, sitting: Sitting) -> Entry:
    is_expected = member.in_b and member.session_id == sitting.id
    seen = draw(st.lists(st.sampled_from(list(Seen)), max_size=3))
    written = None
    reason = None
    if draw(st.booleans()):
        reason = draw(st.sampled_from([None, *AbsenceReason]))
        written = Written(MarkKind.ABSENT if reason else MarkKind.PRESENT, reason)
    facts = Facts(
        member.member_id,
        member.unit_id,
        None,
        is_expected,
        frozenset(
            Sighting(each.window_id, standing)
            for each, standing in zip(WINDOWS, seen, strict=False)
        ),
        written,
        is_reduced=member.is_reduced and is_expected,
    )
    by_hand = draw(st.booleans())
    return Entry(
        member.unit_id,
        None,
        is_expected,
        judging(WINDOWS, {})(facts).presence,
        reason,
        draw(st.sampled_from([None, *Evidence])),
        is_by_hand=by_hand,
        is_countersigned=by_hand and draw(st.booleans()),
    )


@st.composite
def _histories(draw: st.DrawFn) -> tuple[list[Sitting], list[History]]:
    states = draw(st.lists(st.sampled_from(list(SessionState)), min_size=1, max_size=4))
    sittings = [
        _sitting(number, state, after=draw(st.sampled_from([0, 0.5, 24, 48])))
        for number, state in enumerate(states, start=1)
    ]
    sittings.sort(key=lambda each: (each.opened_at is None, each.opened_at or MORNING))
    found = []
    for number in range(draw(st.integers(0, 12))):
        away = draw(st.sampled_from([None, None, *UNITS]))
        home = draw(st.sampled_from(UNITS))
        listed = [(MORNING, None)] if draw(st.integers(0, 5)) == 0 else []
        seat = draw(st.sampled_from([None, *(each.id for each in sittings)]))
        member = standing_of(
            Enrolled(
                UUID(int=1000 + number),
                draw(st.sampled_from(list(MemberStatus))),
                Placement(home, away if away != home else None, None),
                MORNING,
                listed,
            ),
            on=day_of(MORNING),
            locked_at=None,
            session_id=seat,
        )
        entries = {
            each.id: draw(_facts(member, each))
            for each in sittings
            if each.is_held and draw(st.booleans())
        }
        found.append(
            History(member, entries, draw(st.integers(0, 5)) == 0, draw(st.integers(0, 3)) == 0)
        )
    return sittings, found


def _persons(sittings: list[Sitting], histories: list[History]) -> list[Person]:
    return [
        person(
            each.member,
            each.entries,
            sittings,
            is_on_duty=each.is_on_duty,
            is_retold=each.is_retold,
        )
        for each in histories
    ]


def _agrees(found: Tally) -> None:
    beside = found.exempt + found.suspended + found.excluded
    assert found.members - beside - found.away + found.here == found.convened
    assert found.convened == found.present + found.pending + found.absent + found.unknown
    assert sum(found.reasons.values()) == found.absent
    assert found.by_code + found.by_hand == found.present - found.on_duty
    assert found.not_countersigned <= found.by_hand
    assert found.made_up + found.retold <= found.convened - found.present
    is_open = bool(found.pending or found.unknown)
    assert [each.code for each in problems(found)] == ["unaccounted"] * is_open


@given(_histories())
def test_any_history_gives_figures_that_agree_at_every_level(
    history: tuple[list[Sitting], list[History]],
) -> None:
    persons = _persons(*history)
    cells = tally(persons)
    groups: dict[object, Tally] = {}
    for (unit_id, session_id), found in cells.items():
        _agrees(found)
        above: UUID | None = unit_id
        while above is not None:
            groups["tree", above] = groups.get(("tree", above), Tally()) + found
            groups["tree", above, session_id] = (
                groups.get(("tree", above, session_id), Tally()) + found
            )
            above = PARENTS.get(above)
        for group in (("class", session_id), ("bloc", BLOCS[unit_id]), "all"):
            groups[group] = groups.get(group, Tally()) + found
    for found in groups.values():
        _agrees(found)
    total = groups.get("all", Tally())
    assert total == sum((groups[each] for each in groups if each[0] == "class"), Tally())  # type: ignore[index]
    assert total == sum((groups[each] for each in groups if each[0] == "bloc"), Tally())  # type: ignore[index]
    assert total.away == total.here
    assert total.members == sum(each.in_a for each in persons)
    assert total.convened == sum(each.in_b for each in persons)
    assert total.extra == sum(each.came_beside for each in persons)
    came = sum(entry.presence in CAME for each in history[1] for entry in each.entries.values())
    assert total.there == came


@given(_histories())
def test_any_member_counts_in_one_unit_and_stands_in_one_column_of_it(
    history: tuple[list[Sitting], list[History]],
) -> None:
    days = {each.value for each in Day}
    besides = {each.value for each in Beside}
    for each in _persons(*history):
        columns = [column for _, _, column in counted(each)]
        assert len([column for column in columns if column in days | besides]) == int(each.in_a)
        assert columns.count("convened") == int(each.in_b)
        assert (each.day is not None) is each.in_b
        assert (each.came_session_id is not None) is (
            each.came_beside or each.day in PRESENT - {Day.ON_DUTY}
        )


@given(_histories(), st.data())
def test_what_happens_in_later_classes_changes_no_figure_of_the_day(
    history: tuple[list[Sitting], list[History]], data: st.DataObject
) -> None:
    sittings, histories = history
    later = Sitting(
        UUID(int=99), HELD, MORNING + timedelta(days=9), MORNING + timedelta(days=9, hours=4)
    )
    for each, before in zip(histories, _persons(sittings, histories), strict=True):
        own = next((one for one in sittings if one.id == each.member.session_id), None)
        if own is None or not own.is_held:
            continue
        made = {**each.entries, later.id: data.draw(_facts(each.member, later))}
        (after,) = _persons([*sittings, later], [replace(each, entries=made)])
        assert (after.day, after.reason, after.came_session_id) == (
            before.day,
            before.reason,
            before.came_session_id if before.in_b else after.came_session_id,
        )
        if made[later.id].presence in CAME and before.in_b and not before.is_present:
            assert after.made_up is MakeUpKind.SESSION
