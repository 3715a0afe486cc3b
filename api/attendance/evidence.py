"""By what those at each point were counted: the evidence board of a session.

Tallies hold no evidence, so all of a session is read for this; how often is bounded, not how much:
one process reads a session at most every other second, and one that took long twice in turn only
after twenty times as long. Once says more of the machine than of the session.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.attendance import evidence_store
from api.attendance.rules import Count, is_silent
from api.attendance.schemas import LiveEvidence, PointEvidence
from api.attendance.sums import Sums, of_points
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.words import Evidence, SessionState

_REST: Final = 20
_LONG_SECONDS: Final = 0.25
_LEAST_SECONDS: Final = 2.0
_COLUMN: Final = {
    Evidence.QR: "qr",
    Evidence.DIGITS: "digits",
    Evidence.ROSTER: "by_hand",
    Evidence.PAPER: "by_hand",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """What one reading found, how long it took, and until when (by the loop's clock) it will do."""

    counted_at: datetime
    took: float
    until: float
    split: Mapping[UUID, Mapping[str, int]] = field(default_factory=dict)
    last: Mapping[UUID, datetime] = field(default_factory=dict)


class EvidenceBoard:
    """One per process: one reading of a session at a time, and the rest of it between two."""

    def __init__(self, *, least_seconds: float = _LEAST_SECONDS) -> None:
        self._least_seconds = least_seconds
        self._found: dict[UUID, _Found] = {}
        self._at_work: defaultdict[UUID, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def of(
        self, db: AsyncSession, session: Session, sums: Sums, *, at: datetime
    ) -> LiveEvidence:
        """Tell of every point that has been counted by what, and whether it is silent now."""
        async with self._at_work[session.id]:
            found = before = self._found.get(session.id)
            if found is None or asyncio.get_running_loop().time() >= found.until:
                found = await self._read(db, session.id, before.took if before else 0.0, at=at)
                self._found[session.id] = found
        is_open = state_at(session.state, session.locks_at, at) is SessionState.OPEN
        opened_at = session.opened_at if is_open else None
        counts = {each: count for each, count in of_points(sums).items() if each is not None}
        for point_id in found.last:
            counts.setdefault(point_id, Count())
        return LiveEvidence(
            session_id=session.id,
            counted_at=found.counted_at,
            points=[
                _point(point_id, counts[point_id], found, opened_at, at=at)
                for point_id in sorted(counts)
            ],
        )

    async def _read(
        self, db: AsyncSession, session_id: UUID, took_before: float, *, at: datetime
    ) -> _Found:
        loop = asyncio.get_running_loop()
        began = loop.time()
        split: defaultdict[UUID, dict[str, int]] = defaultdict(dict)
        for point_id, evidence, number in await evidence_store.by_evidence(db, session_id):
            name = _COLUMN.get(evidence, "named")
            split[point_id][name] = split[point_id].get(name, 0) + number
        last = await evidence_store.last_arrivals(db, session_id)
        ended = loop.time()
        took = ended - began
        usual = min(took, took_before)
        rest = _REST * usual if usual > _LONG_SECONDS else self._least_seconds
        return _Found(at, took, ended + rest, split, last)


def _point(
    point_id: UUID, count: Count, found: _Found, opened_at: datetime | None, *, at: datetime
) -> PointEvidence:
    last = found.last.get(point_id)
    none = dict.fromkeys(("qr", "digits", "named", "by_hand"), 0)
    return PointEvidence(
        point_id=point_id,
        **{**none, **found.split.get(point_id, {})},
        last_arrived_at=last,
        is_silent=is_silent(count, opened_at=opened_at, last_arrived_at=last, at=at),
    )
