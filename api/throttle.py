"""Limits on failed attempts, in the database, so that they hold across processes and restarts.

Never by address: a hall of 120 phones is one address. A key names what is limited, such as
`pairing` or `code:<device>`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import one_at_a_time
from api.driver.reading import Reading, among
from api.kit.ids import new_id
from api.tables.throttle import Attempt

_counts = select(Attempt.key, func.count()).where(among(Attempt.key, "keys")).group_by(Attempt.key)
_COUNTS: Final = Reading(_counts)
_COUNTS_SINCE: Final = Reading(_counts.where(Attempt.at > bindparam("since")))
_INSTANTS: Final = Reading(
    select(Attempt.key, Attempt.at)
    .where(among(Attempt.key, "keys"), Attempt.at > bindparam("since"))
    .order_by(Attempt.at.desc())
)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `attempts` in `period`."""

    attempts: int
    period: timedelta


async def wait_seconds(db: AsyncSession, key: str, limit: Limit, *, at: datetime) -> int:
    """Tell how many seconds to wait before the next attempt; 0 where there is room."""
    recent = (
        select(Attempt.at)
        .where(Attempt.key == key, Attempt.at > at - limit.period)
        .order_by(Attempt.at.desc())
        .limit(limit.attempts)
    )
    return wait_after((await db.execute(recent)).scalars().all(), limit, at=at)


def wait_after(instants: Sequence[datetime], limit: Limit, *, at: datetime) -> int:
    """Tell how many seconds to wait after failed attempts, the latest first; 0 with room."""
    counted = [instant for instant in instants if instant > at - limit.period][: limit.attempts]
    if len(counted) < limit.attempts:
        return 0
    return max(1, int((counted[-1] + limit.period - at).total_seconds()) + 1)


async def instants(
    db: AsyncSession, keys: Collection[str], *, since: datetime
) -> dict[str, list[datetime]]:
    """List the attempts under each of some keys after an instant, the latest first."""
    found: dict[str, list[datetime]] = {}
    if keys:
        rows = await _INSTANTS.rows(db, keys=sorted(keys), since=since)
        for key, instant in rows:
            found.setdefault(key, []).append(instant)
    return found


async def counts(
    db: AsyncSession, keys: Collection[str], *, since: datetime | None = None
) -> dict[str, int]:
    """Count the attempts under each key, all of them or those after an instant."""
    if not keys:
        return {}
    if since is None:
        return dict(await _COUNTS.rows(db, keys=sorted(keys)))
    return dict(await _COUNTS_SINCE.rows(db, keys=sorted(keys), since=since))


async def spend_within(db: AsyncSession, key: str, limit: Limit, *, at: datetime) -> int:
    """Write a failed attempt where there is room; else tell how many seconds to wait.

    Exact however many come at once, since attempts under one key are judged one after the other.
    """
    await one_at_a_time(db, key)
    wait = await wait_seconds(db, key, limit, at=at)
    if not wait:
        await spend(db, key, at=at)
    return wait


async def spend(db: AsyncSession, key: str, *, at: datetime) -> None:
    """Write one failed attempt; attempts under one key are written one after the other.

    That makes a later `wait_seconds` in this transaction exact, whatever runs beside it.
    """
    await one_at_a_time(db, key)
    await db.execute(insert(Attempt).values(id=new_id(at), key=key, at=at))


async def forgive(db: AsyncSession, key: str) -> None:
    """Forget the attempts under a key: its owner has proved to be there."""
    await db.execute(delete(Attempt).where(Attempt.key == key))
