"""The application behind a real port: a thread and an event loop of its own, and a moving clock."""

import asyncio
import socket
import sqlite3
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import httpx2 as httpx
import uvicorn
from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from api.codes import derivation
from api.codes.derivation import CodeKey
from api.codes.rules import step_of
from api.db import Database
from api.tables.access import Device
from api.words import BindingOrigin
from tests.databases import Template
from tests.district import MASTER_KEY, District
from tests.moving_clock import MovingClock
from tests.world import bearer, program, stopped

T = TypeVar("T")
_PATIENCE_SECONDS = 20


@dataclass(slots=True)
class Site:
    """A running installation as its staff see it; only the test moves its clock."""

    url: str
    database_url: str
    app: FastAPI
    clock: MovingClock
    district: District
    http: httpx.Client
    loop: asyncio.AbstractEventLoop

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.url.rsplit(":", 1)[1])

    def do(self, act: Callable[[AsyncSession], Awaitable[T]]) -> T:
        """Run `act` in a transaction of its own, on the server's loop."""

        async def written() -> T:
            database: Database = self.app.state.database
            async with database.write() as db:
                return await act(db)

        return asyncio.run_coroutine_threadsafe(written(), self.loop).result(_PATIENCE_SECONDS)

    def staff(self, method: str, path: str, body: Any = None, username: str = "admin") -> Any:
        """Call the API as an account, and read the answer's JSON."""
        answer = self.http.request(
            method, f"/api/v1{path}", json=body, headers=self.bearer(username)
        )
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    def bearer(self, username: str) -> dict[str, str]:
        """Write the header of an account that is signed in."""
        return bearer(self.app, self.district, username, at=self.clock())

    def open(self, session: str = "line_1") -> UUID:
        """Open a session as staff do."""
        session_id = self.district.sessions[session]
        self.staff("POST", f"/sessions/{session_id}/open")
        return session_id

    def open_window(self, kind: str, session: str = "line_1") -> None:
        """Begin a further roll-call of a session."""
        path = f"/sessions/{self.district.sessions[session]}/windows"
        self.staff("POST", path, {"kind": kind})

    def close(self, session: str = "line_1") -> None:
        """Close a session as staff do."""
        self.staff("POST", f"/sessions/{self.district.sessions[session]}/close")

    def rotate(self, session: str = "line_1", point: str = "hall") -> None:
        """Press “Đổi mã ngay”."""
        session_id, point_id = self.district.sessions[session], self.district.points[point]
        self.staff("POST", f"/sessions/{session_id}/points/{point_id}/rotate")

    def new_screen(self, point: str = "hall") -> dict[str, str]:
        """Ask for a pairing code: `id` and `pairing_code`."""
        added: dict[str, str] = self.staff("POST", f"/points/{self.district.points[point]}/screens")
        return added

    def bind(self, phone_id: UUID, person: str, *, confirmed: bool) -> None:
        """Bind a phone to a member, provisionally or as the secretary has confirmed it."""
        at = self.clock()
        device = Device(
            id=phone_id,
            member_id=self.district.people[person].id,
            bound_at=at,
            origin=BindingOrigin.SECRETARY if confirmed else BindingOrigin.LAST4,
            confirmed_at=at if confirmed else None,
        )

        async def add(db: AsyncSession) -> None:
            db.add(device)

        self.do(add)

    def unbind(self, person: str) -> None:
        """Strike the phone of a member off."""
        whose = Device.member_id == self.district.people[person].id

        async def strike(db: AsyncSession) -> None:
            await db.execute(update(Device).where(whose).values(revoked_at=self.clock()))

        self.do(strike)

    def typed(
        self, *, steps: int = 0, session: str = "line_1", epoch: int = 0, point: str = "hall"
    ) -> dict[str, str]:
        """Tell what the screen of a point has for typing, `steps` from now."""
        key, door = self._code(session, epoch, point)
        digits = derivation.digits(MASTER_KEY, key, step_of(self.clock()) + steps)
        return {"door": f"{door:02d}", "digits": digits}

    def address(self, *, steps: int = 0, session: str = "line_1", epoch: int = 0) -> str:
        """Tell the address in the QR of the hall's screen, `steps` from now."""
        key, door = self._code(session, epoch)
        step = step_of(self.clock()) + steps
        return derivation.qr_url(self.url, MASTER_KEY, key, door, step)

    def _code(self, session: str, epoch: int, point: str = "hall") -> tuple[CodeKey, int]:
        session_id, point_id = self.district.sessions[session], self.district.points[point]
        points = self.staff("GET", f"/sessions/{session_id}/points")["items"]
        (door,) = (each["door"] for each in points if each["point"]["id"] == str(point_id))
        return CodeKey(session_id, point_id, epoch), int(door)

    def counted(self, session: str = "line_1") -> tuple[int, int]:
        """Count who is present and who is pending in a session."""
        live = self.staff("GET", f"/sessions/{self.district.sessions[session]}/live")
        return live["present"], live["pending"] + live["typed_names"]

    def on_a_fresh_phone(self, code: dict[str, str]) -> httpx.Response:
        """Exchange a code on a phone that nobody knows."""
        self.http.cookies.clear()
        return self.http.post("/api/v1/check-ins/tickets", json=code)


@contextmanager
def serving(
    template: Template, folder: Path, clock: MovingClock, *, demo: bool = False
) -> Iterator[Site]:
    """Serve a copy of the template on a free port until the end of the block."""
    database_url = template.copy(folder)
    if demo:
        _mark_as_demo(database_url)
    # With its protocol named, or asyncio leaves Nagle's delay of 40 ms on.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        app = program(Database(database_url), clock=clock, folder=folder, public_url=url)
        with _in_a_thread(app, listening) as loop, httpx.Client(base_url=url, timeout=20) as http:
            assert http.get("/healthz").status_code == 200
            yield Site(url, database_url, app, clock, template.district, http, loop)
        stopped(app)


@contextmanager
def _in_a_thread(app: FastAPI, listening: socket.socket) -> Iterator[asyncio.AbstractEventLoop]:
    config = uvicorn.Config(
        app, lifespan="on", log_level="warning", access_log=False, timeout_graceful_shutdown=5
    )
    server = uvicorn.Server(config)
    loop = asyncio.new_event_loop()
    failures: list[BaseException] = []

    def run() -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                runner.run(server.serve(sockets=[listening]))
        except BaseException as failure:  # told to the test below
            failures.append(failure)

    thread = threading.Thread(target=run, name="site", daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        server.should_exit = True
        thread.join(_PATIENCE_SECONDS)
        assert not thread.is_alive(), "the server does not stop"
        assert not failures, failures


def _mark_as_demo(database_url: str) -> None:
    connection = sqlite3.connect(database_url.removeprefix("sqlite:///"))
    with connection:
        connection.execute("UPDATE installation SET is_demo = 1")
    connection.close()
