"""When a member's request is due, and how it moves on."""

from api.records.rules import MOVES, WAITING
from api.words import DataRequestState


def test_what_is_closed_moves_no_more_and_nothing_is_opened_again() -> None:
    assert set(MOVES) == set(DataRequestState)
    assert {state for state, to in MOVES.items() if to} == WAITING
    assert all(DataRequestState.OPEN not in to for to in MOVES.values())
