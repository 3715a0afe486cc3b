"""Which class each operation is of, and how a request takes its place and gives it back."""

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

import httpx2 as httpx
import pytest
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from api.admission import Admission, Class, class_of, room
from api.db import outage
from api.kit import validation
from api.kit.admission import Standing
from tests.contract.operations import OPERATIONS

SCREENS, CHECK_INS, ROSTERS, REPORTS = Class

# By tag; where a tag has operations of several classes, the first is that of most.
EXPECTED: dict[str, Class | tuple[Class, dict[Class, set[str]]]] = {
    "access": ROSTERS,
    "accounts": ROSTERS,
    "allocation": (ROSTERS, {REPORTS: {"proposeAllocation"}}),
    "attendance": ROSTERS,
    "audit": (REPORTS, {ROSTERS: {"listMemberViews"}}),
    "bridge points": ROSTERS,
    "check-in": CHECK_INS,
    "clients": ROSTERS,
    "conferences": ROSTERS,
    "deciding": (CHECK_INS, {ROSTERS: {"judgeReceipt", "listTypedNames"}}),
    "duties": (CHECK_INS, {ROSTERS: {"listDuties"}}),
    "flags": (ROSTERS, {CHECK_INS: {"decideFlag"}}),
    "halls": (CHECK_INS, {ROSTERS: {"listHeadCounts", "listCameraChecks"}}),
    "imports": REPORTS,
    "incidents": ROSTERS,
    "letterheads": ROSTERS,
    "make_ups": (ROSTERS, {REPORTS: {"proposeMakeUps"}}),
    "marks": (CHECK_INS, {ROSTERS: {"listPaperSheets"}, REPORTS: {"readPaperSheetPicture"}}),
    "meet": (REPORTS, {ROSTERS: {"readMeetHalls"}}),
    "members": ROSTERS,
    "notices": (ROSTERS, {CHECK_INS: {"markPosted", "markReceived"}}),
    "outbox": REPORTS,
    "phones": (ROSTERS, {CHECK_INS: {"confirmPhone", "revokePhone", "enrolPhone"}}),
    "preparation": ROSTERS,
    "presets": (ROSTERS, {REPORTS: {"copyConference", "addConferenceFromPreset"}}),
    "privacy": REPORTS,
    "records": ROSTERS,
    "reports": REPORTS,
    "rolls": (ROSTERS, {CHECK_INS: {"countersign"}}),
    "rosters": (ROSTERS, {REPORTS: {"printSigningSheet"}}),
    "screens": (SCREENS, {ROSTERS: {"addScreen", "listScreens", "listScreenCounts"}}),
    "sessions": (
        CHECK_INS,
        {
            ROSTERS: {
                "listSessionPoints",
                "listSessions",
                "listWindows",
                "readSession",
                "removePoint",
            }
        },
    ),
    "setup": ROSTERS,
    "summaries": REPORTS,
    "summonses": (ROSTERS, {REPORTS: {"publishSummonses"}}),
    "units": ROSTERS,
    "webhooks": REPORTS,
}
TAKE_NO_PLACE = {
    "checkIn",
    "issueTicket",
    "readHealth",
    "readReadiness",
    "readKeySet",
    "readServerMetadata",
}


def _expected(tag: str, name: str) -> Class | None:
    if name in TAKE_NO_PLACE:
        return None
    of_tag = EXPECTED[tag]
    if isinstance(of_tag, Class):
        return of_tag
    return next((kind for kind, names in of_tag[1].items() if name in names), of_tag[0])


def test_every_operation_of_the_contract_has_the_class_one_expects() -> None:
    wrong = {}
    for name, operation in OPERATIONS.items():
        found = class_of(operation.method.upper(), operation.path.replace("{", "").replace("}", ""))
        expected = _expected(operation.spec["tags"][0], name)
        if found != expected:
            wrong[name] = (found, expected)
    assert wrong == {}


def test_pages_take_no_place_and_an_unknown_address_does() -> None:
    assert class_of("GET", "/d/") is None
    assert class_of("GET", "/screen/qr.js") is None
    assert class_of("GET", "/metrics") is None
    assert class_of("GET", "/api/v1/nothing") is ROSTERS


@pytest.mark.parametrize("pool_size", [1, 5, 10, 40])
def test_a_pool_of_any_size_has_a_place_for_every_class_and_two_for_reports(pool_size: int) -> None:
    places = room(pool_size)
    reports = [places.ask(REPORTS, 0.0).standing for _ in range(3)]
    others = [places.ask(kind, 0.0).standing for kind in (SCREENS, CHECK_INS, ROSTERS)]
    assert reports.count(Standing.IN) == (2 if pool_size >= 10 else 1)
    assert others == [Standing.IN] * 3


# ---- a request's way through the gate


class Note(BaseModel):
    """What a test sends."""

    text: str


class Office:
    """A small application behind the gate, whose answers wait until the test lets them go."""

    def __init__(self) -> None:
        self.app = FastAPI()
        self.begun = 0
        self.both_begun = asyncio.Event()
        self.let_go = asyncio.Event()

        @self.app.get("/api/v1/reports/slow")
        async def slow() -> str:
            self.begun += 1
            if self.begun == 2:
                self.both_begun.set()
            await self.let_go.wait()
            return "done"

        @self.app.get("/api/v1/reports/stream")
        async def stream() -> StreamingResponse:
            return StreamingResponse(self._pieces())

        @self.app.post("/api/v1/reports")
        async def write(note: Note) -> str:
            self.begun += 1
            return note.text

        @self.app.get("/healthz")
        async def health() -> str:
            return "ok"

        validation.install(self.app, outage=outage)
        self.app.add_middleware(Admission, pool_size=10, patience=0.0)

    async def _pieces(self) -> AsyncIterator[bytes]:
        yield b"first"
        await self.let_go.wait()
        yield b"last"

    @asynccontextmanager
    async def full(self) -> AsyncIterator[httpx.AsyncClient]:
        """Let two reports be under way, which is the most."""
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://office.example"
        ) as client:
            held = [asyncio.create_task(client.get("/api/v1/reports/slow")) for _ in range(2)]
            await self.both_begun.wait()
            yield client
            self.let_go.set()
            assert [(await each).status_code for each in held] == [200, 200]


@pytest.fixture
def office() -> Office:
    return Office()


def _is_come_back(answer: httpx.Response) -> None:
    assert answer.status_code == 503
    assert 2 <= int(answer.headers["Retry-After"]) <= 10
    said = answer.json()
    assert said["code"] == "unavailable"
    assert said["detail"] == "Máy chủ đang bận. Máy của đồng chí sẽ tự gửi lại."
    assert said["retry_after_seconds"] == int(answer.headers["Retry-After"])


async def test_a_third_report_is_asked_to_come_back_in_vietnamese_and_health_still_answers(
    office: Office,
) -> None:
    async with office.full() as client:
        _is_come_back(await client.get("/api/v1/reports/slow"))
        assert (await client.get("/healthz")).status_code == 200
    assert office.begun == 2


async def test_what_is_sent_is_not_done_where_there_is_no_place_for_it(office: Office) -> None:
    async with office.full() as client:
        _is_come_back(await client.post("/api/v1/reports", json={"text": "one"}))
    assert office.begun == 2
    answer = await client_of(office).post("/api/v1/reports", json={"text": "one"})
    assert (answer.status_code, answer.json()) == (200, "one")


def client_of(office: Office) -> httpx.AsyncClient:
    """Make another client of the same application."""
    transport = httpx.ASGITransport(app=office.app)
    return httpx.AsyncClient(transport=transport, base_url="http://office.example")


async def test_a_stream_holds_no_place_once_it_has_begun(office: Office) -> None:
    begun = asyncio.Event()

    async def listen() -> None:
        await _asked(office, "GET", "/api/v1/reports/stream", on_start=begun.set)

    listeners = []
    for _ in range(5):
        begun.clear()
        listeners.append(asyncio.create_task(listen()))
        await begun.wait()
    async with office.full() as client:
        _is_come_back(await client.get("/api/v1/reports/slow"))
    await asyncio.gather(*listeners)


async def test_a_slow_line_holds_no_place_while_its_body_arrives(office: Office) -> None:
    arrived = asyncio.Event()
    sending = asyncio.create_task(
        _asked(office, "POST", "/api/v1/reports", body=b'{"text": "two"}', after=arrived)
    )
    await asyncio.sleep(0)
    async with office.full():  # both places are there to be had
        pass
    arrived.set()
    assert await sending == 200


async def _asked(
    office: Office,
    method: str,
    path: str,
    *,
    body: bytes = b"",
    after: asyncio.Event | None = None,
    on_start: Any = None,
) -> int:
    """Ask as a server does: by messages, the body's end only `after` an event."""
    status = 0
    pieces = iter([body[:3], body[3:]])

    async def receive() -> MutableMapping[str, Any]:
        piece = next(pieces, None)
        if piece is None:
            await asyncio.Event().wait()  # the line stays open
            raise AssertionError
        if after is not None and body.endswith(piece):
            await after.wait()
        return {"type": "http.request", "body": piece, "more_body": not body.endswith(piece)}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
            if on_start is not None:
                on_start()

    headers = [(b"content-type", b"application/json")]
    if body:
        headers.append((b"content-length", str(len(body)).encode()))
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": headers,
        "scheme": "http",
        "server": ("office.example", 80),
    }
    await office.app(scope, receive, send)
    return status
