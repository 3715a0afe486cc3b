"""The check-in over HTTP, against the cheapest answer of the same server, on both databases.

Real tickets and cookies, another member each time, audit on, answered after the commit. The two are
interleaved in one run, since the machine is noisy and only their ratio is worth anything.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.checkin.tickets import Ticket, write
from api.codes.rules import step_of
from api.events import SYSTEM
from api.kit import keys, seals
from api.kit.ids import new_id
from api.members.actions import NewMember, add_members
from api.tables.access import Device
from api.tables.attendance import Attendance
from api.tables.sessions import Window
from api.tables.units import Unit
from bench.load import Measured, Request, send
from tests import postgres
from tests.databases import Template, postgres_template, sqlite_template
from tests.district import MASTER_KEY
from tests.moving_clock import MovingClock
from tests.serving import Site, serving

ROUNDS = 3
CHECK_INS = 1_500
CONNECTIONS = (64, 256)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    database: str
    connections: int
    check_in: Measured
    no_op: Measured

    @property
    def ratio(self) -> float:
        """Tell how much of the server's cheapest answer a check-in keeps."""
        return self.check_in.per_second / self.no_op.per_second


def measure() -> Iterator[Row]:
    """Measure on SQLite, then on a durable throw-away PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _on("SQLite", sqlite_template(Path(folder)), Path(folder))
        with postgres.start(durable=True) as server:
            yield from _on("PostgreSQL", postgres_template(server), Path(folder))


def _on(database: str, template: Template, folder: Path) -> Iterator[Row]:
    for connections in CONNECTIONS:
        pairs = []
        for _ in range(ROUNDS):
            with _hall(template, folder) as (port, check_ins):
                no_op = [Request("GET", "/healthz")] * CHECK_INS
                pairs.append(
                    (
                        send(port, check_ins, connections=connections),
                        send(port, no_op, connections=connections),
                    )
                )
        by_ratio = sorted(pairs, key=lambda pair: pair[0].per_second / pair[1].per_second)
        yield Row(database, connections, *by_ratio[len(by_ratio) // 2])


@contextmanager
def _hall(template: Template, folder: Path) -> Iterator[tuple[int, list[Request]]]:
    """Open a session with bound phones; afterwards every check-in must be there exactly once."""
    with serving(template, folder, MovingClock()) as site:
        requests = _prepare(site)
        yield int(site.url.rsplit(":", 1)[1]), requests

        async def recorded(db: AsyncSession) -> int:
            return (await db.execute(select(func.count()).select_from(Attendance))).scalar_one()

        assert site.do(recorded) == CHECK_INS, "an acknowledged check-in is missing"


def _prepare(site: Site) -> list[Request]:
    session_id, at = site.open(), site.clock()
    phones = [uuid4() for _ in range(CHECK_INS)]

    async def bind(db: AsyncSession) -> UUID:
        unit = await db.get_one(Unit, site.district.units["office"])
        new = [NewMember(f"Đồng chí {number}") for number in range(CHECK_INS)]
        members = await add_members(db, SYSTEM, unit, new, at=at)
        await db.execute(
            insert(Device),
            [
                {"id": phone, "member_id": member.id, "bound_at": at, "confirmed_at": at}
                for phone, member in zip(phones, members, strict=True)
            ],
        )
        return (await db.execute(select(Window.id))).scalar_one()

    ticket = Ticket(
        session_id=session_id,
        bridge_point_id=site.district.points["hall"],
        window_id=site.do(bind),
        step=step_of(at),
        issued_at=at,
        typed=False,
        late=False,
    )
    cookie_key = keys.derive(MASTER_KEY, info=b"device cookie")
    return [
        Request(
            "POST",
            "/api/v1/check-ins",
            {
                "id": str(new_id(at)),
                "ticket": write(MASTER_KEY, ticket, phone_id=phone),
                "who": {"kind": "device"},
            },
            cookie=f"dd={seals.seal(cookie_key, phone.bytes)}",
        )
        for phone in phones
    ]
