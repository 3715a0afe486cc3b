"""Mail: how a letter is put into MIME and handed to the mail server (RFC 5321, RFC 5322)."""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.errors import HeaderParseError
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final
from urllib.parse import unquote, urlsplit

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import Database
from api.outbox.couriers import Composer, Handed, Letter, NotToSend
from api.outbox.rules import Outcome
from api.tables.outbox import Delivery

try:
    import aiosmtplib
except ImportError:  # the extra `mail`
    aiosmtplib = None  # type: ignore[assignment]

_log = structlog.get_logger("api.outbox")

SECONDS_OF_A_STEP: Final = 30
"""How long the mail server may take for one answer."""
LONGEST_SECONDS: Final = 120
"""How long all of it may take: much less than the lease."""
_UNUSABLE: Final = "DIEMDANH_SMTP_URL must be smtp://host:port or smtps://user:password@host:port"
_MIME: Final = policy.SMTP.clone(cte_type="7bit")

ReadFile = Callable[[str], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and as whom it is sent."""

    host: str
    port: int
    is_tls: bool
    must_upgrade: bool
    username: str | None
    password: str | None
    sender: Address
    own_host: str


def mail_server(smtp_url: str, mail_from: str, *, public_url: str) -> MailServer | None:
    """Read the settings of mail; None where there are none.

    A password goes over a line of its own only where that is encrypted, but for this machine.

    Raises: ValueError where they cannot be used, or what speaks SMTP is not installed.
    """
    if not smtp_url:
        return None
    if aiosmtplib is None:
        raise ValueError("DIEMDANH_SMTP_URL is set, but mail is not installed: add the extra mail")
    try:
        parts = urlsplit(smtp_url)
        port = parts.port
    except ValueError as unreadable:
        raise ValueError(_UNUSABLE) from unreadable
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.path.strip("/"):
        raise ValueError(_UNUSABLE)
    is_tls = parts.scheme == "smtps"
    username = unquote(parts.username) if parts.username else None
    usual = 465 if is_tls else 587 if username else 25
    return MailServer(
        host=parts.hostname,
        port=port or usual,
        is_tls=is_tls,
        must_upgrade=not is_tls and username is not None and not _is_this_machine(parts.hostname),
        username=username,
        password=unquote(parts.password or "") if username else None,
        sender=_address(mail_from),
        own_host=urlsplit(public_url).hostname or "localhost",
    )


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _address(text: str) -> Address:
    parsed: dict[str, object] = {"defects": []}
    try:
        AddressHeader.parse(text, parsed)
        groups = parsed["groups"]
        (address,) = [each for group in groups for each in group.addresses]  # type: ignore[attr-defined]
    except (ValueError, IndexError, HeaderParseError) as unreadable:
        raise ValueError("DIEMDANH_MAIL_FROM must be one mail address") from unreadable
    if parsed["defects"] or not address.username or "." not in address.domain:
        raise ValueError("DIEMDANH_MAIL_FROM must be one mail address, as in a@b.example")
    found: Address = address
    return found


def message_id(delivery: Delivery, own_host: str) -> str:
    """Name the mail of a delivery: the same at each attempt."""
    return f"<{delivery.id}@{own_host}>"


def mime(
    letter: Letter,
    delivery: Delivery,
    files: Mapping[str, bytes],
    *,
    server: MailServer,
    at: datetime,
) -> EmailMessage:
    """Put a letter and its files (by digest) into a message.

    Raises: NotToSend where a file is gone.
    """
    message = EmailMessage(policy=_MIME)
    message["From"] = server.sender
    message["To"] = letter.to or delivery.destination
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(delivery, server.own_host)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    for each in delivery.attachments:
        if each["digest"] not in files:
            raise NotToSend(f"không còn tệp {each['name']}")
        maintype, _, subtype = str(each["media_type"]).partition("/")
        message.add_attachment(
            files[each["digest"]], maintype=maintype, subtype=subtype, filename=each["name"]
        )
    return message


async def static(db: AsyncSession, delivery: Delivery, *, at: datetime) -> Letter:  # noqa: ARG001
    """Word a mail whose payload holds its `subject` and its `text`."""
    return Letter(str(delivery.payload["subject"]), str(delivery.payload["text"]))


class MailCourier:
    """Words mails by their template and hands them to the mail server."""

    def __init__(
        self,
        server: MailServer,
        database: Database,
        composers: Mapping[str, Composer],
        read_file: ReadFile,
    ) -> None:
        self._server = server
        self._database = database
        self._composers = composers
        self._read_file = read_file

    async def hand_over(self, delivery: Delivery, *, at: datetime) -> Handed:
        """Word a mail, commit what that changed, and only then hand it over.

        Raises: NotToSend.
        """
        try:
            letter, message = await self._message(delivery, at=at)
        except NotToSend:
            raise
        except Exception as failure:
            _log.error("mail_not_worded", delivery_id=str(delivery.id), exc_info=failure)
            return Handed(Outcome.FAILED, "chưa soạn được thư")
        return await self._send(message, delivery, to=letter.to or delivery.destination)

    async def given_up(
        self, db: AsyncSession, delivery: Delivery, handed: Handed, *, at: datetime
    ) -> None:
        """Do nothing more: a mail that died is on the list."""

    async def _message(self, delivery: Delivery, *, at: datetime) -> tuple[Letter, EmailMessage]:
        composer = self._composers.get(delivery.template)
        if composer is None:
            raise NotToSend(f"không có mẫu thư {delivery.template}")
        files: dict[str, bytes] = {}
        for each in delivery.attachments:
            content = await self._read_file(each["digest"])
            if content is not None:
                files[each["digest"]] = content
        async with self._database.write() as db:
            letter = await composer(db, delivery, at=at)
        return letter, mime(letter, delivery, files, server=self._server, at=at)

    async def _send(self, message: EmailMessage, delivery: Delivery, *, to: str) -> Handed:
        server = self._server
        client = aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.is_tls,
            start_tls=True if server.must_upgrade else False if server.is_tls else None,
            username=server.username,
            password=server.password,
            local_hostname=_greeting(server.own_host),
            timeout=SECONDS_OF_A_STEP,
        )
        is_handed = False
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await client.connect()
                await client.mail(server.sender.addr_spec)
                await client.rcpt(to)
                is_handed = True
                answer = await client.data(message.as_bytes())
        except aiosmtplib.SMTPResponseException as refusal:
            # An answer to DATA is one, too: the server says that it has not taken the mail.
            outcome = Outcome.REFUSED if refusal.code >= 500 else Outcome.FAILED
            if isinstance(refusal, aiosmtplib.SMTPAuthenticationError):
                outcome = Outcome.FAILED  # the settings are wrong, not the mail
            return Handed(outcome, refusal.message, refusal.code)
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as failure:
            outcome = Outcome.UNKNOWN if is_handed else Outcome.FAILED
            return Handed(outcome, f"{type(failure).__name__}: {failure}")
        finally:
            client.close()
        named = message_id(delivery, server.own_host)
        return Handed(Outcome.ACCEPTED, answer.message, answer.code, named)


def _greeting(own_host: str) -> str:
    try:
        address = ipaddress.ip_address(own_host)
    except ValueError:
        return own_host
    return f"[IPv6:{address}]" if address.version == 6 else f"[{address}]"
