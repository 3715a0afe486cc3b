"""A sandbox in tests: made once a process, and copied for each test that plays in it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2 as httpx
from fastapi import FastAPI

from api.app import build
from api.db import Database
from api.kit.clock import Clock
from api.sandbox import beginning
from api.sandbox.beginning import Credentials
from api.sandbox.clock import MovedClock
from api.settings import Settings
from tests.contract.conformance import checked
from tests.district import MASTER_KEY, PUBLIC_URL

MEMBERS = 300


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A running sandbox, and by whom it is tried."""

    app: FastAPI
    database: Database
    given: Credentials
    client: httpx.AsyncClient

    async def signed_in(self, **form: str) -> httpx.AsyncClient:
        """Ask for a token, by the clock of this moment, and give what speaks by it."""
        answer = await self.client.post("/auth/token", data=form)
        assert answer.status_code == 200, answer.text
        token = answer.json()["access_token"]
        return browser(self.app, Authorization=f"Bearer {token}")

    async def program(self) -> httpx.AsyncClient:
        """Give the client that came with the sandbox."""
        return await self.signed_in(
            grant_type="client_credentials",
            client_id=self.given.client_id,
            client_secret=self.given.client_secret,
        )

    async def admin(self) -> httpx.AsyncClient:
        """Give the administrator."""
        return await self.signed_in(
            grant_type="password", username="admin", password=self.given.admin_password
        )

    async def move(self, seconds: int) -> dict[str, Any]:
        """Move the clock."""
        answer = await self.client.put("/sandbox/clock", json={"advance_seconds": seconds})
        assert answer.status_code == 200, answer.text
        moved: dict[str, Any] = answer.json()
        return moved


def browser(app: FastAPI, **headers: str) -> httpx.AsyncClient:
    """Make a program or a browser with cookies of its own."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, raise_app_exceptions=False),
        base_url=f"{PUBLIC_URL}/api/v1",
        headers=headers,
        event_hooks={"response": [checked]},
    )


def settings_in(folder: Path) -> Settings:
    """Choose the folder of a sandbox."""
    settings = beginning.settings_of(folder, Settings(pool_size=60))
    return settings.model_copy(update={"caretaker_seconds": 0})


def made_in(folder: Path) -> None:
    """Make a sandbox with few members."""
    database = Database(f"sqlite:///{folder / beginning.DATABASE}")
    folder.mkdir(parents=True)
    preparing = beginning.prepare(
        database, MASTER_KEY, settings_in(folder), preset=beginning.PRESET, members=MEMBERS
    )
    asyncio.run(preparing)


@asynccontextmanager
async def rehearsing(folder: Path, *, real: Clock) -> AsyncIterator[Rehearsal]:
    """Run a sandbox by a real clock that a test moves."""
    database = Database(f"sqlite:///{folder / beginning.DATABASE}", pool_size=60)
    app = build(
        settings_in(folder),
        clock=MovedClock(real),
        master_key=MASTER_KEY,
        public_url=PUBLIC_URL,
        database=database,
        patience=60,
    )
    credentials = json.loads((folder / beginning.CREDENTIALS).read_text(encoding="utf-8"))
    async with app.router.lifespan_context(app), browser(app) as client:
        yield Rehearsal(app, database, Credentials(**credentials), client)
