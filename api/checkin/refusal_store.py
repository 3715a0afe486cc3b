"""All SQL of refusals: so many of a session are kept that the hall can be told why, and no more.

To count them for each would cost as much as there are. So a process remembers what it counted, and
counts again when it has kept an eighth of what was missing then: some sixty times for ten thousand.
Several processes may so keep a little more than the most, each an eighth of what was missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.driver.inserting import insert_rows
from api.kit.ids import new_id
from api.tables.checkin import Refusal

_PART: Final = 8
_SESSIONS: Final = 1_000
"""So many are remembered, of each database."""


@dataclass(slots=True)
class _Counted:
    there: int
    until: int
    """When so many are there, they are counted anew."""


_counted: WeakKeyDictionary[Engine, dict[UUID, _Counted]] = WeakKeyDictionary()


def row(
    code: str, *, session_id: UUID, bridge_point_id: UUID, phone_id: UUID, at: datetime
) -> dict[str, Any]:
    """Write down a refusal as `keep` takes it."""
    return {
        "id": new_id(at),
        "at": at,
        "code": code,
        "session_id": session_id,
        "bridge_point_id": bridge_point_id,
        "device_id": phone_id,
    }


async def keep(
    db: AsyncSession, session_id: UUID, rows: Sequence[dict[str, Any]], *, most: int
) -> int:
    """Keep refusals of a session while there are fewer than `most`; tell how many were kept."""
    counted = await _known(db, session_id, len(rows), most=most)
    kept = rows[: max(0, most - counted.there)]
    # A transaction that is rolled back has counted too many: they are only counted anew earlier.
    counted.there += len(kept)
    await insert_rows(db, Refusal, kept)
    return len(kept)


async def _known(db: AsyncSession, session_id: UUID, more: int, *, most: int) -> _Counted:
    sessions = _counted.setdefault(db.get_bind().engine, {})
    known = sessions.get(session_id)
    if known is not None and (known.there >= most or known.there + more < known.until):
        return known
    some = select(Refusal.id).where(Refusal.session_id == session_id).limit(most).subquery()
    there = (await db.execute(select(func.count()).select_from(some))).scalar_one()
    if len(sessions) >= _SESSIONS:
        sessions.pop(next(iter(sessions)))
    sessions[session_id] = known = _Counted(there, there + -(-(most - there) // _PART))
    return known
