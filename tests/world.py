"""The running application of one test, and everybody who speaks to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2 as httpx
from fastapi import FastAPI
from sqlalchemy import func, select, update
from sqlalchemy.orm import DeclarativeBase

from api.access import totp
from api.access.guards import ACCESS_TYP
from api.app import build, equip
from api.codes.rules import step_of
from api.db import Database
from api.kit.ids import new_id
from api.kit.tokens import Signer
from api.settings import Settings
from api.tables.access import Account, Device
from tests import engines, symbols
from tests.contract.conformance import checked
from tests.district import MASTER_KEY, PUBLIC_URL, District, Person
from tests.moving_clock import MovingClock

Answer = httpx.Response
_PATIENCE_SECONDS = 60
_idle: list[FastAPI] = []


@dataclass(frozen=True, slots=True)
class Screen:
    """A paired screen."""

    client: httpx.AsyncClient
    id: UUID
    clock: MovingClock

    async def codes(self) -> dict[str, Any]:
        """Fetch what it shows for the next ten minutes."""
        answer = await self.client.get("/screens/codes")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def typed(self, *, step: int = 0) -> dict[str, str]:
        """Tell what a person would type, `step` steps from now."""
        codes = await self.codes()
        return {"door": codes["door"], "digits": self._at(codes, step)["digits"]}

    async def scanned(self, *, step: int = 0) -> dict[str, str]:
        """Tell what a camera would read `step` steps from now, as the phone's page sends it."""
        codes = await self.codes()
        return {"qr": symbols.read(self._at(codes, step)["qr"]).split("#")[1]}

    def _at(self, codes: dict[str, Any], step: int) -> dict[str, Any]:
        wanted = step_of(self.clock()) + step
        (found,) = [each for each in codes["codes"] if each["step"] == wanted]
        return dict(found)

    async def live(self) -> dict[str, Any]:
        """Fetch the count."""
        found: dict[str, Any] = (await self.client.get("/screens/live")).json()
        return found


@dataclass(slots=True)
class Phone:
    """A phone with its cookie jar."""

    client: httpx.AsyncClient
    clock: MovingClock
    ticket: str = ""

    async def exchange(self, code: dict[str, str]) -> Answer:
        """Exchange a code, and keep the ticket where it is given."""
        answer = await self.client.post("/check-ins/tickets", json=code)
        if answer.status_code == 200:
            self.ticket = answer.json()["ticket"]
        return answer

    def body(self, who: dict[str, Any]) -> dict[str, Any]:
        """Write a check-in with a new id."""
        return {"id": str(new_id(self.clock())), "ticket": self.ticket, "who": who}

    async def send(self, body: dict[str, Any]) -> Answer:
        """Send a check-in as it stands."""
        return await self.client.post("/check-ins", json=body)

    async def tap(self, *, last4: str | None = None) -> Answer:
        """Check in as the member whose phone this is."""
        who = {"kind": "device"} if last4 is None else {"kind": "device", "last4": last4}
        return await self.send(self.body(who))

    async def name(
        self, person: Person, *, last4: str | None = None, unit_id: UUID | None = None
    ) -> Answer:
        """Check in by typing a person's unit and name, and what of the card is remembered."""
        return await self.send(self.body(named(person, last4=last4, unit_id=unit_id)))


def named(
    person: Person, *, last4: str | None = None, unit_id: UUID | None = None
) -> dict[str, Any]:
    """Write who, by unit and name."""
    unit = str(unit_id or person.unit_id)
    return {"kind": "named", "unit_id": unit, "name": person.name, "last4": last4}


@dataclass(slots=True)
class World:
    """One application on one database, at one instant that only the test moves."""

    app: FastAPI
    database: Database
    clock: MovingClock
    district: District
    _clients: list[httpx.AsyncClient] = field(default_factory=list)

    def client(self, **headers: str) -> httpx.AsyncClient:
        """Make a new browser or program: its own cookies, nothing else."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.app, raise_app_exceptions=False),
            base_url=f"{PUBLIC_URL}/api/v1",
            headers=headers,
            event_hooks={"response": [checked]},
        )
        self._clients.append(client)
        return client

    def signed_in(self, username: str) -> httpx.AsyncClient:
        """Make a client with an access token of an account."""
        return self.client(**bearer(self.app, self.district, username, at=self.clock()))

    def otp(self, *, step: int = 0) -> str:
        """Tell what the admin's authenticator app shows, `step` steps from now."""
        now = totp.step_of(self.clock()) + step
        return totp.code_of(MASTER_KEY, self.district.accounts["admin"], now)

    async def give_totp(self, username: str) -> None:
        """Let an account have set up its second factor, as roles of the district must."""
        account_id = self.district.accounts[username]
        async with self.database.write() as db:
            change = update(Account).where(Account.id == account_id)
            await db.execute(change.values(totp_id=account_id))

    def phone(self) -> Phone:
        """Make a phone that nobody knows yet."""
        return Phone(self.client(), self.clock)

    async def open(self, session: str = "line_1") -> UUID:
        """Open a session as staff do."""
        session_id = self.district.sessions[session]
        answer = await self.signed_in("admin").post(f"/sessions/{session_id}/open")
        assert answer.status_code == 200, answer.text
        return session_id

    async def close(self, session: str = "line_1") -> None:
        """Close a session as staff do."""
        session_id = self.district.sessions[session]
        answer = await self.signed_in("admin").post(f"/sessions/{session_id}/close")
        assert answer.status_code == 200, answer.text

    async def screen(self, point: str = "hall") -> Screen:
        """Pair a screen of a point."""
        admin = self.signed_in("admin")
        added = (await admin.post(f"/points/{self.district.points[point]}/screens")).json()
        client = self.client()
        answer = await client.post("/screens/pair", json={"pairing_code": added["pairing_code"]})
        client.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        return Screen(client, UUID(added["id"]), self.clock)

    async def known_phone(self, person: str = "hoa", *, screen: Screen) -> Phone:
        """Make a phone that is bound to a member and confirmed, as if by the secretary."""
        phone = self.phone()
        await phone.exchange(await screen.typed())
        bound = await phone.name(
            self.district.people[person], last4=self.district.people[person].last4
        )
        assert bound.json()["evidence"] == "first", bound.text
        async with self.database.write() as db:
            member_id = self.district.people[person].id
            device = Device.member_id == member_id
            await db.execute(update(Device).where(device).values(confirmed_at=self.clock()))
        return phone

    async def count(self, table: type[DeclarativeBase]) -> int:
        """Count the rows of a table."""
        async with self.database.read() as db:
            return (await db.execute(select(func.count()).select_from(table))).scalar_one()

    async def finish(self) -> None:
        """Close every client."""
        for client in self._clients:
            await client.aclose()


def bearer(app: FastAPI, district: District, username: str, *, at: datetime) -> dict[str, str]:
    """Write the header of an account that has signed in, for a month."""
    signer: Signer = app.state.signer
    token = signer.issue(
        typ=ACCESS_TYP,
        subject=str(district.accounts[username]),
        token_id=str(new_id(at)),
        sid=str(district.sign_ins[username]),
        at=at,
        life=timedelta(days=30),
    )
    return {"Authorization": f"Bearer {token}"}


def program(
    database: Database, *, clock: MovingClock, folder: Path, public_url: str = PUBLIC_URL
) -> FastAPI:
    """Make an application ready to start, from one that has stopped where there is one."""
    # So many places and such patience that no test is turned away, however slow its machine.
    settings = Settings(data_dir=folder, caretaker_seconds=0, pool_size=60)
    if not _idle:
        return build(
            settings,
            clock=clock,
            master_key=MASTER_KEY,
            public_url=public_url,
            database=database,
            patience=_PATIENCE_SECONDS,
        )
    app = _idle.pop()
    equip(
        app,
        settings,
        clock=clock,
        master_key=MASTER_KEY,
        public_url=public_url,
        database=database,
    )
    return app


def stopped(app: FastAPI) -> None:
    """Keep an application that has stopped for the next test."""
    _idle.append(app)


@asynccontextmanager
async def running(
    url: str, district: District, *, clock: MovingClock, folder: Path, public_url: str = PUBLIC_URL
) -> AsyncIterator[World]:
    """Run the application on a database until the end of the block.

    What has stopped is used again: routes are made, and statements compiled, once a process.
    """
    with engines.lent(url) as engine:
        database = Database(url, engine=engine)
        app = program(database, clock=clock, folder=folder, public_url=public_url)
        async with app.router.lifespan_context(app):
            # A machine that runs tests may be slow; what overload does has tests of its own.
            app.state.committer.patience = _PATIENCE_SECONDS
            app.state.exchanger.patience = _PATIENCE_SECONDS
            # A stream of events ends after its first one, where a test does not say otherwise.
            app.state.watching.is_stopping = lambda: True
            world = World(app, database, clock, district)
            yield world
            await world.finish()
        stopped(app)
