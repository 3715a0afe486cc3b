"""The program that random mornings run: one session, started and stopped at will."""

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

import httpx2 as httpx
from hypothesis.stateful import (
    RuleBasedStateMachine,
)
from sqlalchemy import insert, select

from api.access.devices import PLAIN_COOKIE
from api.codes import derivation
from api.codes.derivation import CodeKey
from api.codes.rules import QrCode, qr_fragment
from api.kit import keys, seals
from api.tables.access import Device
from api.tables.attendance import Attendance
from api.tables.sessions import Window
from api.words import BindingOrigin
from tests.databases import Template
from tests.district import MASTER_KEY
from tests.machine.model import OWNERS, Code, Model, Span, step_at
from tests.moving_clock import MovingClock
from tests.world import Answer, World, running

T = TypeVar("T")

WITHOUT = ("khanh", "mai", "lan")
EVERYBODY = OWNERS + WITHOUT


def _unchecked(client: httpx.AsyncClient) -> httpx.AsyncClient:
    """Leave the contract to other tests: here thousands of requests are sent."""
    client.event_hooks = {}
    return client


class Program(RuleBasedStateMachine):
    """One session of the district, at one point; set `template` and `folder` before a run."""

    template: Template
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.url = self.template.copy(self.folder)
        self.district = deepcopy(self.template.district)
        self.clock = MovingClock()
        self.phones = {each: uuid4() for each in OWNERS}
        self.model = Model(spans=[Span(self.clock())])
        self.receipts: dict[str, tuple[UUID, dict[str, Any]]] = {}
        self.sent: list[tuple[UUID, dict[str, Any], str]] = []
        self.session_id = self.district.sessions["line_1"]
        self.hall = self.district.points["hall"]
        self.door = 0
        self.strangers = 0
        self.steps = 0  # a morning has a while before anything is closed
        self._start()
        self._do(self._prepare())

    # The program, started and stopped

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def _start(self) -> None:
        async def start() -> World:
            self.stack = AsyncExitStack()
            program = running(self.url, self.district, clock=self.clock, folder=self.folder)
            return await self.stack.enter_async_context(program)

        self.world: World = self._do(start())
        self.staff = _unchecked(self.world.signed_in("admin"))
        self.clients: dict[UUID, Any] = {}

    async def _prepare(self) -> None:
        at = self.clock()
        await self.world.open()
        points = (await self.staff.get(f"/sessions/{self.session_id}/points")).json()["items"]
        self.door = next(
            int(each["door"]) for each in points if each["point"]["id"] == str(self.hall)
        )
        async with self.world.database.write() as db:
            await db.execute(
                insert(Device),
                [
                    {
                        "id": phone,
                        "member_id": self.district.people[owner].id,
                        "bound_at": at - timedelta(days=90),
                        "origin": BindingOrigin.SECRETARY,
                        "confirmed_at": at,
                    }
                    for owner, phone in self.phones.items()
                ],
            )

    def teardown(self) -> None:
        self._do(self.stack.aclose())
        self.template.drop(self.url)
        self.loop.close()

    def _client(self, phone: UUID) -> Any:
        if phone not in self.clients:
            key = keys.derive(MASTER_KEY, info=b"device cookie")
            cookie = f"{PLAIN_COOKIE}={seals.seal(key, phone.bytes)}"
            self.clients[phone] = _unchecked(self.world.client(Cookie=cookie))
        return self.clients[phone]

    # What phones send

    def _qr(self, code: Code) -> str:
        key = CodeKey(self.session_id, self.hall, code.epoch)
        mac = derivation.qr_mac(MASTER_KEY, key, self.door, code.step)
        return qr_fragment(QrCode(self.door, code.step, mac))

    def _shown(self, ago: int) -> Code:
        """Tell the code that was shown so many steps ago; of -1 the one of the next step."""
        step = step_at(self.clock()) - ago
        epoch = sum(from_step <= step for from_step in self.model.rotations)
        return Code(step, epoch)

    def _post(self, client: Any, path: str, body: dict[str, Any] | None = None) -> Answer:
        answer: Answer = self._do(client.post(path, json=body) if body else client.post(path))
        return answer

    def _rows(self) -> dict[tuple[str, int], Attendance]:
        names = {self.district.people[each].id: each for each in EVERYBODY}

        async def read() -> list[Attendance]:
            async with self.world.database.read() as db:
                windows = select(Window.id).order_by(Window.ordinal)
                self.windows = list((await db.execute(windows)).scalars())
                return list((await db.execute(select(Attendance))).scalars())

        rows = self._do(read())
        found = {(names[row.member_id], self.windows.index(row.window_id)): row for row in rows}
        assert len(found) == len(rows), "somebody counts twice in one window"
        return found
