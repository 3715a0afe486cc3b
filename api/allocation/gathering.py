"""Keeping units together: whole units to sessions, where only capacity binds (pure)."""

from collections.abc import Sequence
from fractions import Fraction

from api.allocation.draft import Draft
from api.allocation.places import Option


def keep_together(drafts: Sequence[Draft], options: Sequence[Option]) -> None:
    """Choose one session for the free members of each unit: where it was, else the emptiest."""
    loads = [option.taken for option in options]
    for draft in drafts:
        for index, count in enumerate(draft.fixed):
            loads[index] += count
    chosen: dict[int, int] = {}
    for place, draft in enumerate(drafts):
        home = _home(draft)
        if home is not None:
            chosen[place] = home
            loads[home] += draft.free
    _make_room(drafts, options, chosen, loads)
    waiting = [place for place in range(len(drafts)) if place not in chosen]
    for place in sorted(waiting, key=lambda each: (-drafts[each].free, each)):
        chosen[place] = _emptiest(options, loads, drafts[place].free)
        loads[chosen[place]] += drafts[place].free
    for place, draft in enumerate(drafts):
        draft.counts[chosen[place]] += draft.free


def _home(draft: Draft) -> int | None:
    """Tell the session where most of a unit was before, if its members still go there."""
    shared = [index for index, option in enumerate(draft.options) if option.is_filled]
    most = max(shared, key=lambda index: (draft.before[index], -index))
    return most if draft.before[most] else None


def _emptiest(options: Sequence[Option], loads: Sequence[int], size: int) -> int:
    """Choose the session that is emptiest for its share among those with room for all `size`.

    Without room anywhere, the one that will be exceeded the least.
    """

    def key(index: int) -> tuple[int, Fraction, int]:
        option = options[index]
        after = loads[index] + size
        excess = max(0, after - option.capacity) if option.capacity is not None else 0
        return (excess, Fraction(after, option.share), index)

    return min((index for index, option in enumerate(options) if option.is_filled), key=key)


def _make_room(
    drafts: Sequence[Draft], options: Sequence[Option], chosen: dict[int, int], loads: list[int]
) -> None:
    """Move whole units out of sessions over their capacity, as few members as possible."""
    for index, option in enumerate(options):
        while option.capacity is not None and loads[index] > option.capacity:
            excess = loads[index] - option.capacity
            moves = []
            for place in (each for each, home in chosen.items() if home == index):
                size = drafts[place].free
                target = _emptiest(options, loads, size)
                capacity = options[target].capacity
                fits = capacity is None or loads[target] + size <= capacity
                if size and target != index and fits:
                    moves.append((size < excess, abs(size - excess), place, target))
            if not moves:
                break
            *_, place, target = min(moves)
            chosen[place] = target
            loads[index] -= drafts[place].free
            loads[target] += drafts[place].free
