"""The checklist's items, and whom a line of an exclusion list means (pure; plan II.1)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from api.kit.text import fold
from api.words import CheckKind, DocumentProfile, Form

_NEW_GUIDANCE = 2026


@dataclass(frozen=True, slots=True)
class PreparationItem:
    """One item of a conference's checklist, for the points of some forms."""

    key: str
    text: str
    kind: CheckKind
    forms: frozenset[Form]


def profile_of_year(year: int) -> DocumentProfile:
    """Tell by which guidance documents of a year are laid out."""
    return DocumentProfile.HD05_2026 if year >= _NEW_GUIDANCE else DocumentProfile.HD36_2018


def read_items(stored: Iterable[Mapping[str, Any]]) -> list[PreparationItem]:
    """Read a checklist as a conference keeps it."""
    return [
        PreparationItem(
            key=each["key"],
            text=each["text"],
            kind=CheckKind(each["kind"]),
            forms=frozenset(Form(form) for form in each["forms"]),
        )
        for each in stored
    ]


def first_double(keys: Iterable[str]) -> str | None:
    """Find the first key that comes a second time."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return None


@dataclass(frozen=True, slots=True)
class ExclusionLine:
    """A line of an exclusion list as the document has it; it names a card, or a person."""

    full_name: str | None = None
    unit_name: str | None = None
    card_number: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A member whom a line may mean.

    `unit_paths` are the unit that counts him and, where that is another, his home unit;
    `unit_name` is the first one's.
    """

    member_id: UUID
    full_name: str
    card_number: str | None
    unit_id: UUID
    unit_name: str
    unit_paths: tuple[str, ...]


class Doubt(StrEnum):
    """Why a line was not matched: nobody fits, several do, or its parts contradict each other."""

    NOBODY = "nobody"
    SEVERAL = "several"
    NAME_DIFFERS = "name_differs"
    CARD_DIFFERS = "card_differs"
    UNIT_UNCLEAR = "unit_unclear"


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a line means, or why that is in doubt and who comes into question."""

    person: Person | None
    doubt: Doubt | None = None
    candidates: tuple[Person, ...] = ()


def match(line: ExclusionLine, people: Sequence[Person], unit_paths: Collection[str]) -> Match:
    """Find whom a line means among `people`; `unit_paths` are the units that bear its unit's name.

    The card number decides, unless the name beside it is another's. Without a card on file the name
    and the unit decide, where exactly one fits; a unit stands for its subtree. A name alone never
    excludes anybody: homonyms are common.
    """
    name = fold(line.full_name or "")
    namesakes = [each for each in people if name and fold(each.full_name) == name]
    if line.card_number:
        holders = [each for each in people if each.card_number == line.card_number]
        if holders:
            agreeing = [each for each in holders if each in namesakes] if name else holders
            return _only(agreeing) or _doubt(Doubt.NAME_DIFFERS, holders)
    if not namesakes:
        return _doubt(Doubt.NOBODY, ())
    here = [each for each in namesakes if _is_below(each, unit_paths)]
    if not here:
        return _doubt(Doubt.UNIT_UNCLEAR, namesakes)
    if not line.card_number:
        return _only(here) or _doubt(Doubt.SEVERAL, here)
    # The card of the line is nobody's here: it can only be his whose card is not on file.
    without_card = [each for each in here if each.card_number is None]
    return _only(without_card) or _doubt(Doubt.CARD_DIFFERS, here)


def _only(fitting: Sequence[Person]) -> Match | None:
    if not fitting:
        return None
    return Match(fitting[0]) if len(fitting) == 1 else _doubt(Doubt.SEVERAL, fitting)


def _doubt(doubt: Doubt, candidates: Sequence[Person]) -> Match:
    return Match(None, doubt, tuple(candidates))


def _is_below(person: Person, unit_paths: Collection[str]) -> bool:
    return any(own.startswith(path) for own in person.unit_paths for path in unit_paths)
