"""What an allocation is about: places, their sessions, and the units convened there (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Option:
    """A session at a place; `taken` seats belong to members whose own place is another.

    One that was opened keeps whom it had (`is_held`): who misses it makes up for it. One that is
    over takes nobody more.
    """

    session_id: UUID
    share: int
    capacity: int | None = None
    taken: int = 0
    is_over: bool = False
    is_held: bool = False

    @property
    def keeps_whom_it_had(self) -> bool:
        """Tell whether nobody who is there goes anywhere else."""
        return self.is_held or self.is_over

    @property
    def is_filled(self) -> bool:
        """Tell whether a proposal may put somebody there."""
        return self.share > 0 and not self.is_over


@dataclass(frozen=True, slots=True)
class Convened:
    """A member to be convened, with his place in the unit's list (tên, họ, đệm)."""

    member_id: UUID
    sort_key: str


@dataclass(frozen=True, slots=True)
class Group:
    """A unit's members who are to be convened at a place."""

    unit_id: UUID
    sort_key: str
    members: tuple[Convened, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Where a member was put before; `is_fixed` where a person chose it."""

    session_id: UUID
    is_fixed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A bridge point, the sessions held there in their order, and the units expected."""

    keeps_units_together: bool
    options: tuple[Option, ...]
    groups: tuple[Group, ...]


def ideal(members: int, option: Option, options: Sequence[Option]) -> Fraction:
    """Tell a session's exact part of a unit's members; 0 where no session has a share."""
    total = sum(each.share for each in options)
    return Fraction(members * option.share, total) if total else Fraction(0)


def largest_remainder(members: int, shares: Sequence[int]) -> list[int]:
    """Divide members by shares so that the parts add up; equal remainders go to the first.

    Without any share nobody gets anything.
    """
    total = sum(shares)
    if not total:
        return [0] * len(shares)
    counts = [members * share // total for share in shares]
    by_remainder = sorted(
        range(len(shares)), key=lambda index: (-(members * shares[index] % total), index)
    )
    for index in by_remainder[: members - sum(counts)]:
        counts[index] += 1
    return counts


def wanted(members: int, options: Sequence[Option]) -> dict[UUID, int]:
    """Tell how many of a unit each session gets by its share; they add up to `members`."""
    counts = largest_remainder(members, [option.share for option in options])
    return {option.session_id: count for option, count in zip(options, counts, strict=True)}
