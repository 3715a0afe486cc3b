"""Who goes to which session (pure and deterministic; plan III.3, domain.md sections 2 and 3).

At a **place**, a bridge point with the sessions held there, each unit is spread over the sessions
by their shares: three sessions of share 1 take 1/3 of every unit, two take 50 %. Where units are
kept together, as cells at a commune's point, whole units are spread and only capacity binds.

What somebody chose by hand stays, and a unit in which somebody chose keeps its numbers. What was
proposed before is kept as far as the shares and the capacities allow, so that a change of
membership moves the fewest members. A capacity that does not suffice is exceeded openly: everybody
has a session, and a warning names the number too many.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from api.allocation.draft import Draft
from api.allocation.gathering import keep_together
from api.allocation.places import Held, Option, Place, ideal, wanted
from api.allocation.spreading import spread

TOLERANCE: Final = Fraction(1, 10)
"""A unit may deviate from its share by one member, or by this part of it, without a warning."""


class Concern(StrEnum):
    """What a person should look at; it blocks nothing."""

    NO_POINT = "no_point"
    NO_SESSION = "no_session"
    OTHER_POINT = "other_point"
    SHARE_DEVIATES = "share_deviates"
    SESSION_WITHOUT_MEMBERS = "session_without_members"
    OVER_CAPACITY = "over_capacity"


@dataclass(frozen=True, slots=True)
class Finding:
    """A concern about a unit or about a session at a place, in numbers of members.

    `actual` is how many the unit sends to the session and `wanted` how many by its share; or how
    many the session has there and its capacity; or how many go to another point than expected.
    """

    concern: Concern
    session_id: UUID | None = None
    actual: int | None = None
    wanted: int | None = None


def propose(place: Place, held: Mapping[UUID, Held]) -> dict[UUID, UUID]:
    """Give every convened member of a place a session.

    The order in which options' units and members come does not matter; the order of sessions does:
    the first ones get the odd members (17 in three: 6, 6, 5). Empty where no session has a share
    and nobody was fixed.
    """
    groups = sorted(place.groups, key=lambda each: (each.sort_key, each.unit_id))
    drafts = [Draft(group, place.options, held) for group in groups]
    if any(option.is_filled for option in place.options):
        if place.keeps_units_together:
            keep_together(drafts, place.options)
        else:
            spread(drafts, place.options)
    return {member: session for draft in drafts for member, session in draft.assigned().items()}


def concerns_of_unit(
    members: int, counts: Mapping[UUID, int], place: Place | None
) -> list[Finding]:
    """Tell what a person should look at in a unit of so many convened members.

    `counts` says how many of them each session has, whoever decided so; `place` is null where
    nobody expects the unit.
    """
    if not members:
        return []
    if place is None:
        return [Finding(Concern.NO_POINT)]
    filled = [option for option in place.options if option.is_filled]
    if not filled and sum(counts.values()) < members:
        return [Finding(Concern.NO_SESSION)]
    if place.keeps_units_together:
        return []
    found = []
    by_share = wanted(members, place.options)
    for option in filled:
        exact, actual = ideal(members, option, place.options), counts.get(option.session_id, 0)
        if abs(actual - exact) > max(Fraction(1), exact * TOLERANCE):
            concern = Concern.SHARE_DEVIATES
        elif not actual and members < len(filled):
            concern = Concern.SESSION_WITHOUT_MEMBERS
        else:
            continue
        found.append(Finding(concern, option.session_id, actual, by_share[option.session_id]))
    return found


def concern_of_load(option: Option, load: int) -> Finding | None:
    """Tell of a session that more are to attend at a place than it holds."""
    if option.capacity is None or load <= option.capacity:
        return None
    return Finding(Concern.OVER_CAPACITY, option.session_id, load, option.capacity)
