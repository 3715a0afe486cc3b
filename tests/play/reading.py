"""The papers of a summary read back: every number of them computed anew, none left over.

It reads what a reader has: the exported attendance (the CSV, and the sheet of the halls), the tree
of units, the classes, and where the reports stand. Nothing of the program computes here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.recomputed import Line, Place, figures

Counts = Callable[[Place], bool]
CODES = ("OM", "CT", "NV", "TS", "VR", "XA", "HT", "KT", "KH", "KL", "reduced", "cancelled")
CHANGING = "convened present excused unexcused pending unknown made_up retold".split()
FORMS = {"line": "Trực tuyến bằng đường truyền", "meet": "Qua ứng dụng Google Meet"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the tree, as deep below the organiser as `depth` tells."""

    id: str
    name: str
    depth: int
    bloc: str


@dataclass(frozen=True, slots=True)
class Session:
    """A class."""

    id: str
    title: str
    form: str
    state: str
    day: str | None
    reason: str | None

    @property
    def is_held(self) -> bool:
        return self.state in {"open", "closed", "locked"}


@dataclass(frozen=True, slots=True)
class Hall:
    """What was counted of a unit in a class."""

    place: Place
    guests: int
    heads: int | None


@dataclass(frozen=True, slots=True)
class Raised:
    """What a unit right below the top wrote in its report; None where it wrote of nothing."""

    unit: str
    incidents: str | None
    proposals: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, computed anew."""

    name: str
    numbers: Mapping[str, Any]
    depth: int = 0
    bloc: str = ""
    state: str | None = None
    is_held: bool = True
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader with the export and the tree before him."""

    lines: Sequence[Line]
    earlier: Sequence[Line]
    """What was exported when the conference was closed, before its addendum."""
    closed_on: str
    points: int
    halls: Sequence[Hall]
    units: Sequence[Unit]
    sessions: Sequence[Session]
    states: Mapping[str, str]
    titles: Sequence[str]
    """Texts that may hold digits: names of the conference, its classes and its units."""
    incidents: Sequence[tuple[str, str]]
    raised: Sequence[Raised]

    def row(self, name: str, counts: Counts, **more: Any) -> Row:
        """Compute a row of all that counts."""
        here = [each for each in self.halls if counts(each.place)]
        heads = [each.heads for each in here if each.heads is not None]
        numbers = figures(self.lines, counts)
        numbers |= {
            "guests": sum(each.guests for each in here),
            "heads": sum(heads) if heads else None,
            "open": numbers["pending"] + numbers["unknown"],
            "absent": numbers["excused"] + numbers["unexcused"],
            "missed": numbers["convened"] - numbers["present"],
        }
        numbers["to_make_up"] = numbers["missed"] - numbers["made_up"] - numbers["retold"]
        numbers |= {code: numbers["reasons"].get(code, 0) for code in CODES}
        return Row(name, numbers, **more)

    @property
    def total(self) -> Row:
        return self.row("Tổng cộng", lambda _: True)

    def blocs(self) -> dict[str, Row]:
        names = {each[key] for each in self.lines for key in ("bloc", "home_bloc")}
        return {
            name: self.row(name, lambda place, name=name: place.bloc == name)  # type: ignore[misc]
            for name in names
        }

    def forms(self) -> list[Row]:
        found = []
        for form, name in FORMS.items():
            ids = {each.id for each in self.sessions if each.form == form}
            found.append(self.row(name, lambda place, ids=ids: place.session in ids))  # type: ignore[misc]
        return self._with_the_rest(found)

    def classes(self) -> list[Row]:
        found = [
            self.row(
                each.title,
                lambda place, each=each: place.session == each.id,  # type: ignore[misc]
                is_held=each.is_held,
                is_cancelled=each.state == "cancelled",
            )
            for each in self.sessions
        ]
        return self._with_the_rest(found)

    def _with_the_rest(self, rows: list[Row]) -> list[Row]:
        rest = self.row("Không phân lớp (miễn, không triệu tập)", lambda place: not place.session)
        return [*rows, rest] if rest.numbers["members"] or rest.numbers["convened"] else rows

    def tree(self) -> list[Row]:
        return [
            self.row(
                each.name,
                lambda place, each=each: each.id in place.path,  # type: ignore[misc]
                depth=each.depth,
                bloc=each.bloc,
                state=self.states.get(each.id),
            )
            for each in self.units
        ]

    def unreported(self) -> list[Row]:
        return [
            each
            for each in self.tree()
            if each.depth == 1
            and each.numbers["convened"]
            and each.state not in {"submitted", "accepted"}
        ]

    def held(self) -> Iterator[tuple[str, int, int]]:
        for form, name in FORMS.items():
            of_form = [each for each in self.sessions if each.form == form]
            yield name, sum(each.is_held for each in of_form), len(of_form)

    def changes(self) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
        """Tell what is otherwise than when the conference was closed, the total first."""
        before = replace(self, lines=self.earlier)
        for was, row in zip(
            [before.total, *before.tree()], [self.total, *self.tree()], strict=True
        ):
            found = [
                (key, was.numbers[key], row.numbers[key])
                for key in CHANGING
                if was.numbers[key] != row.numbers[key]
            ]
            if found:
                yield row.name, found
