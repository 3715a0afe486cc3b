"""A unit on its way to sessions: first how many each session gets, then who (pure)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from uuid import UUID

from api.allocation.places import Group, Held, Option, ideal


class Draft:
    """How many of a unit go to each session, by the index of the session at its place.

    `fixed` cannot be moved, `before` were there until now, `counts` is what is being decided. It is
    by hand where a person fixed a seat of the unit: its numbers are that person's then.
    """

    def __init__(self, group: Group, options: Sequence[Option], held: Mapping[UUID, Held]) -> None:
        place_of = {option.session_id: index for index, option in enumerate(options)}
        self.options = options
        self.members = sorted(group.members, key=lambda each: (each.sort_key, each.member_id))
        self.size = len(self.members)
        self.fixed = [0] * len(options)
        self.before = [0] * len(options)
        self.seats: dict[UUID, int] = {}
        self.chosen: set[UUID] = set()
        self.is_by_hand = False
        for member in self.members:
            found = held.get(member.member_id)
            index = place_of.get(found.session_id) if found else None
            if found is None or index is None:
                continue  # a newcomer, or his session is no more
            self.before[index] += 1
            self.seats[member.member_id] = index
            self.is_by_hand |= found.is_fixed
            if found.is_fixed or options[index].keeps_whom_it_had:
                self.fixed[index] += 1
                self.chosen.add(member.member_id)
        self.counts = list(self.fixed)

    def surplus(self, index: int) -> Fraction:
        """Tell by how much a session has more of the unit than its share."""
        return self.counts[index] - ideal(self.size, self.options[index], self.options)

    def assigned(self) -> dict[UUID, UUID]:
        """Name each member's session: who was there before stays, the others fill up in order."""
        room = list(self.counts)
        seats = {}
        for stays in (self.chosen, self.seats.keys() - self.chosen):
            for member in self.members:
                index = self.seats.get(member.member_id)
                if member.member_id in stays and index is not None and room[index] > 0:
                    seats[member.member_id] = index
                    room[index] -= 1
        free = iter([index for index, seats_left in enumerate(room) for _ in range(seats_left)])
        for member in self.members:
            if member.member_id not in seats:
                index = next(free, None)
                if index is not None:
                    seats[member.member_id] = index
        return {
            member.member_id: self.options[seats[member.member_id]].session_id
            for member in self.members
            if member.member_id in seats
        }

    @property
    def free(self) -> int:
        """Tell how many members nobody has fixed."""
        return self.size - sum(self.fixed)
