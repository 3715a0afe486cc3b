"""Figures that always agree: each person once, however they are summed (pure; domain.md, 4)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from api.words import AbsenceReason, Evidence, MakeUpKind, MemberStatus

REDUCED: Final = "reduced"
"""The key of `Tally.reasons` for those of reduced duty (giảm), whom nobody gave a reason."""

CANCELLED: Final = "cancelled"
"""The key of `Tally.reasons` for those of a cancelled class who were put into no other."""

REASON: Final = "reason:"
"""What the column of a reason begins with, as `counting` names it."""


class Beside(StrEnum):
    """Why one who is counted by a unit is not to be convened."""

    EXEMPT = "exempt"
    SUSPENDED = "suspended"
    EXCLUDED = "excluded"


class Day(StrEnum):
    """How one of B stands on the day itself; the first five are present."""

    FULL = "full"
    LATE = "late"
    LEFT_EARLY = "left_early"
    OTHER_SESSION = "other_session"
    ON_DUTY = "on_duty"
    PENDING = "pending"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    UNKNOWN = "unknown"


PRESENT: Final = frozenset({Day.FULL, Day.LATE, Day.LEFT_EARLY, Day.OTHER_SESSION, Day.ON_DUTY})


@dataclass(frozen=True, slots=True)
class Person:
    """One member in one conference, once.

    `in_a`: of the total of `home_unit_id`. `unit_id` is where he counts; another than his home
    where he is for a time. `in_b`: to be convened; else `beside` tells why, null for who is not
    even in A (he left, or came from outside and is only seen). `session_id` and `point_id` are his
    own class and where he is or is expected; null where he has none. `day` is null where he is not
    of B. `came_session_id` is the class that `day` speaks of, or in which one beside B was first
    there; `evidence`, `is_by_hand` and `is_countersigned` are of that very presence. `visits` are
    the classes other than his own in which he was there; of one who serves, his own too.
    """

    member_id: UUID
    home_unit_id: UUID
    unit_id: UUID
    status: MemberStatus
    in_a: bool
    in_b: bool
    beside: Beside | None = None
    is_reduced: bool = False
    session_id: UUID | None = None
    point_id: UUID | None = None
    day: Day | None = None
    reason: AbsenceReason | None = None
    came_session_id: UUID | None = None
    evidence: Evidence | None = None
    is_by_hand: bool = False
    is_countersigned: bool = False
    made_up: MakeUpKind | None = None
    made_up_session_id: UUID | None = None
    visits: tuple[UUID, ...] = ()

    @property
    def why(self) -> str | None:
        """Tell by which key of `Tally.reasons` he is absent; None where he is not.

        Without a code he is excused by what nobody has to write: his duty is reduced, or his class
        was cancelled.
        """
        if self.day not in {Day.EXCUSED, Day.UNEXCUSED}:
            return None
        if self.reason is not None:
            return self.reason.value
        return REDUCED if self.is_reduced else CANCELLED

    @property
    def is_present(self) -> bool:
        """Tell whether he counts as present."""
        return self.day in PRESENT

    @property
    def came_beside(self) -> bool:
        """Tell whether he was there although he is not of B ("dự thêm")."""
        return not self.in_b and self.came_session_id is not None


@dataclass(frozen=True, slots=True)
class Tally:
    """Where some units stand in some classes: A, how it comes to B, and what became of B.

    `reasons` splits the excused and the unexcused by code, and `reduced` and `cancelled` without
    one. `by_code` and `by_hand` split those who came (present but on duty); `not_countersigned` is
    of `by_hand`. `from_elsewhere` counts, class by class, who was there and is of another
    class, or serves; `extra` who was there and is not of B, once. `made_up` and `retold` are
    beside the figures of the day.
    """

    members: int = 0
    exempt: int = 0
    suspended: int = 0
    excluded: int = 0
    away: int = 0
    here: int = 0
    convened: int = 0
    full: int = 0
    late: int = 0
    left_early: int = 0
    other_session: int = 0
    on_duty: int = 0
    pending: int = 0
    excused: int = 0
    unexcused: int = 0
    unknown: int = 0
    by_code: int = 0
    by_hand: int = 0
    not_countersigned: int = 0
    from_elsewhere: int = 0
    extra: int = 0
    made_up: int = 0
    retold: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> "Tally":
        """Make a tally of what was counted by column, as `counting.counted` names them."""
        reasons = {
            column.removeprefix(REASON): number
            for column, number in sorted(counts.items())
            if column.startswith(REASON)
        }
        columns = {
            column: number for column, number in counts.items() if not column.startswith(REASON)
        }
        return cls(**columns, reasons=reasons)

    @property
    def present(self) -> int:
        """Those of B who count as present."""
        return self.full + self.late + self.left_early + self.other_session + self.on_duty

    @property
    def absent(self) -> int:
        """Those of B who are absent, with a reason or without."""
        return self.excused + self.unexcused

    @property
    def still_open(self) -> int:
        """Those of B of whom nothing is settled: who waits, and of whom nothing is known."""
        return self.pending + self.unknown

    @property
    def there(self) -> int:
        """Everybody recorded as there, class by class; those on duty need no record."""
        return self.full + self.late + self.left_early + self.from_elsewhere + self.extra

    @property
    def unaccounted(self) -> int:
        """Those of B who are neither present nor absent."""
        return self.convened - self.present - self.absent

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return self != Tally()

    def __add__(self, other: "Tally") -> "Tally":
        """Take two together."""
        reasons = Counter(self.reasons)
        reasons.update(other.reasons)
        numbers = {
            each.name: getattr(self, each.name) + getattr(other, each.name)
            for each in fields(self)
            if each.name != "reasons"
        }
        return Tally(**numbers, reasons=dict(sorted(reasons.items())))


@dataclass(frozen=True, slots=True)
class Broken:
    """An identity that does not hold, in words; `missing` is how many are lacking."""

    code: str
    sentence: str
    missing: int


def rate(part: int, whole: int) -> Fraction | None:
    """Tell what part of a whole is; None where the whole is nothing, printed as "–"."""
    return Fraction(part, whole) if whole else None


def too_few_heads(heads: int, *, there: int, guests: int) -> str | None:
    """Say that a hall counted fewer persons than are recorded there; more may be other units'."""
    lacking = there + guests - heads
    if lacking <= 0:
        return None
    beside = f" và {guests} khách" if guests else ""
    return f"điểm cầu đếm được {heads} người, kém {lacking} so với {there} đồng chí có mặt{beside}"


def problems(found: Tally) -> list[Broken]:
    """Name what keeps figures from being submitted; nothing where they agree and are complete."""
    broken = []
    counted_here = found.members - found.away + found.here
    beside = found.exempt + found.suspended + found.excluded
    if counted_here - beside != found.convened:
        missing = counted_here - beside - found.convened
        sentence = (
            f"{found.members} − {found.away} + {found.here} − {beside} ≠ {found.convened},"
            f" lệch {abs(missing)} đồng chí so với số phải triệu tập"
        )
        broken.append(Broken("convened", sentence, missing))
    coded = sum(found.reasons.values())
    if coded != found.absent:
        sentence = (
            f"{found.excused} + {found.unexcused} ≠ {coded},"
            f" lệch {abs(found.absent - coded)} đồng chí so với bảng lý do vắng"
        )
        broken.append(Broken("reasons", sentence, found.absent - coded))
    if found.unaccounted < found.still_open:
        over = found.still_open - found.unaccounted
        sentence = (
            f"{found.present} + {found.absent} + {found.still_open} ≠ {found.convened},"
            f" thừa {over} đồng chí so với số phải triệu tập"
        )
        broken.append(Broken("parts", sentence, -over))
    elif found.unaccounted:
        broken.append(_unaccounted(found))
    return broken


def _unaccounted(found: Tally) -> Broken:
    parts = (
        (found.pending, "chờ xác nhận"),
        (found.unaccounted - found.pending, "chưa có thông tin"),
    )
    left = " và ".join(f"{number} đồng chí {word}" for number, word in parts if number)
    lacking = f"{found.present} + {found.absent} ≠ {found.convened}, còn {left}"
    return Broken("unaccounted", lacking, found.unaccounted)
