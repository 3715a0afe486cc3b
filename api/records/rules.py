"""When a member's request must be answered and done, and how it moves on (pure).

Law 91/2025/QH15: an answer in 2 working days, done in 10.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from api.words import DataRequestState

ANSWER_WITHIN: Final = 2
DONE_WITHIN: Final = 10
OPEN_AT_ONCE: Final = 5
"""Requests of one member that may wait at the same time."""

VIEWS_SHOWN: Final = 50

WAITING: Final = frozenset({DataRequestState.OPEN, DataRequestState.ANSWERED})
"""Where a request still waits for something."""

MOVES: Final[Mapping[DataRequestState, frozenset[DataRequestState]]] = {
    DataRequestState.OPEN: frozenset(
        {DataRequestState.ANSWERED, DataRequestState.DONE, DataRequestState.DECLINED}
    ),
    DataRequestState.ANSWERED: frozenset(
        {DataRequestState.ANSWERED, DataRequestState.DONE, DataRequestState.DECLINED}
    ),
    DataRequestState.DONE: frozenset(),
    DataRequestState.DECLINED: frozenset(),
}
"""From where to where a request moves; an answer may be written again until it is done."""


def is_overdue(
    state: DataRequestState, *, answer_due_on: date, done_due_on: date, today: date
) -> bool:
    """Tell whether an answer, or the end of a request, is owed since yesterday or longer."""
    if state is DataRequestState.OPEN:
        return today > answer_due_on
    return state in WAITING and today > done_due_on
