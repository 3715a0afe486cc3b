"""Row numbers that never change, and the fingerprint of a printed list (pure)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from api.words import Form, MemberStatus

CODE_LENGTH: Final = 6
_SPARE_LINES: Final = 5
_FEWEST_LINES: Final = 20


class Mark(StrEnum):
    """What a list says beside a name."""

    PROBATIONARY = "probationary"
    REDUCED = "reduced"
    EXEMPT = "exempt"
    SUSPENDED = "suspended"
    EXCLUDED = "excluded"
    STAYS_HERE = "stays_here"
    STAYS_ELSEWHERE = "stays_elsewhere"
    WENT_HOME = "went_home"
    TRANSFERRED = "transferred"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Present:
    """A member whom the unit counts now."""

    member_id: UUID
    sort_key: str


@dataclass(frozen=True, slots=True)
class Held:
    """A row that the unit's list has already."""

    number: int
    member_id: UUID
    is_struck: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What brings a unit's list up to date; rows are never removed and never renumbered."""

    add: tuple[tuple[int, UUID], ...] = ()
    strike: tuple[UUID, ...] = ()
    unstrike: tuple[UUID, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to change."""
        return bool(self.add or self.strike or self.unstrike)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which list: a session's or the whole, of one point or all, of a unit's subtree.

    `unit_id` is null where the list is of all units; `unit_path` is the organiser's then.
    """

    conference_id: UUID
    unit_path: str
    unit_id: UUID | None = None
    session_id: UUID | None = None
    bridge_point_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list, with what is printed of it."""

    unit_id: UUID
    unit_name: str
    unit_sort_key: str
    number: int
    member_id: UUID
    full_name: str
    card_number: str | None
    is_struck: bool
    marks: tuple[Mark, ...]
    session_id: UUID | None
    form: Form | None
    ordinal: int | None
    bridge_point_id: UUID | None


@dataclass(frozen=True, slots=True)
class Venue:
    """A point of a session, and how many are to come to it."""

    id: UUID
    name: str
    venue: str
    coming: int


def bring_up_to_date(held: Iterable[Held], present: Iterable[Present]) -> Changes:
    """Give newcomers the next numbers in tên order; strike who is gone, unstrike who came back."""
    rows = {each.member_id: each for each in held}
    now = {each.member_id: each for each in present}
    following = max((each.number for each in rows.values()), default=0) + 1
    new = sorted(
        (each for each in now.values() if each.member_id not in rows),
        key=lambda each: (each.sort_key, each.member_id),
    )
    gone = {each.member_id for each in rows.values() if not each.is_struck} - set(now)
    back = {each.member_id for each in rows.values() if each.is_struck} & set(now)
    return Changes(
        add=tuple((number, each.member_id) for number, each in enumerate(new, following)),
        strike=tuple(sorted(gone)),
        unstrike=tuple(sorted(back)),
    )


_OF_STATUS: Final = {
    MemberStatus.PROBATIONARY: Mark.PROBATIONARY,
    MemberStatus.REDUCED: Mark.REDUCED,
    MemberStatus.EXEMPT: Mark.EXEMPT,
    MemberStatus.SUSPENDED: Mark.SUSPENDED,
}


def marks_of(
    status: MemberStatus,
    *,
    unit_id: UUID,
    home_id: UUID,
    is_struck: bool,
    is_excluded: bool,
    has_gone_home: bool = False,
) -> tuple[Mark, ...]:
    """Tell what a unit's list says beside a name; of who is gone only how he went."""
    if is_struck:
        if status is MemberStatus.LEFT:
            return (Mark.LEFT,)
        if home_id == unit_id:
            return (Mark.STAYS_ELSEWHERE,)
        return (Mark.WENT_HOME if has_gone_home else Mark.TRANSFERRED,)
    found = [_OF_STATUS[status]] if status in _OF_STATUS else []
    if is_excluded:
        found.append(Mark.EXCLUDED)
    if home_id != unit_id:
        found.append(Mark.STAYS_HERE)
    return tuple(found)


def goes_home(unit_id: UUID, transfers: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether somebody who is gone was a unit's guest, who went home or whose time was up.

    `transfers` are a member's, the oldest first: `kind`, and what his `unit_id` and his
    `temporary_unit_id` were and became.
    """
    unit, home = str(unit_id), False
    for each in transfers:
        stay = each["changes"].get("temporary_unit_id", {})
        if stay.get("after") == unit:
            home = True
        elif stay.get("before") == unit:
            home = each["kind"] == "return"
        elif each["changes"].get("unit_id", {}).get("before") == unit:
            home = False
    return home


def fingerprint(rows: Iterable[Row]) -> str:
    """Digest what a list says; the same list in any order has the same."""
    lines = sorted(
        [
            str(row.unit_id),
            row.number,
            str(row.member_id),
            row.full_name,
            row.is_struck,
            [mark.value for mark in row.marks],
            str(row.session_id),
        ]
        for row in rows
    )
    return hashlib.sha256(json.dumps(lines, ensure_ascii=True).encode()).hexdigest()


def lines_to_sign(coming: int) -> int:
    """Tell how many lines a blank sheet has: room for all, some more, and never a short page."""
    return max(_FEWEST_LINES, coming + _SPARE_LINES)


def spaced(code: str) -> str:
    """Write a roster code as it stands on paper: "K7M2QX" gives "K7M-2QX"."""
    half = CODE_LENGTH // 2
    return f"{code[:half]}-{code[half:]}"
