"""A million guesses at sixty open doors: what the protocol's arithmetic says, and what happens.

Real codes: each guess is judged by `judge_typed` against its own door alone, as the server does it.
The limits of a door are applied by their own bounds; those of phones are not, since whoever guesses
drops his cookie each time.
"""

import random
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from api.checkin.exchange import DOOR_PER_MINUTE, DOOR_PER_SESSION
from api.codes import derivation
from api.codes.derivation import CodeKey
from api.codes.rules import FRESH_STEPS, Epoch, Verdict, judge_typed
from bench import report

GUESSES: Final = 1_000_000
DOORS: Final = 60
SEED: Final = 20220316
_MASTER: Final = bytes(range(32))
_SESSION: Final = UUID(int=7)
_STEP: Final = 54_000_000
_GUESSES_A_STEP: Final = 500
"""At each door: a thousand a minute."""
_MOST_BY_CHANCE: Final = 9
"""Two are expected; more than nine come in fewer than one run of 20,000 (Poisson)."""


@dataclass(frozen=True, slots=True)
class Guessed:
    """What came of the guesses."""

    matched: int
    counted: int
    judged_before_stop: int


def section() -> str:
    """Guess, and write the section."""
    found = guess()
    expected = GUESSES * FRESH_STEPS / 10**6
    before_stop = found.judged_before_stop * FRESH_STEPS / 10**6
    if found.matched > _MOST_BY_CHANCE:
        raise AssertionError(f"{found.matched} guesses matched where {expected:.1f} should")
    lines = [
        f"| matched a fresh code of its own door | {expected:.2f} | {found.matched} |",
        f"| of them counted as present: before the door's limit | {before_stop:.3f} "
        f"| {found.counted} |",
    ]
    about = (
        f"{GUESSES:,} guesses of six digits, spread over {DOORS} open doors, {_GUESSES_A_STEP} at "
        f"each door and step, each judged against its own door by `api/codes/rules.py` (seed "
        f"{SEED}). A door stops to count typed codes at {DOOR_PER_SESSION} wrong ones, or at "
        f"{DOOR_PER_MINUTE.attempts} in a minute: from then on even a right guess waits for the "
        "secretary. By the arithmetic of the protocol a guess matches with 2 in 1,000,000: 12,000 "
        "at one door accept 0.024."
    )
    return f"{about}\n\n{report.table('| | expected | happened |', lines)}"


def guess() -> Guessed:
    """Let the guesser try; the same guesses each time."""
    dice = random.Random(SEED)  # a reproducible guesser
    epochs = (Epoch(0, 0),)
    matched = counted = before_stop = 0
    keys = [CodeKey(_SESSION, UUID(int=door), 0) for door in range(1, DOORS + 1)]
    wrong = dict.fromkeys(keys, 0)
    left, step = GUESSES, _STEP
    while left:
        for key in keys:
            first_wrong = wrong[key]

            def digits_of(epoch: int, at: int, key: CodeKey = key) -> str:  # noqa: ARG001
                return derivation.digits(_MASTER, key, at)

            for _ in range(min(_GUESSES_A_STEP, left)):
                left -= 1
                stopped = (
                    wrong[key] >= DOOR_PER_SESSION
                    or wrong[key] - first_wrong >= DOOR_PER_MINUTE.attempts
                    or first_wrong >= DOOR_PER_MINUTE.attempts
                )
                before_stop += not stopped
                guessed = f"{dice.randrange(10**6):06d}"
                judged = judge_typed(guessed, now=step, epochs=epochs, digits_of=digits_of)
                if judged.verdict is Verdict.FRESH:
                    matched += 1
                    counted += not stopped
                else:
                    wrong[key] += 1
        step += 1
    return Guessed(matched, counted, before_stop)
