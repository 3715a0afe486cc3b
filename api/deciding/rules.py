"""What a person's tap does to an attendance and to a phone, and who a typed name may be (pure).

Sources: protocol, "Who" and "Evidence → standing". A suggestion is a help to the secretary's eye;
it decides nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final
from uuid import UUID

from api.kit.text import fold, name_sort_key
from api.members.rules import last4
from api.words import Evidence, Standing

MOST_SUGGESTIONS: Final = 5

_SAME_WORDS, _BY_CARD_ALONE, _BY_GIVEN_NAME, _FEWEST = 90, 45, 45, 40
_MARKS, _SWAPPED, _MISSING, _MISSING_MORE, _TYPO = 4, 10, 12, 8, 18
_LAST4_FITS, _LAST4_DIFFERS, _OTHER_UNIT = 10, 20, 8
_SHORT_WORD = 4


class Verdict(Enum):
    """What becomes of an attendance that somebody decides on."""

    DECIDE = auto()
    NOTHING = auto()
    OWN = auto()
    DECIDED = auto()


class PhoneStep(Enum):
    """What becomes of the phone behind an attendance that somebody vouches for."""

    BIND = auto()
    CONFIRM = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Held:
    """An attendance as whoever decides finds it."""

    id: UUID
    member_id: UUID
    window_id: UUID
    standing: Standing
    evidence: Evidence
    device_id: UUID
    first_arrived_at: datetime
    decided_at: datetime | None
    decision_reason: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a phone and a member, seen from both sides."""

    phone_holder_id: UUID | None
    member_has_phone: bool
    is_confirmed: bool
    was_taken_away: bool
    is_claimed_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A member whom a typed name may mean, in the unit that counts him."""

    member_id: UUID
    unit_id: UUID
    unit_name: str
    full_name: str
    card_number: str | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A member whom a typed name may mean, and how likely it seems: 100 at most."""

    known: Known
    last4_fits: bool | None
    score: int


def on_confirming(held: Held, *, own_member_id: UUID | None) -> Verdict:
    """Tell what confirming does; twice is once, and what is present needs nobody."""
    if held.member_id == own_member_id:
        return Verdict.OWN
    if held.standing is Standing.REJECTED:
        return Verdict.DECIDED
    return Verdict.DECIDE if held.standing is Standing.PENDING else Verdict.NOTHING


def on_rejecting(held: Held, *, own_member_id: UUID | None) -> Verdict:
    """Tell what rejecting does; whom a person confirmed is corrected, and not rejected."""
    if held.member_id == own_member_id:
        return Verdict.OWN
    if held.standing is Standing.REJECTED:
        return Verdict.NOTHING
    return Verdict.DECIDE if held.decided_at is None else Verdict.DECIDED


def on_correcting(
    held: Held, standing: Standing, reason: str, *, own_member_id: UUID | None
) -> Verdict:
    """Tell what correcting does: it stands over every decision but the very same."""
    if held.member_id == own_member_id:
        return Verdict.OWN
    if held.standing is standing and (held.decided_at is None or held.decision_reason == reason):
        return Verdict.NOTHING
    return Verdict.DECIDE


def is_vouched_for(held: Held) -> bool:
    """Tell whether confirming this attendance also says that its phone is the member's own.

    Not what came from another's phone, late, from the stream or from a program.
    """
    return held.evidence in {Evidence.CLAIMED, Evidence.FIRST}


def may_bind(held: Held) -> bool:
    """Tell whether its phone may become the member's by it, and not only be confirmed."""
    return is_vouched_for(held) and held.standing is Standing.PENDING


def phone_step(line: Line, member_id: UUID, *, binds: bool) -> PhoneStep:
    """Tell what vouching does: it binds where both are free, and confirms what is his already.

    A phone that a person took from this member, or that he lost since it was used, needs a slip;
    so does one beside which another phone says to be his. One that is his for the time being stays
    so while another claims him: the secretary may still confirm it by itself, looking at it.
    """
    if line.phone_holder_id == member_id:
        settled = line.is_confirmed or line.is_claimed_elsewhere
        return PhoneStep.NOTHING if settled else PhoneStep.CONFIRM
    is_free = line.phone_holder_id is None and not line.member_has_phone
    is_doubtful = line.was_taken_away or line.is_claimed_elsewhere
    return PhoneStep.BIND if binds and is_free and not is_doubtful else PhoneStep.NOTHING


def unambiguous(pairs: Iterable[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
    """Choose the pairs of phone and member in which neither stands in another pair.

    A phone that typed three names is nobody's by a list: only a tap on one of them says whose.
    """
    distinct = set(pairs)
    phones = Counter(phone for phone, _ in distinct)
    members = Counter(member for _, member in distinct)
    return {pair for pair in distinct if phones[pair[0]] == 1 and members[pair[1]] == 1}


def loses_phone(held: Held, confirmed_at: datetime | None) -> bool:
    """Tell whether rejecting an attendance takes its phone from the member.

    One that is provisional, and one that the decision now taken back made his own.
    """
    return confirmed_at is None or confirmed_at == held.decided_at


def suggest(
    name: str, typed_last4: str | None, unit_id: UUID | None, among: Iterable[Known]
) -> list[Suggestion]:
    """Choose the members whom a typed name may mean, the likeliest first.

    Forgiven are marks, one wrong or missing letter, another order, and a missing đệm. A name by
    which only the neighbours know him is not guessed, unless his card proves it in his own unit.
    """
    found = []
    for known in among:
        is_here = unit_id is not None and known.unit_id == unit_id
        on_file = last4(known.card_number)
        fits = on_file == typed_last4 if on_file and typed_last4 else None
        score = likeness(name, known.full_name)
        if score is None and is_here:
            score = _given_name_alone(name, known.full_name)
        if score is None and is_here and fits:
            score = _BY_CARD_ALONE
        if score is None:
            continue
        score += {True: _LAST4_FITS, False: -_LAST4_DIFFERS, None: 0}[fits]
        score -= 0 if is_here or unit_id is None else _OTHER_UNIT
        found.append(Suggestion(known, fits, max(1, score)))
    ordered = sorted(
        found,
        key=lambda each: (
            -each.score,
            each.last4_fits is not True,
            name_sort_key(each.known.full_name),
            each.known.member_id,
        ),
    )
    return ordered[:MOST_SUGGESTIONS]


def likeness(typed: str, on_file: str) -> int | None:
    """Tell how like two names are, 90 at most; None where they are two persons' names."""
    if name_sort_key(typed) == name_sort_key(on_file):
        return _SAME_WORDS
    mine, theirs = fold(typed).split(), fold(on_file).split()
    if not mine or not theirs:
        return None
    score = _SAME_WORDS - _MARKS
    if "".join(mine) == "".join(theirs):  # "KY", "K' Y"
        return score
    shorter, longer = sorted((mine, theirs), key=len)
    missing = len(longer) - len(shorter)
    if missing and len(shorter) < 2:
        return None
    typos = _typos_in_order(shorter, longer)
    if typos is None:
        typos = _typos_in_any_order(shorter, longer)
        score -= _SWAPPED
    if typos is None or not _holds(shorter, longer[-1], typos):
        return None
    score -= _TYPO * typos
    score -= _MISSING + _MISSING_MORE * (missing - 1) if missing else 0
    return score if score >= _FEWEST else None


def _given_name_alone(typed: str, on_file: str) -> int | None:
    mine, theirs = fold(typed).split(), fold(on_file).split()
    return _BY_GIVEN_NAME if len(mine) == 1 and mine == theirs[-1:] else None


def _holds(words: Sequence[str], given_name: str, typos: int) -> bool:
    return given_name in words or (typos > 0 and any(_is_typo(w, given_name) for w in words))


def _typos_in_order(shorter: Sequence[str], longer: Sequence[str]) -> int | None:
    """Count the mistyped words, one at most, where all stand in the longer name in their order."""
    if not shorter:
        return 0
    ways = []
    for place in range(len(longer) - len(shorter) + 1):
        typo = _cost(shorter[0], longer[place])
        rest = _typos_in_order(shorter[1:], longer[place + 1 :]) if typo is not None else None
        if typo is not None and rest is not None:
            ways.append(typo + rest)
    fewest = min(ways, default=2)
    return fewest if fewest <= 1 else None


def _typos_in_any_order(shorter: Collection[str], longer: Collection[str]) -> int | None:
    odd, left = Counter(shorter) - Counter(longer), Counter(longer) - Counter(shorter)
    if not odd:
        return 0
    if odd.total() > 1:
        return None
    (word,) = odd
    return 1 if any(_is_typo(word, other) for other in left) else None


def _cost(word: str, other: str) -> int | None:
    if word == other:
        return 0
    return 1 if _is_typo(word, other) else None


def _is_typo(word: str, other: str) -> bool:
    """Tell whether one slip of a finger makes a word of another: a letter, or two changed over.

    Short words must begin alike: Bình and Minh are two persons.
    """
    if min(len(word), len(other)) < 2 or abs(len(word) - len(other)) > 1 or word == other:
        return False
    if max(len(word), len(other)) <= _SHORT_WORD and word[0] != other[0]:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    at = same if same is not None else min(len(word), len(other))
    if len(word) == len(other):
        swapped = word[at : at + 2] == other[at : at + 2][::-1]
        return word[at + 1 :] == other[at + 1 :] or (swapped and word[at + 2 :] == other[at + 2 :])
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return longer[at + 1 :] == shorter[at:]
