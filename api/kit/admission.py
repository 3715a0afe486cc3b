"""Who begins now, who waits for a place, and who is asked to come back.

A room has places, and those who ask for one are of several classes, first to last. Each class has
places that are kept for it, so that none starves, and a most, so that none fills the room. Whoever
finds no place waits a little: the first class is let in first, and within a class whoever came
first. Whoever waited long enough is turned away, and so is at once whoever finds too many of his
class waiting: to let him wait would change nothing but cost.

`Room` is the rule: pure, told what time it is. `Gate` is the same for coroutines.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Share:
    """What one class may hold: `kept` places are its own, and it never takes more than `most`.

    `patience` is how many seconds it waits, where that is not what the others wait.
    """

    kept: int
    most: int
    patience: float | None = None


class Standing(Enum):
    """What has become of who asked."""

    IN = "in"
    WAITS = "waits"
    OUT = "out"


@dataclass(slots=True, eq=False)
class Place:
    """One who asked: of which class, until when he waits, and what has become of him."""

    kind: int
    until: float
    standing: Standing


class Room:
    """The places of a process, and who waits for one; every instant is a number of seconds."""

    def __init__(
        self, places: int, shares: Sequence[Share], *, patience: float, most_waiting: int
    ) -> None:
        """Take the classes first to last; `most_waiting` is of one class.

        Raises: ValueError where more places are kept than there are, or a class has none.
        """
        if sum(share.kept for share in shares) > places:
            raise ValueError("more places are kept than there are")
        if any(not 1 <= share.kept <= share.most for share in shares):
            raise ValueError("a class needs a place of its own")
        self._places = places
        self._shares = tuple(shares)
        self._patience = patience
        self._most_waiting = most_waiting
        self._taken = [0] * len(shares)
        self._waiting: list[deque[Place]] = [deque() for _ in shares]

    def ask(self, kind: int, now: float) -> Place:
        """Ask for a place: one is let in, waits, or is turned away."""
        queue = self._waiting[kind]
        own = self._shares[kind].patience
        patience = self._patience if own is None else own
        place = Place(kind, now + patience, Standing.OUT)
        if not queue and self._fits(kind):
            self._let_in(place)
        elif len(queue) < self._most_waiting:
            place.standing = Standing.WAITS
            queue.append(place)
        return place

    def leave(self, place: Place, now: float) -> list[Place]:
        """Give a place back, or wait no longer for one; answers whose waiting has ended by it."""
        before, place.standing = place.standing, Standing.OUT
        if before is Standing.WAITS:
            self._waiting[place.kind].remove(place)
            return []
        if before is Standing.OUT:
            return []
        self._taken[place.kind] -= 1
        return self.expire(now) + self._fill()

    def expire(self, now: float) -> list[Place]:
        """Turn away who has waited long enough; answers them."""
        overdue = []
        for queue in self._waiting:
            while queue and queue[0].until <= now:
                place = queue.popleft()
                place.standing = Standing.OUT
                overdue.append(place)
        return overdue

    def _fill(self) -> list[Place]:
        filled = []
        for kind, queue in enumerate(self._waiting):
            while queue and self._fits(kind):
                place = queue.popleft()
                self._let_in(place)
                filled.append(place)
        return filled

    def _let_in(self, place: Place) -> None:
        place.standing = Standing.IN
        self._taken[place.kind] += 1

    def _fits(self, kind: int) -> bool:
        """Tell whether a class may take one more, with what is kept for the others left to them."""
        if self._taken[kind] >= self._shares[kind].most:
            return False
        spoken_for = sum(
            taken if other == kind else max(taken, share.kept)
            for other, (taken, share) in enumerate(zip(self._taken, self._shares, strict=True))
        )
        return spoken_for < self._places


class Gate:
    """A room at whose door coroutines wait; `now` counts the seconds of its event loop."""

    def __init__(self, room: Room, *, now: Callable[[], float] | None = None) -> None:
        self._room = room
        self._now = now or (lambda: asyncio.get_running_loop().time())
        self._ended: dict[Place, asyncio.Future[None]] = {}

    async def enter(self, kind: int) -> Place | None:
        """Wait for a place; None where one is to come back later. Whoever is in has to leave."""
        now = self._now()
        place = self._room.ask(kind, now)
        if place.standing is Standing.WAITS:
            loop = asyncio.get_running_loop()
            self._ended[place] = ended = loop.create_future()
            timer = loop.call_later(place.until - now, self.expire)
            try:
                await ended
            except asyncio.CancelledError:
                self.leave(place)  # it may have been let in at this very moment
                raise
            finally:
                timer.cancel()
                self._ended.pop(place, None)
        return place if place.standing is Standing.IN else None

    def leave(self, place: Place) -> None:
        """Give the place back; to give it back twice does nothing."""
        self._tell(self._room.leave(place, self._now()))

    def expire(self) -> None:
        """Turn away who has waited long enough."""
        self._tell(self._room.expire(self._now()))

    def _tell(self, places: Sequence[Place]) -> None:
        for place in places:
            ended = self._ended.get(place)
            if ended is not None and not ended.done():
                ended.set_result(None)
