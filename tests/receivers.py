"""Those at the other end: a real mail server and a real program that takes messages."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword
from aiosmtpd.smtp import Session as Conversation

from api.app import sender_of
from api.kit.ids import new_id
from api.outbox.mail import mail_server
from api.outbox.sender import Sender
from api.settings import Settings
from api.tables.reports import Report
from api.words import ReportKind, ReportState
from tests.district import PUBLIC_URL
from tests.world import World

MAIL_FROM = "Ban Tuyên giáo <btg@huyenuy.example>"


@dataclass
class Hold:
    """Keeps the answer to what has arrived back until it is let go."""

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class PostBox:
    """A mail server that keeps what it takes; `answers` are given first, one a mail."""

    url: str = ""
    mails: list[EmailMessage] = field(default_factory=list)
    answers_to_rcpt: list[str] = field(default_factory=list)
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)
    hold: Hold | None = None
    hangs_up: bool = False

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Conversation, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.answers_to_rcpt:
            return self.answers_to_rcpt.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Conversation, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.hangs_up:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        if self.hold is not None:
            self.hold.arrived.set()
            await self.hold.let_go.wait()
        return "250 2.0.0 kept as 4711"

    def log_in(
        self,
        _server: SMTP,
        _session: Conversation,
        _envelope: Envelope,
        _mechanism: str,
        given: Any,
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.logins.append((given.login, given.password))
        return AuthResult(success=True)


@asynccontextmanager
async def post_box() -> AsyncIterator[PostBox]:
    """Run a mail server on a free port of this machine."""
    box = PostBox()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(
            box, loop=loop, authenticator=box.log_in, auth_require_tls=False, hostname="mx.example"
        ),
        "127.0.0.1",
        0,
    )
    box.url = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield box
    finally:
        server.close()
        await server.wait_closed()


@dataclass(frozen=True)
class Got:
    """A message as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: bytes

    def told(self) -> dict[str, Any]:
        """Read what it tells."""
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class Program:
    """A program that takes messages; it answers by the path, 204 where nothing else is said."""

    port: int = 0
    got: list[Got] = field(default_factory=list)
    answers: dict[str, list[int]] = field(default_factory=dict)
    """The answers of a path, the last of them for good."""
    hold: Hold | None = None
    headers: str = ""

    def url(self, path: str = "/") -> str:
        """Tell an address of it."""
        return f"http://127.0.0.1:{self.port}{path}"

    async def speak(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take one message and answer."""
        try:
            await self._answer(reader, writer)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.strip().split("\r\n")
        headers = {name.lower(): value for name, value in (each.split(": ", 1) for each in lines)}
        body = await reader.readexactly(int(headers["content-length"]))
        path = first.split()[1]
        self.got.append(Got(path, headers, body))
        if self.hold is not None:
            self.hold.arrived.set()
            await self.hold.let_go.wait()
        answers = self.answers.get(path, [204])
        status = answers.pop(0) if len(answers) > 1 else answers[0]
        writer.write(f"HTTP/1.1 {status} So\r\n{self.headers}Content-Length: 0\r\n\r\n".encode())


@asynccontextmanager
async def program(**options: Any) -> AsyncIterator[Program]:
    """Run a program on a free port of this machine."""
    running = Program()
    spoken: set[asyncio.Task[None]] = set()

    def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        spoken.add(asyncio.create_task(running.speak(reader, writer)))

    server = await asyncio.start_server(speak, "127.0.0.1", 0, **options)
    running.port = server.sockets[0].getsockname()[1]
    try:
        yield running
    finally:
        server.close()
        await server.wait_closed()
        for each in spoken:  # a line that nobody closed would be complained of in another test
            each.cancel()
        await asyncio.gather(*spoken, return_exceptions=True)


def with_mail(world: World, url: str) -> Sender:
    """Set mail up in a world that runs, and make a sender of it."""
    world.app.state.settings = Settings(
        data_dir=world.app.state.data_dir, caretaker_seconds=0, smtp_url=url, mail_from=MAIL_FROM
    )
    world.app.state.mail_server = mail_server(url, MAIL_FROM, public_url=PUBLIC_URL)
    return sender_of(world.app)


async def killed(sender: Sender, hold: Hold, *, world: World) -> None:
    """Let a sender hand something over, and die before it hears the answer."""
    step = asyncio.ensure_future(sender.step(at=world.clock()))
    await hold.arrived.wait()
    step.cancel()
    await asyncio.gather(step, return_exceptions=True)
    hold.let_go.set()


async def added_webhook(world: World, url: str, *acts: str, unit: str = "district") -> Any:
    """Let a program be told of acts at a unit, from now on; gives the answer."""
    world.clock.move(seconds=1)
    new = {"unit_id": str(world.district.units[unit]), "url": url, "acts": list(acts)}
    answer = await world.signed_in("admin").post("/webhooks", json=new)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def told_of_itself(world: World, webhook_id: str) -> UUID:
    """Let a webhook be sent a message that tells of nothing; gives its delivery."""
    answer = await world.signed_in("admin").post(f"/webhooks/{webhook_id}/test")
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["id"])


async def a_report(world: World, *, kind: ReportKind = ReportKind.QUICK) -> UUID:
    """Keep a submitted report of Bom Bo, of line 1 or of the whole conference."""
    is_quick = kind is ReportKind.QUICK
    async with world.database.write() as db:
        report = Report(
            id=new_id(world.clock()),
            conference_id=world.district.conference_id,
            unit_id=world.district.units["bom_bo"],
            kind=kind,
            session_id=world.district.sessions["line_1"] if is_quick else None,
            state=ReportState.SUBMITTED,
            created_at=world.clock(),
            account_id=world.district.accounts["bithu-bom-bo"],
        )
        db.add(report)
        await db.flush()
        return report.id
