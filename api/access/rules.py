"""Who needs a second factor, and until when a grant holds: pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from api.access.roles import ACTS, Act, HeldGrant, ancestors
from api.kit.dates import day_of
from api.words import Role

SECOND_FACTOR_ROLES: Final = frozenset({Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF})
"""Who runs conferences signs in with a code of his phone as well, wherever the role is held."""


def second_factor_is_compulsory(held: Iterable[HeldGrant], *, is_demo: bool) -> bool:
    """Tell whether somebody with these grants needs a second factor; invented data needs none.

    It guards the lists of everybody: so also a secretary of a root unit needs one, and a deputy.
    """
    return not is_demo and any(
        each.role in SECOND_FACTOR_ROLES or _sees_everybody(each) for each in held
    )


def _sees_everybody(held: HeldGrant) -> bool:
    return Act.READ_MEMBERS in ACTS[held.role] and len(ancestors(held.unit_path)) == 1


def last_day(valid_until: datetime | None) -> date | None:
    """Tell the last day, in Vietnam, on which what ends at an instant still holds."""
    return None if valid_until is None else day_of(valid_until - timedelta(microseconds=1))
