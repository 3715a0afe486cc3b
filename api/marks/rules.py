"""Row numbers as people type them, and what may be marked when (pure).

Sources: domain.md, section 5 ("1-7, 9, 12"); protocol, "Windows" and "Evidence → standing".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from api.kit.text import nfc
from api.words import AbsenceReason, Evidence, MarkKind, SessionState

MOST_PERSONS: Final = 500
LARGEST_NUMBER: Final = 9_999
MOST_SHEETS: Final = 60
"""Photographed pages of a unit in one session."""

_APART: Final = re.compile(r"[ ,;&+]+(?:(?:và|va) )? *|(?:và|va) *")
_TO: Final = r"(?:-+>?|[‐‑‒–—−→~…]|\.{2,3}|đến|den|tới|toi)"
_BEFORE_NUMBER: Final = r"(?:(?:từ|tu|số|so|dòng|dong|stt) *)*"
_ROWS: Final = re.compile(rf"{_BEFORE_NUMBER}([0-9]+)(?: *{_TO} *{_BEFORE_NUMBER}([0-9]+))?")
_PIECE: Final = re.compile(r".+?(?=[,;]| [0-9]|$)")


class SkipCode(StrEnum):
    """Why somebody was not marked."""

    ROW_UNKNOWN = "row_unknown"
    ROW_STRUCK = "row_struck"
    NOT_IN_UNIT = "not_in_unit"
    OWN_ATTENDANCE = "own_attendance"
    NAMED_TWICE = "named_twice"


class RowsMalformed(ValueError):
    """A list of row numbers that cannot be read; `piece` is what is wrong with it."""

    def __init__(self, piece: str) -> None:
        super().__init__(piece)
        self.piece = piece


class TooManyPersons(ValueError):
    """More than may be marked at once."""


def row_numbers(text: str) -> tuple[int, ...]:
    """Read row numbers as people write them: each once, in the order of the text.

    "1-7, 9, 12", and also "1–7; 9 và 12", "từ 7 đến 1", "1 2 3", over several lines.

    Raises: RowsMalformed, TooManyPersons.
    """
    rest = nfc(text).casefold().strip(" ,;.")
    numbers: dict[int, None] = {}
    place = 0
    while not numbers or place < len(rest):
        found = _ROWS.match(rest, place)
        apart = _APART.match(rest, found.end()) if found else None
        if found is None or (apart is None and found.end() < len(rest)):
            piece = _PIECE.match(rest, place)
            raise RowsMalformed(piece[0][:20] if piece else "")
        first, last = sorted(_number(each) for each in (found[1], found[2] or found[1]))
        if len(numbers) + last - first >= 2 * MOST_PERSONS:
            raise TooManyPersons
        numbers.update(dict.fromkeys(range(first, last + 1)))
        place = apart.end() if apart else found.end()
    if len(numbers) > MOST_PERSONS:
        raise TooManyPersons
    return tuple(numbers)


def _number(digits: str) -> int:
    if len(digits) > len(str(LARGEST_NUMBER)) or not 1 <= int(digits) <= LARGEST_NUMBER:
        raise RowsMalformed(digits[:20])
    return int(digits)


class Refusal(StrEnum):
    """Why a session takes no mark."""

    LOCKED = "locked"
    STATE = "state"


_BEFORE: Final = frozenset({SessionState.PLANNED})
_DURING: Final = frozenset({SessionState.OPEN, SessionState.CLOSED})


def refusal(
    state: SessionState, kinds: Iterable[MarkKind], *, has_paper: bool = False
) -> Refusal | None:
    """Tell why a session takes no marks of these kinds; None where it does.

    Absences are known beforehand; who was present only once it opened. After the lock a page of the
    paper must stand beside what is added.
    """
    if state is SessionState.LOCKED:
        return None if has_paper else Refusal.LOCKED
    if state in _DURING or (state in _BEFORE and set(kinds) <= {MarkKind.ABSENT}):
        return None
    return Refusal.STATE


def evidence_of(kind: MarkKind, *, has_paper: bool) -> Evidence | None:
    """Tell by what a member who is marked was seen: ticked on the roster, or copied from paper."""
    if kind is MarkKind.ABSENT:
        return None
    return Evidence.PAPER if has_paper else Evidence.ROSTER


def reason_fits(kind: MarkKind, reason: AbsenceReason | None, *, has_note: bool) -> bool:
    """Tell whether an absence has its reason, another reason (KH) its note, and presence none."""
    if kind is MarkKind.PRESENT:
        return reason is None
    return reason is not None and (reason is not AbsenceReason.KH or has_note)


def departure_fits(
    kind: MarkKind, departed_at: datetime | None, *, opened_at: datetime | None, at: datetime
) -> bool:
    """Tell whether somebody may have departed then: after the opening, and not in the future."""
    if departed_at is None:
        return True
    if kind is MarkKind.ABSENT or opened_at is None:
        return False
    return opened_at < departed_at <= at


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a unit's list."""

    unit_id: UUID
    number: int


@dataclass(frozen=True, slots=True)
class Person:
    """A member as he is to be marked.

    `unit_id` counts him in this session: the one that his attendance was recorded for, else the one
    that counts him on the day; None where none does.
    """

    member_id: UUID
    full_name: str
    unit_id: UUID | None
    unit_path: str | None


@dataclass(frozen=True, slots=True)
class Wish:
    """One person of one request: by row or by id, and the first of its marks that says the same."""

    mark: int
    row: Row | None = None
    member_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Somebody who is not marked, and why."""

    wish: Wish
    code: SkipCode


@dataclass(frozen=True, slots=True)
class Sorted:
    """The wishes that hold, with the person of each, and the others."""

    chosen: tuple[tuple[Wish, Person], ...]
    skipped: tuple[Skip, ...]


def sort_out(
    wishes: Sequence[Wish],
    rows: Mapping[Row, UUID],
    persons: Mapping[UUID, Person],
    *,
    unit_path: str,
    maker_member_id: UUID | None,
) -> Sorted:
    """Tell whom each wish means, and which cannot be done.

    A row whose member another unit counts by now is struck, whatever the paper says. Who is named
    in two different marks of one request is not marked at all: nobody can know which was meant.
    """
    chosen: dict[UUID, tuple[Wish, Person]] = {}
    marks: dict[UUID, set[int]] = {}
    skipped: list[Skip] = []
    for wish in wishes:
        member_id = rows.get(wish.row) if wish.row else wish.member_id
        person = persons.get(member_id) if member_id else None
        code = _amiss(wish, person, unit_path=unit_path, maker_member_id=maker_member_id)
        if code is not None:
            skipped.append(Skip(wish, code))
        elif person is not None:
            chosen.setdefault(person.member_id, (wish, person))
            marks.setdefault(person.member_id, set()).add(wish.mark)
    contradicted = {member_id for member_id, named in marks.items() if len(named) > 1}
    skipped += [
        Skip(chosen[each][0], SkipCode.NAMED_TWICE) for each in chosen if each in contradicted
    ]
    kept = tuple(pair for each, pair in chosen.items() if each not in contradicted)
    return Sorted(kept, tuple(skipped))


def _amiss(
    wish: Wish, person: Person | None, *, unit_path: str, maker_member_id: UUID | None
) -> SkipCode | None:
    if person is None:
        return SkipCode.ROW_UNKNOWN if wish.row else SkipCode.NOT_IN_UNIT
    if wish.row is not None and person.unit_id != wish.row.unit_id:
        return SkipCode.ROW_STRUCK
    if person.unit_path is None or not person.unit_path.startswith(unit_path):
        return SkipCode.NOT_IN_UNIT
    return SkipCode.OWN_ATTENDANCE if person.member_id == maker_member_id else None
