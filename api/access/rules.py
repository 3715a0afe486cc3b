"""Who needs a second factor, and until when a grant holds: pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from api.kit.dates import day_of
from api.words import Role

SECOND_FACTOR_ROLES: Final = frozenset({Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF})
"""Who sees every unit's people signs in with a code of his phone as well."""


def second_factor_is_compulsory(roles: Iterable[Role], *, is_demo: bool) -> bool:
    """Tell whether somebody with these roles needs a second factor; invented data needs none."""
    return not is_demo and not SECOND_FACTOR_ROLES.isdisjoint(roles)


def last_day(valid_until: datetime | None) -> date | None:
    """Tell the last day, in Vietnam, on which what ends at an instant still holds."""
    return None if valid_until is None else day_of(valid_until - timedelta(microseconds=1))
