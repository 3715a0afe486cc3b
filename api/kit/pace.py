"""How long what waits for a worker of lists will take, judged by the lists it has done lately.

Such a worker takes up everything that waits as one list (the committer: one transaction). A list
costs something to begin and a little for each of its members, so "how many a second" is not one
number: five hundred lists of one take a second, and so do two lists of five thousand. Both costs
are therefore kept apart, by least squares over the last lists. Pure: it is told how long they took.
"""

import math

_KEPT = 0.95  # of the weight of a list, when one more is done: some twenty lists are remembered
_HALF_LIFE = 1.0  # seconds of work after which half is forgotten, however few lists they were

# Where all lists had nearly one length, nothing is learnt of what a longer one costs: what was
# known before is believed, at first ten thousand a second (measured: shared figures), as if two
# lists twenty apart had said so.
_BELIEVED_EACH = 1 / 10_000
_BELIEF = 20.0**2

# What lists of so many take beyond this is believed to be for their members, until lists of other
# lengths say otherwise: so fewer are let in, and what a shorter list costs is found out.
_LONGEST_BEGINNING = 0.1
_MANY = 20

_FEWEST = 8  # may always wait: of so few nothing can be learnt, and lists of one cost the most


class Pace:
    """Least squares with forgetting: seconds of a list = beginning + each × number.

    `most` is what one list takes up at the most.
    """

    def __init__(self, most: int = 500) -> None:
        self._most = most
        self._weight = 0.0
        self._number = 0.0  # the mean of the lists' lengths
        self._seconds = 0.0  # the mean of what they took
        self._spread = 0.0  # weighted sums of squares and products about the means
        self._product = 0.0
        self.each = _BELIEVED_EACH
        """What one more member of a list costs, in seconds."""
        self.beginning = 0.0
        """What a list costs whatever its length, in seconds."""

    def note(self, number: int, seconds: float) -> None:
        """Note that a list of `number` took `seconds`."""
        kept = _KEPT * 0.5 ** (seconds / _HALF_LIFE)
        self._weight = self._weight * kept + 1
        by_number, by_seconds = number - self._number, seconds - self._seconds
        self._number += by_number / self._weight
        self._seconds += by_seconds / self._weight
        self._spread = self._spread * kept + by_number * (number - self._number)
        self._product = self._product * kept + by_number * (seconds - self._seconds)
        # Where lists say nothing of it, what longer ones said before still holds.
        beyond = self._seconds - _LONGEST_BEGINNING if self._number >= _MANY else 0.0
        product = self._product + _BELIEF * max(self.each, beyond / self._number)
        each = product / (self._spread + _BELIEF)
        self.each = max(0.0, min(each, self._seconds / self._number))
        self.beginning = max(0.0, self._seconds - self.each * self._number)

    def wait(self, waiting: int, *, under_way: float = 0.0) -> float:
        """Estimate the seconds until all of `waiting` are done.

        Those of the list under way count among them; `under_way` is how long it has taken already,
        for a list that does not end says more than all that did. Behind nobody there is no wait:
        so one is always let in, and the estimate cannot stay wrong for want of lists.
        """
        if waiting <= 0:
            return 0.0
        lists = math.ceil(waiting / self._most)
        return max(lists * self.beginning + waiting * self.each, under_way)

    def at_once(self, patience: float) -> int:
        """Tell how many may wait for the next list however long the last ones took.

        What a list costs to begin is paid for one as for hundreds. Were it alone longer than the
        patience, as on a machine that is merely busy, to refuse the hundreds would make nobody's
        wait shorter. So as many are let in as cost half the patience besides: who came last then
        waits for two lists of that length, and their beginnings.
        """
        each = max(self.each, patience / 2 / self._most)
        return max(_FEWEST, int(patience / 2 / each))

    def lets_in(
        self, queued: int, *, begun: int = 0, under_way: float = 0.0, patience: float
    ) -> bool:
        """Tell whether one more may wait, where some are queued and some are being done."""
        if queued < self.at_once(patience):
            return True
        return self.wait(queued + begun, under_way=under_way) <= patience
