"""What a list of arrivals has decided to write, and its writing: a fixed number of statements."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events, throttle
from api.access import device_store as phones
from api.access.device_store import Binding
from api.attendance import tallying
from api.checkin import name_store, refusal_store, store
from api.checkin.arrivals import Arrival, Hall, Refusal
from api.checkin.rules import REFUSALS_KEPT
from api.checkin.store import AttendanceKey, CheckInRow, Recorded
from api.driver.inserting import New, insert_all
from api.events import Happening
from api.words import Evidence, Standing


class LostRace(Exception):
    """Another process wrote one of these rows first; judged again, the list will see it."""


@dataclass(slots=True)
class Ledger:
    """Rows to write, collected while the list is judged."""

    attendance: dict[AttendanceKey, Recorded] = field(default_factory=dict)
    raised: list[Recorded] = field(default_factory=list)
    check_ins: list[CheckInRow] = field(default_factory=list)
    typed_names: list[dict[str, Any]] = field(default_factory=list)
    bindings: list[Binding] = field(default_factory=list)
    wrong_last4: list[tuple[str, datetime]] = field(default_factory=list)
    refusals: list[dict[str, Any]] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    accepted: dict[UUID, tuple[Arrival, bytes]] = field(default_factory=dict)
    worths: Counter[tuple[Evidence, Standing]] = field(default_factory=Counter)

    def refuse(self, refused: Refusal, *, phone_id: UUID, at: datetime) -> None:
        """Keep why an arrival is refused, where its session point is known."""
        if refused.session_id is not None and refused.bridge_point_id is not None:
            row = refusal_store.row(
                refused.problem.fault.code,
                session_id=refused.session_id,
                bridge_point_id=refused.bridge_point_id,
                phone_id=phone_id,
                at=at,
            )
            self.refusals.append(row)

    async def write_guesses(self, db: AsyncSession) -> None:
        """Write only the wrong digits of cards: whoever simulates shall not guess for ever."""
        for key, instant in sorted(self.wrong_last4):
            await throttle.spend(db, key, at=instant)

    async def write(self, db: AsyncSession, hall: Hall | None) -> None:
        """Write everything in order of keys, so that two lists never wait for each other in a ring.

        Raises: LostRace where a row that was to be new is there already, or one that was to be
            raised has changed.
        """
        written = [*self.attendance.values(), *self.raised]
        if hall is not None and written:
            at = max(arrival.at for arrival, _ in self.accepted.values())
            sittings = {each.session_id: each for each in hall.sittings.values()}
            changes, others = tallying.foreseen(written, hall.facts, sittings, at=at)
            async with tallying.checking_in(db, others, sittings, at=at):
                await self._insert(db, changes)
        else:
            await self._insert(db)
        await self._write_refusals(db)
        await self.write_guesses(db)

    async def _insert(self, db: AsyncSession, *more: New) -> None:
        kept = [
            phones.binding_rows(self.bindings),
            store.attendance_rows(self.attendance.values()),
            store.check_in_rows(self.check_ins),
            name_store.name_rows(self.typed_names),
            events.as_rows(self.happenings),
            *more,
        ]
        numbers = await insert_all(db, kept)
        if any(number < len(each.rows) for number, each in zip(numbers, kept, strict=True)):
            raise LostRace
        for each in sorted(self.raised, key=lambda raised: raised.key):
            if not await store.raise_standing(db, each):
                raise LostRace

    async def _write_refusals(self, db: AsyncSession) -> None:
        for session_id in sorted({row["session_id"] for row in self.refusals}):
            here = [row for row in self.refusals if row["session_id"] == session_id]
            await refusal_store.keep(db, session_id, here, most=REFUSALS_KEPT)
