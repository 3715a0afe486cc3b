"""Doing again what a check-in of the same instant has overtaken.

Check-ins write phones first and attendance after them, and so does whoever decides; in between,
what was read may have become something else. Then all of it is undone and looked at anew.
"""

from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.errors import come_back

_TRIES: Final = 5
_SERIALISATION_STATES: Final = frozenset({"40001", "40P01"})

Done = TypeVar("Done")


class Overtaken(Exception):
    """What was read is no longer so."""


async def until_settled(db: AsyncSession, attempt: Callable[[], Awaitable[Done]]) -> Done:
    """Run an attempt in a savepoint of its own until nothing came in between.

    Raises: Problem `unavailable` where something comes in between every time.
    """
    for _ in range(_TRIES):
        try:
            async with db.begin_nested():
                return await attempt()
        except Overtaken:
            continue
        except DBAPIError as failure:
            if getattr(failure.orig, "sqlstate", None) not in _SERIALISATION_STATES:
                raise
    raise come_back()
