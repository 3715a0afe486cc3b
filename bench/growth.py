"""Whether what everybody does costs the same however many have checked in already."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select

from api.attendance import store
from api.attendance.live import live_of
from api.attendance.tallies import Tallier
from api.checkin import actions as checkin
from api.checkin.arrivals import Arrival
from api.checkin.schemas import WhoByPhone
from api.checkin.tickets import read
from api.db import Database
from api.kit.clock import system_clock
from api.rolls.actions import read_roll
from api.tables.attendance import Attendance
from api.tables.members import Member
from api.tables.sessions import Session, Window
from api.tables.units import Unit
from api.words import Evidence, Standing
from bench import crowd_rows, report, rows
from bench.crowd import MASTER, Crowd, Scale, fill
from tests import postgres

SCALE: Final = Scale(9, 600, 60_000)
ONCE: Final = 500
LIST: Final = 100
ROUNDS: Final = 15
MOST: Final = 1.3
_ELSEWHERE: Final = UUID(int=0xE15E)
_CASES: Final = {"1×": (ONCE, 0), "10×": (10 * ONCE, 0), "100×": (100 * ONCE, 0)}
_OTHER: Final = "1×, and 100× in another session"
WHAT: Final = ("a list of 100 check-ins", "live counts", "a screen's count", "the roll of one unit")


@dataclass(slots=True)
class _Place:
    """A database with so many who checked in before, and who comes next."""

    database: Database
    tallier: Tallier
    crowd: Crowd
    next: int = 0

    async def check_in(self) -> None:
        """Record a list of check-ins, each of another member."""
        at, arrivals = self.crowd.at, []
        for i in range(self.next, self.next + LIST):
            phone = self.crowd.phone_id(i)
            ticket = read(MASTER, self.crowd.ticket(MASTER, i, at), phone_id=phone)
            assert ticket is not None
            who = WhoByPhone(kind="device")
            arrivals.append(Arrival(self.crowd.check_in_id(i), phone, ticket, who, "-", None, at))
        self.next += LIST
        async with self.database.write() as db:
            await checkin.check_in(db, MASTER, arrivals)

    async def live(self) -> None:
        """Read the counts of the whole session."""
        async with self.database.read() as db:
            session = await db.get_one(Session, crowd_rows.SESSION)
            sums = await self.tallier.sums(db, session, at=self.crowd.at)
            await live_of(db, session.id, sums)

    async def screen(self) -> None:
        """Read the counts of one hall."""
        session_id, point_id = crowd_rows.SESSION, crowd_rows.point_id(0)
        async with self.database.read() as db:
            await self.tallier.present(db, session_id, point_id, at=self.crowd.at)
            await store.count_waiting(db, session_id, point_id)

    async def roll(self) -> None:
        """Read the roll of one unit."""
        async with self.database.read() as db:
            session = await db.get_one(Session, crowd_rows.SESSION)
            mine = select(Member.unit_id).where(Member.id == self.crowd.member_id(0))
            unit = await db.get_one(Unit, (await db.execute(mine)).scalar_one())
            await read_roll(db, session, unit, at=self.crowd.at)

    def work(self) -> tuple[Callable[[], Awaitable[None]], ...]:
        """Name what is measured, in the order of `WHAT`."""
        return self.check_in, self.live, self.screen, self.roll


def section() -> str:
    """Measure on PostgreSQL, and write the section.

    Raises: AssertionError where something costs more than 1.3 times as much.
    """
    with postgres.start(durable=True) as server:
        server.create_database("crowd")
        crowd = asyncio.run(_fill(server.url("crowd")))
        names = {name: f"crowd_{place}" for place, name in enumerate([*_CASES, _OTHER])}
        for name in names.values():
            server.create_database(name, template="crowd")
        urls = {name: server.url(database) for name, database in names.items()}
        medians = asyncio.run(_measure(urls, crowd))
    lines, worst = [], 0.0
    for place, what in enumerate(WHAT):
        each = [medians[name][place] for name in urls]
        ratios = [one / each[0] for one in each[1:]]
        worst = max([worst, *ratios])
        told = " | ".join(f"{one * 1000:.1f} ms ({one / each[0]:.2f})" for one in each)
        lines.append(f"| {what} | {told} |")
    head = f"| | {' | '.join(urls)} |"
    about = (
        f"PostgreSQL with fsync, {SCALE.members:,} members in {SCALE.units} units; 1× is {ONCE} "
        f"who checked in before, 100× is {100 * ONCE:,}. Medians of {ROUNDS}, interleaved, in the "
        f"process itself; the ratio to 1× in brackets, at most {MOST} allowed."
    )
    text = f"{about}\n\n{report.table(head, lines)}"
    if worst > MOST:
        raise AssertionError(f"something grows: {worst:.2f}\n{text}")
    return text


async def _fill(url: str) -> Crowd:
    database = Database(url)
    crowd = await fill(database, SCALE, at=system_clock()())
    async with database.write() as db:
        for table, own in ((Session, crowd_rows.SESSION), (Window, crowd_rows.WINDOW)):
            held = await db.get_one(table, own)
            copied = {each.key: getattr(held, each.key) for each in table.__table__.columns}
            copied |= {"id": _ELSEWHERE, "ordinal": 77}
            if table is Window:
                copied["session_id"] = _ELSEWHERE
            await db.execute(insert(table).values(copied))
    await database.close()
    return crowd


async def _measure(urls: dict[str, str], crowd: Crowd) -> dict[str, list[float]]:
    places: dict[str, _Place] = {}
    for name, url in urls.items():
        database = Database(url)
        here, elsewhere = _CASES.get(name, (ONCE, 100 * ONCE))
        for session_id, window_id, number in (
            (crowd_rows.SESSION, crowd_rows.WINDOW, here),
            (_ELSEWHERE, _ELSEWHERE, elsewhere),
        ):
            there = _recorded(crowd, session_id, window_id, number)
            await rows.write(database, rows.Rows(Attendance, there))
        async with database.engine.connect() as connection:
            await connection.exec_driver_sql("ANALYZE")
            await connection.commit()
        places[name] = _Place(database, Tallier(database), crowd)
    took: dict[str, list[list[float]]] = {name: [[] for _ in WHAT] for name in urls}
    for turn in range(ROUNDS + 1):
        first = turn % len(places)  # nobody is always first
        for name, place in [*places.items()][first:] + [*places.items()][:first]:
            for number, work in enumerate(place.work()):
                began = time.perf_counter()
                await work()
                if turn:  # the first one counts the session, and plans every statement
                    took[name][number].append(time.perf_counter() - began)
    for place in places.values():
        await place.database.close()
    return {name: [median(each) for each in found] for name, found in took.items()}


def _recorded(
    crowd: Crowd, session_id: UUID, window_id: UUID, number: int
) -> Iterator[dict[str, Any]]:
    """Write so many attendances, of the last of the crowd."""
    for i in range(SCALE.members - number, SCALE.members):
        member = crowd.number(i)
        cell = crowd_rows.cell_of(SCALE, member)
        yield {
            "session_id": session_id,
            "id": UUID(int=crowd.member_id(i).int ^ session_id.int),
            "window_id": window_id,
            "member_id": crowd.member_id(i),
            "unit_id": crowd_rows.cell_id(cell),
            "bridge_point_id": crowd_rows.point_id(crowd.point(i)),
            "standing": Standing.PRESENT,
            "evidence": Evidence.QR,
            "step": 0,
            "device_id": crowd.phone_id(i),
            "first_arrived_at": crowd.at,
        }
