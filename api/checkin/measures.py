"""What is counted of check-ins: once a list, so that it costs an arrival next to nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import prometheus_client

from api.checkin.exchange import WrongCode
from api.kit.errors import Problem
from api.kit.metrics import counter, histogram
from api.words import Evidence, Standing

CHECK_INS: Final = "check_in"
CODES: Final = "code"

_SIZES: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)

_recorded = counter(
    "check_ins_total", "Check-ins recorded, by what proves them.", ["evidence", "standing"]
)
_repeated = counter("check_ins_repeated_total", "Check-ins that were recorded before, sent again.")
_refused = counter("refusals_total", "Check-ins and codes refused, by why.", ["step", "code"])
_tickets = counter("tickets_total", "Codes exchanged for a ticket.")
_failed = counter(
    "commits_unknown_total", "Lists that the database failed, or nobody knows.", ["step"]
)
_turned_away = counter("turned_away_total", "Steps of phones asked to come back before a look.")
_sizes = histogram("list_size", "How many one transaction takes up.", _SIZES, ["step"])
_took = histogram("list_seconds", "How long a list takes, commit included.", _SECONDS, ["step"])
_waited = histogram(
    "list_wait_seconds", "How long the first of a list waited for it.", _SECONDS, ["step"]
)
# Made once: to look a label up costs more than to count.
_of_step = {
    step: (_sizes.labels(step), _took.labels(step), _waited.labels(step))
    for step in (CHECK_INS, CODES)
}


def recorded(worths: Mapping[tuple[Evidence, Standing], int], answers: Iterable[object]) -> None:
    """Count what a list of check-ins has written, and why some were refused."""
    for (evidence, standing), number in worths.items():
        _recorded_as(evidence, standing).inc(number)
    repeated = _refusals(CHECK_INS, answers) - sum(worths.values())
    if repeated > 0:
        _repeated.inc(repeated)


@cache
def _recorded_as(evidence: Evidence, standing: Standing) -> prometheus_client.Counter:
    return _recorded.labels(evidence.value, standing.value)


def exchanged(answers: Iterable[bytes | WrongCode]) -> None:
    """Count what a list of codes was answered: a ticket, or what is wrong."""
    told = [each.problem if isinstance(each, WrongCode) else each for each in answers]
    _tickets.inc(_refusals(CODES, told))


def settled(step: str, number: int, seconds: float) -> None:
    """Count a list that is done."""
    size, took, _ = _of_step[step]
    size.observe(number)
    took.observe(seconds)


def waited(step: str, seconds: float) -> None:
    """Count how long the first of a list waited for it."""
    _, _, waiting = _of_step[step]
    waiting.observe(seconds)


def failed(step: str) -> None:
    """Count a list that the database failed, or may have."""
    _failed.labels(step).inc()


def turned_away(number: int) -> None:
    """Count who was asked to come back."""
    _turned_away.inc(number)


def _refusals(step: str, answers: Iterable[object]) -> int:
    """Count refusals by their code; gives how many are none."""
    others = 0
    codes: Counter[str] = Counter()
    for answer in answers:
        if isinstance(answer, Problem):
            codes[answer.fault.code] += 1
        else:
            others += 1
    for code, number in codes.items():
        _refused.labels(step, code).inc(number)
    return others
