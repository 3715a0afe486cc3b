"""What was acknowledged, on disk before it is counted, and what the database says of it later."""

import asyncio
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from sqlalchemy import select

from api import events
from api.db import Database
from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn
from api.tables.events import Event


class Ledger:
    """A log of acknowledged check-ins with their receipts, written through to the disk."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("ab")
        self._path = path
        self._written = self._safe = 0
        self._lock = asyncio.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()

    @property
    def count(self) -> int:
        """Count what is on the disk."""
        return self._safe

    async def acknowledge(self, check_in_id: UUID, receipt: bytes) -> None:
        """Write an answer down; it counts when this returns. Many share one fsync."""
        self._file.write(b"%s %s\n" % (str(check_in_id).encode(), receipt))
        self._written += 1
        mine = self._written
        async with self._lock:
            if self._safe < mine:
                upto = self._written
                self._file.flush()
                await asyncio.to_thread(os.fsync, self._file.fileno())
                self._safe = upto

    def read(self) -> Iterable[tuple[UUID, Any]]:
        """Read the log back: each id with its receipt."""
        for line in self._path.read_bytes().splitlines():
            check_in_id, _, receipt = line.partition(b" ")
            yield UUID(check_in_id.decode()), json.loads(receipt)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a database says of a ledger.

    `unanswered` were recorded before their answer was cut, and answered later.
    """

    acknowledged: int
    lost: int
    double: int
    unanswered: int


async def compare(database_url: str, ledger: Ledger, *, cut: Mapping[UUID, datetime]) -> Verdict:
    """Compare what was acknowledged with what is there.

    Lost: no row under the acknowledged id, another receipt than was answered, no attendance behind
    it, or none in the audit trail. Double: a phone with two check-ins (each meant one), a member
    with two attendances, or an attendance recorded twice in the audit trail.
    """
    database = Database(database_url)
    try:
        async with database.read() as db:
            check_ins = (
                await db.execute(
                    select(
                        CheckIn.id,
                        CheckIn.device_id,
                        CheckIn.attendance_id,
                        CheckIn.arrived_at,
                        CheckIn.receipt,
                    )
                )
            ).all()
            attendance = (await db.execute(select(Attendance.id, Attendance.member_id))).all()
            recorded = Counter(
                await db.scalars(
                    select(Event.subject_id).where(Event.act == events.ATTENDANCE_RECORDED)
                )
            )
    finally:
        await database.close()
    whole = {each.id for each in attendance if recorded[each.id]}
    kept = {
        each.id: _parsed(each.receipt)
        for each in check_ins
        if each.attendance_id is None or each.attendance_id in whole
    }
    acknowledged = list(ledger.read())
    return Verdict(
        acknowledged=len(acknowledged),
        lost=sum(kept.get(check_in_id) != receipt for check_in_id, receipt in acknowledged),
        double=_surplus(Counter(each.device_id for each in check_ins))
        + _surplus(Counter(each.member_id for each in attendance))
        + _surplus(recorded),
        unanswered=sum(each.arrived_at < cut[each.id] for each in check_ins if each.id in cut),
    )


def _parsed(receipt: str | dict[str, Any]) -> Any:
    return json.loads(receipt) if isinstance(receipt, str) else receipt


def _surplus(counted: Counter[UUID]) -> int:
    return sum(number - 1 for number in counted.values() if number > 1)
