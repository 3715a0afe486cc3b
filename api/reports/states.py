"""How a report moves, which version handing it in makes, and when it is due (pure)."""

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from api.kit.dates import VIETNAM, day_of
from api.words import ReportState, VersionKind

_DRAFT, _SUBMITTED = ReportState.DRAFT, ReportState.SUBMITTED
_RETURNED, _ACCEPTED = ReportState.RETURNED, ReportState.ACCEPTED


QUICK_GRACE: Final = timedelta(minutes=30)
"""How long after its class closes a quick report is not late."""


class Move(StrEnum):
    """What a person does to a report."""

    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"


MOVES: Final[dict[tuple[ReportState, Move], ReportState]] = {
    (_DRAFT, Move.SUBMIT): _SUBMITTED,
    (_RETURNED, Move.SUBMIT): _SUBMITTED,
    (_SUBMITTED, Move.SUBMIT): _SUBMITTED,
    (_ACCEPTED, Move.SUBMIT): _SUBMITTED,
    (_SUBMITTED, Move.RETURN): _RETURNED,
    (_ACCEPTED, Move.RETURN): _RETURNED,
    (_SUBMITTED, Move.ACCEPT): _ACCEPTED,
}
"""Every move of a report; what is not here is refused.

An addendum to an accepted report is submitted again: nobody has accepted what it says now."""

CHANGEABLE: Final = frozenset({_DRAFT, _RETURNED})
"""The states in which the writer's texts may be changed, and the figures are live."""

HANDED_IN: Final = frozenset({_SUBMITTED, _ACCEPTED})
"""The states of a report that its unit owes no more."""

_NAMES: Final = {
    _DRAFT: ("còn là bản nháp", "is still a draft"),
    _SUBMITTED: ("đã gửi", "was submitted"),
    _RETURNED: ("đã trả lại để làm lại", "was returned"),
    _ACCEPTED: ("đã được chấp nhận", "was accepted"),
}


def moved(state: ReportState, move: Move) -> ReportState | None:
    """Tell where a move leads; None where it is not allowed."""
    return MOVES.get((state, move))


def version_kind(state: ReportState, *, interim: bool) -> VersionKind | None:
    """Tell which version handing a report in makes; None where that is not allowed.

    An interim one only while the report is being written.
    """
    if state in CHANGEABLE:
        return VersionKind.INTERIM if interim else VersionKind.FINAL
    return None if interim else VersionKind.ADDENDUM


def named(state: ReportState) -> tuple[str, str]:
    """Say in Vietnamese and in English how a report stands."""
    return _NAMES[state]


def end_of_day(at: datetime) -> datetime:
    """Tell the instant at which the day of `at` ends in Vietnam."""
    following = day_of(at) + timedelta(days=1)
    return datetime.combine(following, time.min, VIETNAM).astimezone(UTC)


def is_late(
    state: ReportState | None,
    *,
    due_at: datetime | None,
    handed_in_at: datetime | None,
    at: datetime,
) -> bool:
    """Tell whether a report came after it was due, or has not come although it was.

    Without a due instant nothing is late: a class of the unit is still to come.
    """
    if due_at is None:
        return False
    if state in HANDED_IN and handed_in_at is not None:
        return handed_in_at > due_at
    return at > due_at
