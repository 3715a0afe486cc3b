"""Who may grant what, how long a grant lasts, and which passwords are too weak: pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from api.access.roles import HeldGrant
from api.kit.dates import VIETNAM, day_of
from api.words import Role

LONGEST_LENDING_DAYS: Final = 7
_FURTHEST_BEGINNING: Final = timedelta(days=366)
_LONGEST_GRANT: Final = timedelta(days=3_660)

_ALL: Final = frozenset(Role)
_BELOW_STAFF: Final = _ALL - {Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF}


@dataclass(frozen=True, slots=True)
class Granting:
    """What a role may grant: on its own unit, on units below, and what it may lend of its own."""

    here: frozenset[Role]
    below: frozenset[Role]
    lends: frozenset[Role] = field(default=frozenset())


GRANTING: Final = {
    Role.DISTRICT_ADMIN: Granting(here=_ALL, below=_ALL, lends=frozenset({Role.SECRETARY})),
    Role.DISTRICT_STAFF: Granting(
        here=_BELOW_STAFF, below=_BELOW_STAFF, lends=frozenset({Role.SECRETARY})
    ),
    Role.SECRETARY: Granting(
        here=frozenset({Role.OPERATOR}),
        below=frozenset({Role.SECRETARY, Role.OPERATOR}),
        lends=frozenset({Role.SECRETARY}),
    ),
}
"""The whole table. A second secretary without an end comes from above, never from the unit."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A grant that somebody would give or take away."""

    role: Role
    unit_path: str
    deputy: bool


def managed_paths(held: Iterable[HeldGrant]) -> tuple[str, ...]:
    """List the units, each with its subtree, whose accounts somebody manages; a deputy none."""
    return tuple(each.unit_path for each in held if each.role in GRANTING and not each.deputy)


def may_grant(held: Iterable[HeldGrant], offer: Offer) -> bool:
    """Tell whether somebody with these grants may give, or take away, a grant."""
    return any(_grants(each, offer) for each in held if not each.deputy)


def _grants(each: HeldGrant, offer: Offer) -> bool:
    granting = GRANTING.get(each.role)
    if granting is None or not offer.unit_path.startswith(each.unit_path):
        return False
    if offer.unit_path != each.unit_path:
        return offer.role in granting.below
    return offer.role in (granting.lends if offer.deputy else granting.here)


def may_manage(held: Iterable[HeldGrant], offers: Iterable[Offer]) -> bool:
    """Tell whether somebody may invite an account anew, change it, or sign it out.

    He must be able to grant everything that it holds: else a secretary would reach, through the
    account of somebody who also serves the district, what was never given to him.
    """
    given = tuple(held)
    return all(may_grant(given, offer) for offer in offers)


def may_be_lent(role: Role) -> bool:
    """Tell whether there is a deputy of this role."""
    return role is Role.SECRETARY


@dataclass(frozen=True, slots=True)
class Validity:
    """From which instant to which a grant holds; without an end it lasts until taken away."""

    valid_from: datetime
    valid_until: datetime | None


def validity(
    *, first: date | None, last: date | None, deputy: bool, at: datetime
) -> Validity | None:
    """Turn days in Vietnam into instants; `last` is held too. None where the days make no sense.

    What begins today begins now. A lending without a last day ends with its first.
    """
    today = day_of(at)
    begins = first or today
    ends = last or (begins if deputy else None)
    if begins < today or begins - today > _FURTHEST_BEGINNING:
        return None
    if ends is not None:
        length = ends - begins
        longest = timedelta(days=LONGEST_LENDING_DAYS - 1) if deputy else _LONGEST_GRANT
        if not timedelta(0) <= length <= longest:
            return None
    return Validity(
        at if begins == today else _midnight(begins),
        None if ends is None else _midnight(ends + timedelta(days=1)),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, VIETNAM)


def overlap(one: Validity, other: Validity) -> bool:
    """Tell whether two grants hold at some instant together."""
    return (one.valid_until is None or other.valid_from < one.valid_until) and (
        other.valid_until is None or one.valid_from < other.valid_until
    )
