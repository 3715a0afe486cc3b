"""What was acknowledged against what is recorded: one fault a sentence, none where all agrees.

Everything is read as a stream and counted by the number of the member, so that a nation fits.
"""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.checkin.rules import REFUSALS_KEPT
from api.codes.faults import CODE_STALE, CODE_UNKNOWN
from api.db import Database
from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn, Refusal
from api.tables.events import Event
from api.words import Evidence, Standing
from bench.crowd import Crowd
from bench.crowd_rows import point_id
from bench.rehearsal.script import Mishap, mishaps

_ROWS: Final = 5_000
_ID_BYTES: Final = 16
_KEPT: Final = {Mishap.STALE_CODE: CODE_STALE.code, Mishap.WRONG_CODE: CODE_UNKNOWN.code}
"""Refusals that are kept as rows: those whose hall is known."""


async def differences(database: Database, crowd: Crowd, acknowledged: Path) -> list[str]:
    """Compare the database with what the phones were told."""
    members = crowd.scale.members
    told = _Once("acknowledged", members)
    for check_in_id in _ids(acknowledged):
        told.add(*crowd.who(check_in_id))
    async with database.read() as db:
        kept = _Once("a check-in in the database", members)
        async for row in _stream(db, select(CheckIn.id, CheckIn.device_id)):
            i, attempt = crowd.who(row.id)
            kept.add(i, attempt)
            kept.check(i, row.device_id == crowd.phone_id(i), "is another phone's")
        there = _Once("recorded as present", members)
        async for row in _stream(db, _recorded()):
            i = crowd.whose(row.member_id)
            there.add(i)
            there.check(i, row.device_id == crowd.phone_id(i), "is recorded from another phone")
            there.check(
                i, row.bridge_point_id == point_id(crowd.point(i)), "is recorded in another hall"
            )
        found = [*told.missing(), *kept.faults(), *there.faults()]
        return found + [each async for each in _sums(db, crowd)]


class _Once:
    """Who of the crowd something is true of: of each it must be so exactly once."""

    def __init__(self, what: str, members: int) -> None:
        self._what = what
        self._times = bytearray(members)
        self._strange: list[str] = []

    def add(self, i: int, attempt: int = 0) -> None:
        """Count it for the i-th; every attempt but the first one had to be refused."""
        if not 0 <= i < len(self._times) or attempt:
            self._strange.append(f"member {i}, attempt {attempt}: {self._what}, but nobody sent it")
        elif self._times[i] < 255:
            self._times[i] += 1

    def check(self, i: int, holds: bool, otherwise: str) -> None:
        """Note what does not hold of the i-th."""
        if not holds:
            self._strange.append(f"member {i} {otherwise}")

    def missing(self) -> list[str]:
        """Say whom it is not true of."""
        return self._strange + _said(f"not {self._what}", self._times, lambda times: times == 0)

    def faults(self) -> list[str]:
        """Say whom it is not true of, and of whom more than once."""
        more = _said(f"more than once {self._what}", self._times, lambda times: times > 1)
        return self.missing() + more


def _said(what: str, times: bytearray, wanted: Any) -> list[str]:
    found = [i for i, each in enumerate(times) if wanted(each)]
    return [f"{len(found):,} members {what}, as member {found[0]}"] if found else []


def _ids(acknowledged: Path) -> Iterator[UUID]:
    with acknowledged.open("rb") as log:
        while raw := log.read(_ID_BYTES):
            yield UUID(bytes=raw)


async def _stream(db: AsyncSession, query: Select[*tuple[Any, ...]]) -> AsyncIterator[Any]:
    result = await db.stream(query.execution_options(yield_per=_ROWS))
    async for row in result:
        yield row


def _recorded() -> Select[*tuple[Any, ...]]:
    return select(Attendance.member_id, Attendance.device_id, Attendance.bridge_point_id).where(
        Attendance.standing == Standing.PRESENT, Attendance.evidence == Evidence.QR
    )


async def _sums(db: AsyncSession, crowd: Crowd) -> AsyncIterator[str]:
    members = crowd.scale.members
    leads_nowhere = (
        select(func.count())
        .select_from(CheckIn)
        .outerjoin(
            Attendance,
            and_(
                Attendance.session_id == CheckIn.session_id, Attendance.id == CheckIn.attendance_id
            ),
        )
        .where(Attendance.id.is_(None))
    )
    told = select(func.count(), func.count(Event.subject_id.distinct())).where(
        Event.act == events.ATTENDANCE_RECORDED
    )
    for what, query, wanted in (
        ("check-ins", select(func.count()).select_from(CheckIn), (members,)),
        ("attendance", select(func.count()).select_from(Attendance), (members,)),
        ("check-ins that lead to no attendance", leads_nowhere, (0,)),
        ("events of attendance, and those of different members", told, (members, members)),
    ):
        row = tuple((await db.execute(query)).one())
        if row != wanted:
            yield f"{what}: {row}, not {wanted}"
    kept = dict((await db.execute(select(Refusal.code, func.count()).group_by(Refusal.code))).all())
    wanted_codes = Counter(
        {_KEPT[each]: number for each, number in mishaps(members).items() if each in _KEPT}
    )
    is_full = wanted_codes.total() > REFUSALS_KEPT and sum(kept.values()) >= REFUSALS_KEPT
    if kept != wanted_codes and not is_full:
        yield f"refusals kept: {kept}, not {dict(wanted_codes)}"
