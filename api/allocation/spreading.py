"""Spreading each unit over the sessions by their shares, with the fewest moves (pure)."""

import heapq
from collections.abc import Sequence
from fractions import Fraction

from api.allocation.draft import Draft
from api.allocation.places import Option, ideal, largest_remainder


def spread(drafts: Sequence[Draft], options: Sequence[Option]) -> None:
    """Choose how many of each unit go to each session."""
    binds = _capacity_binds(drafts, options)
    for draft in drafts:
        _share_out(draft, keep_all=binds or draft.is_by_hand)
    if any(option.capacity is not None for option in options):
        _relieve(drafts, options)


def _capacity_binds(drafts: Sequence[Draft], options: Sequence[Option]) -> bool:
    """Tell whether the shares alone would exceed a capacity."""
    if all(option.capacity is None for option in options):
        return False
    loads = [option.taken for option in options]
    for draft in drafts:
        for index, count in enumerate(_by_share(draft.size, options)):
            loads[index] += count
    return any(
        option.capacity is not None and load > option.capacity
        for option, load in zip(options, loads, strict=True)
    )


def _by_share(members: int, options: Sequence[Option]) -> list[int]:
    return largest_remainder(
        members, [option.share if option.is_filled else 0 for option in options]
    )


def _share_out(draft: Draft, *, keep_all: bool) -> None:
    """Divide one unit: by largest remainder at first, then with the fewest moves.

    A session keeps whom it had up to one above its share, newcomers go where most are missing, and
    members move only to a session that would be more than one short. With `keep_all` nobody moves
    for the sake of the ratio, since a capacity has broken it already, or a person who decided so.
    """
    if not any(draft.before):
        draft.counts = _by_share(draft.size, draft.options)
        return
    for index, option in enumerate(draft.options):
        if option.is_filled:
            most = int(ideal(draft.size, option, draft.options) + 1)
            kept = draft.before[index] if keep_all else min(draft.before[index], most)
            draft.counts[index] = max(draft.fixed[index], kept)
    shared = [index for index, option in enumerate(draft.options) if option.is_filled]
    while sum(draft.counts) < draft.size:
        draft.counts[min(shared, key=lambda index: (draft.surplus(index), index))] += 1
    while not keep_all:
        short = min(shared, key=lambda index: (draft.surplus(index), index))
        givers = [index for index in shared if draft.counts[index] > draft.fixed[index]]
        if draft.surplus(short) >= -1 or not givers:
            return
        giver = max(givers, key=lambda index: (draft.surplus(index), index))
        if draft.surplus(giver) <= 0:
            return
        draft.counts[giver] -= 1
        draft.counts[short] += 1


def _relieve(drafts: Sequence[Draft], options: Sequence[Option]) -> None:
    """Move members out of sessions over their capacity while another has room.

    First those who were not there before, then of the unit with most above its share: so a full
    hall is everybody's burden, and nobody is moved twice.
    """
    loads = [
        option.taken + sum(draft.counts[index] for draft in drafts)
        for index, option in enumerate(options)
    ]

    def has_room(index: int) -> bool:
        capacity = options[index].capacity
        return options[index].is_filled and (capacity is None or loads[index] < capacity)

    for index, option in enumerate(options):
        if option.capacity is None or loads[index] <= option.capacity:
            continue
        queue = [(_rank(draft, index), place) for place, draft in enumerate(drafts)]
        heapq.heapify(queue)
        while queue and loads[index] > option.capacity:
            _, place = heapq.heappop(queue)
            draft = drafts[place]
            targets = [each for each in range(len(options)) if each != index and has_room(each)]
            if not targets:
                break
            if draft.counts[index] <= draft.fixed[index]:
                continue
            target = min((_appeal(draft, each), loads[each], each) for each in targets)[-1]
            draft.counts[index] -= 1
            draft.counts[target] += 1
            loads[index] -= 1
            loads[target] += 1
            heapq.heappush(queue, (_rank(draft, index), place))


def _rank(draft: Draft, index: int) -> tuple[bool, Fraction]:
    """Rank a unit among those that may give up a seat; the lowest goes first."""
    return (draft.counts[index] <= draft.before[index], -draft.surplus(index))


def _appeal(draft: Draft, index: int) -> tuple[bool, Fraction]:
    """Rank a session for a unit that must move somebody there; the lowest is chosen."""
    return (draft.counts[index] >= draft.before[index], draft.surplus(index))
