"""A plan spread out: every unit, point and session, as a preset's file gives them by rule."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from api.presets.sheet import Item, Share
from api.words import Form, UnitKind


@dataclass(frozen=True, slots=True)
class UnitSpec:
    """A unit with all below it, in the order of the plan."""

    key: str
    name: str
    kind: UnitKind
    bloc: str | None
    children: "tuple[UnitSpec, ...]" = ()


@dataclass(frozen=True, slots=True)
class PointSpec:
    """A bridge point; `host` and `expects` are keys of units."""

    key: str
    name: str
    venue: str
    form: Form
    is_hub: bool
    keeps_units_together: bool
    host: str
    expects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionSpec:
    """A session without a time yet; `share` is the part of each unit's members that it takes."""

    form: Form
    ordinal: int
    title: str
    date_hint: str
    share: Share


@dataclass(frozen=True, slots=True)
class GroupSpec:
    """A group's label, and the keys of the direct units that belong to it with their subtrees."""

    label: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """A whole plan; every other unit stands below `organiser`.

    `valid_from` is the day since which its units are as the plan has them; `blocs` stand in its
    order.
    """

    key: str
    title: str
    note: str | None
    year: int
    quarter: int
    valid_from: date
    plan_number: str | None
    topics: tuple[str, ...]
    regulations: tuple[str, ...]
    blocs: tuple[str, ...]
    report_email: str | None
    organiser: UnitSpec
    points: tuple[PointSpec, ...]
    sessions: tuple[SessionSpec, ...]
    preparation_items: tuple[Item, ...]
    groups: tuple[GroupSpec, ...]


def walk(unit: UnitSpec) -> Iterator[UnitSpec]:
    """Give a unit and all below it, parents first, in the order of the plan."""
    yield unit
    for child in unit.children:
        yield from walk(child)


def contradictions(preset: Preset) -> list[str]:
    """List what a plan says twice, or in two ways; nothing where it is sound."""
    units = [unit.key for unit in walk(preset.organiser)]
    expected = [unit for point in preset.points for unit in point.expects]
    grouped = [unit for group in preset.groups for unit in group.units]
    items = [item.key for item in preset.preparation_items]
    ordinals = [f"{session.form} {session.ordinal}" for session in preset.sessions]
    return [
        *(f"unit key {key!r} comes twice" for key in _twice(units)),
        *(f"point key {key!r} comes twice" for key in _twice(p.key for p in preset.points)),
        *(f"session {ordinal} comes twice" for ordinal in _twice(ordinals)),
        *(f"unit {key!r} is expected at two points" for key in _twice(expected)),
        *(f"unit {key!r} belongs to two groups" for key in _twice(grouped)),
        *(f"preparation item {key!r} comes twice" for key in _twice(items)),
        *(f"the shares of {form} make {whole}, not 1" for form, whole in _not_whole(preset)),
        *(
            f"point {point.key!r} has the unknown host {point.host!r}"
            for point in preset.points
            if point.host not in units
        ),
    ]


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def _not_whole(preset: Preset) -> list[tuple[Form, Fraction]]:
    """Find the forms whose sessions do not take every member of a unit once."""
    shares: dict[Form, Fraction] = {}
    for session in preset.sessions:
        shares[session.form] = shares.get(session.form, Fraction(0)) + Fraction(session.share)
    return [(form, whole) for form, whole in shares.items() if whole != 1]
