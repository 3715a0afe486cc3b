"""For what a person counts: in which unit, in which class, in which column (pure)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from api.reports.rules import PRESENT, REASON, Day, Person, Tally
from api.words import MakeUpKind


def counted(person: Person) -> Iterator[tuple[UUID, UUID | None, str]]:
    """Tell the unit, the class and the column of everything for which a person counts."""
    home, unit, own = person.home_unit_id, person.unit_id, person.session_id
    if person.in_a:
        yield home, own, "members"
        if home != unit:
            yield home, own, "away"
            yield unit, own, "here"
        if person.beside is not None:
            yield unit, own, person.beside.value
    if person.in_b:
        yield unit, own, "convened"
        yield from ((unit, own, column) for column in _of_day(person))
    seen = person.visits
    if not person.in_b and person.came_session_id is not None:
        yield unit, person.came_session_id, "extra"
        seen = tuple(each for each in seen if each != person.came_session_id)
    yield from ((unit, session_id, "from_elsewhere") for session_id in seen)


def _of_day(person: Person) -> Iterator[str]:
    if person.day is None:
        return
    yield person.day.value
    if person.why is not None:
        yield REASON + person.why
    if person.day in PRESENT - {Day.ON_DUTY}:
        yield "by_hand" if person.is_by_hand else "by_code"
        if person.is_by_hand and not person.is_countersigned:
            yield "not_countersigned"
    if person.made_up is not None:
        yield "made_up" if person.made_up is MakeUpKind.SESSION else "retold"


def likeness(person: Person) -> tuple[object, ...]:
    """Tell what makes persons count alike: all that `counted` reads."""
    return (
        person.home_unit_id,
        person.unit_id,
        person.session_id,
        person.in_a,
        person.in_b,
        person.beside,
        person.day,
        person.why,
        person.is_by_hand,
        person.is_countersigned,
        person.made_up,
        person.came_session_id if not person.in_b else None,
        person.visits,
    )


class Count:
    """Counts persons by unit and class; those who count alike are summed up at once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._first: dict[tuple[object, ...], Person] = {}

    def add(self, person: Person) -> None:
        """Count a person."""
        alike = likeness(person)
        number = self._numbers.get(alike, 0)
        if not number:
            self._first[alike] = person
        self._numbers[alike] = number + 1

    def columns(self) -> Mapping[tuple[UUID, UUID | None], Counter[str]]:
        """Give the columns by unit and class; the class is null for who has none."""
        counts: dict[tuple[UUID, UUID | None], Counter[str]] = {}
        for alike, number in self._numbers.items():
            for unit_id, session_id, column in counted(self._first[alike]):
                counts.setdefault((unit_id, session_id), Counter())[column] += number
        return counts


def tally(persons: Iterable[Person]) -> dict[tuple[UUID, UUID | None], Tally]:
    """Sum persons by unit and class; the class is null for who has none."""
    count = Count()
    for person in persons:
        count.add(person)
    return {key: Tally.of(each) for key, each in count.columns().items()}
