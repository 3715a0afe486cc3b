"""What evidence amounts to, and how a member took part in a session (pure).

Sources: protocol, "Evidence → standing" and "Windows"; domain.md, sections 3 and 4.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from api.words import AbsenceReason, Evidence, MarkKind, Presence, Standing, WindowKind

STANDING: Final[dict[Evidence, Standing]] = {
    Evidence.QR: Standing.PRESENT,
    Evidence.DIGITS: Standing.PRESENT,
    Evidence.FIRST: Standing.PRESENT,
    Evidence.CLAIMED: Standing.PENDING,
    Evidence.ASSISTED: Standing.PENDING,
    Evidence.LATE: Standing.PENDING,
    Evidence.STREAM: Standing.PENDING,
    Evidence.CLIENT: Standing.PENDING,
    Evidence.ROSTER: Standing.PRESENT,
    Evidence.PAPER: Standing.PRESENT,
}
"""The standing of each kind of evidence, until better evidence or a person changes it."""

MANUAL_FEWEST: Final = 3
MANUAL_PERCENT: Final = 10

SILENCE: Final = timedelta(minutes=10)
"""How long nobody comes to a point before somebody should ring it."""

CAME: Final = frozenset({Presence.FULL, Presence.LATE, Presence.LEFT_EARLY})
"""Who was there, however long."""


@dataclass(frozen=True, slots=True)
class Span:
    """A window of a session as a roll sees it."""

    window_id: UUID
    kind: WindowKind
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is recorded of a member in one window."""

    window_id: UUID
    standing: Standing


@dataclass(frozen=True, slots=True)
class Written:
    """What a person wrote of a member for the whole session; present until he departed."""

    kind: MarkKind
    reason: AbsenceReason | None = None
    departed_at: datetime | None = None


def standing_of(evidence: Evidence, *, typed_codes_suspended: bool) -> Standing:
    """Tell what a piece of evidence amounts to.

    At a door with too many wrong codes, typed digits wait for the secretary: somebody is guessing.
    """
    if typed_codes_suspended:
        return Standing.PENDING
    return STANDING[evidence]


def rises(held: Standing, offered: Standing, *, is_decided: bool) -> bool:
    """Tell whether new evidence lifts a standing; it never lowers one, nor undoes a person's."""
    return not is_decided and held is Standing.PENDING and offered is Standing.PRESENT


def presence(
    spans: Sequence[Span],
    sightings: Collection[Sighting],
    written: Written | None,
    *,
    voided: Collection[UUID] = (),
    is_reduced: bool = False,
) -> Presence:
    """Tell how a member took part in a session.

    `spans` are its windows in order; rehearsals are left out, and so are those voided where he was
    (`voided`). What a person wrote stands before any evidence. Who was first seen after the opening
    window came late; who missed a later one that has ended left early; one that still goes on is
    missed by nobody. One of reduced duty (giảm) is excused where nothing is known of him
    (`is_reduced`; domain.md, section 4).
    """
    if written is not None and written.kind is MarkKind.ABSENT:
        unexcused = written.reason is AbsenceReason.KL
        return Presence.UNEXCUSED if unexcused else Presence.EXCUSED
    counting = [
        each
        for each in spans
        if each.kind is not WindowKind.REHEARSAL and each.window_id not in voided
    ]
    if written is not None:
        return _until(counting, written.departed_at)
    seen = {each.window_id for each in sightings if each.standing is Standing.PRESENT}
    if seen:
        return _course(counting, seen)
    pending = any(each.standing is Standing.PENDING for each in sightings)
    if pending:
        return Presence.PENDING
    return Presence.EXCUSED if is_reduced else Presence.UNKNOWN


def _until(counting: Sequence[Span], departed_at: datetime | None) -> Presence:
    missed = departed_at is not None and any(each.opened_at >= departed_at for each in counting)
    return Presence.LEFT_EARLY if missed else Presence.FULL


def _course(counting: Sequence[Span], seen: Collection[UUID]) -> Presence:
    if (
        counting
        and counting[0].window_id not in seen
        and any(each.window_id in seen for each in counting)
    ):
        return Presence.LATE
    ended = (each.window_id for each in counting if each.closed_at is not None)
    return Presence.FULL if all(each in seen for each in ended) else Presence.LEFT_EARLY


def needs_countersign(*, manual: int, summoned: int) -> bool:
    """Tell whether what was written and confirmed by hand needs a second person.

    That is above 3, and above 10 % of those summoned.
    """
    return manual > MANUAL_FEWEST and manual * 100 > MANUAL_PERCENT * summoned


@dataclass(frozen=True, slots=True)
class Count:
    """Persons of a session at one place: those expected, those who are there, those who are not.

    Who is there may be of another class; the absent are among those expected.
    """

    expected: int = 0
    present: int = 0
    pending: int = 0
    excused: int = 0
    unexcused: int = 0

    def __add__(self, other: "Count") -> "Count":
        """Take two places together."""
        return Count(
            self.expected + other.expected,
            self.present + other.present,
            self.pending + other.pending,
            self.excused + other.excused,
            self.unexcused + other.unexcused,
        )


def is_silent(
    count: Count, *, opened_at: datetime | None, last_arrived_at: datetime | None, at: datetime
) -> bool:
    """Tell whether a point of an open session (`opened_at`) should have had somebody by now.

    One at which everybody expected is accounted for may be silent for good.
    """
    if opened_at is None:
        return False
    accounted = count.present + count.pending + count.excused + count.unexcused
    if accounted >= count.expected:
        return False
    return at - max(opened_at, last_arrived_at or opened_at) >= SILENCE


@dataclass(frozen=True, slots=True)
class Cell:
    """Persons of one unit who count at one point and are expected at one; null without a point."""

    unit_id: UUID
    point_id: UUID | None
    expected_point_id: UUID | None
    count: Count
