"""The courier of messages: signs them, looks whom it would connect to, and posts them."""

import asyncio
import json
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Final

import httpx2 as httpx
from sqlalchemy.ext.asyncio import AsyncSession
from standardwebhooks import Webhook as Signer

from api import events
from api.db import Database, one_at_a_time
from api.events import SYSTEM, Happening
from api.outbox import store as outbox
from api.outbox.couriers import Handed, NotToSend
from api.outbox.rules import Outcome
from api.tables.outbox import Delivery
from api.webhooks import store
from api.webhooks.rules import (
    GONE,
    LONGEST_ROW_OF_DEAD,
    MOST_BYTES,
    asked_pause,
    is_public,
    missing_scope,
    outcome_of,
)
from api.webhooks.signing import previous_secret_of, secret_of
from api.webhooks.telling import Teller

SECONDS_OF_A_STEP: Final = 10
"""How long a receiver may take to be reached, and to answer."""
LONGEST_SECONDS: Final = 20

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


async def resolve(host: str, port: int) -> Sequence[str]:
    """Ask for the addresses of a host, in the order to try them."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class _NotPublic(Exception):
    """A name that leads into the house."""


@cache
def _trusted() -> ssl.SSLContext:
    """Trust whom the machine trusts; read once a process, for it takes 40 ms."""
    return ssl.create_default_context()


class Poster:
    """Posts each message once an attempt, under the same `webhook-id`."""

    def __init__(
        self,
        database: Database,
        teller: Teller,
        *,
        master_key: bytes,
        is_try_out: bool,
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._database = database
        self._teller = teller
        self._master_key = master_key
        self._is_try_out = is_try_out
        self._resolve = resolve
        self._tls = tls or _trusted()

    async def hand_over(self, delivery: Delivery, *, at: datetime) -> Handed:
        """Sign and post a message.

        Raises: NotToSend where its webhook is off or gone, or what it tells of is confidential now.
        """
        url, secrets = await self._receiver(delivery, at=at)
        content = json.dumps(delivery.payload, ensure_ascii=False, separators=(",", ":"))
        if len(content.encode()) > MOST_BYTES:
            raise NotToSend("nội dung dài quá mức cho phép")
        name = str(delivery.id)
        headers = {
            "content-type": "application/json",
            "user-agent": "DiemDanh-Webhooks",
            "webhook-id": name,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": " ".join(
                Signer(secret).sign(name, at.astimezone(UTC), content) for secret in secrets
            ),
        }
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                status, retry_after = await self._post(url, headers, content.encode())
        except _NotPublic:
            return Handed(Outcome.FAILED, "địa chỉ dẫn vào mạng nội bộ")
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as failure:
            return Handed(Outcome.FAILED, type(failure).__name__)
        pause = asked_pause(retry_after, at=at)
        return Handed(outcome_of(status), f"HTTP {status}", status, asked_pause=pause)

    async def given_up(
        self, db: AsyncSession, delivery: Delivery, handed: Handed, *, at: datetime
    ) -> None:
        """Turn a webhook off that wants nothing more, or that nothing has reached for long.

        Whoever changes it or turns it on has looked after it: those that died before count no more.
        """
        if delivery.webhook_id is None:
            return
        # Of those that die at one moment the last must see the others.
        await one_at_a_time(db, f"webhook {delivery.webhook_id}")
        if handed.status == GONE:
            reason = "Bên nhận trả lời 410: không nhận nữa"
        elif await outbox.is_dead_in_a_row(
            db,
            delivery.webhook_id,
            count=LONGEST_ROW_OF_DEAD,
            since=await store.changed_at(db, delivery.webhook_id),
        ):
            reason = f"{LONGEST_ROW_OF_DEAD} lần gửi liền không tới nơi"
        else:
            return
        if await store.disable(db, delivery.webhook_id, reason=reason, at=at):
            changes = events.changed({"is_disabled": False}, {"is_disabled": True})
            happening = Happening(
                SYSTEM, events.WEBHOOK_CHANGED, delivery.webhook_id, at, changes=changes
            )
            await events.append(db, happening)

    async def _receiver(self, delivery: Delivery, *, at: datetime) -> tuple[str, list[str]]:
        """Find where a message goes, and the secrets that sign it, the newest first."""
        async with self._database.read() as db:
            found = await store.get(db, delivery.webhook_id) if delivery.webhook_id else None
            may_leave = await self._teller.may_leave(db, delivery)
        if found is None:
            raise NotToSend("địa chỉ nhận đã bị xóa")
        webhook, listener = found
        if listener is not None and listener.is_revoked:
            raise NotToSend("phần mềm nhận đã bị thu hồi")
        if listener is not None and missing_scope([delivery.template], listener.scopes):
            raise NotToSend("phần mềm nhận không còn quyền biết việc này")
        if webhook.disabled_at is not None:
            reason = webhook.disabled_reason
            raise NotToSend("địa chỉ nhận đang tắt" + (f": {reason}" if reason else ""))
        if not may_leave:
            raise NotToSend("nội dung mật, không gửi ra ngoài")
        secret = secret_of(self._master_key, webhook.id, webhook.sealed_secret)
        if secret is None:
            raise NotToSend("khóa ký thuộc khóa chủ khác; mời thêm lại địa chỉ nhận")
        before = previous_secret_of(self._master_key, webhook, at=at)
        return webhook.url, [secret, *([before] if before is not None else [])]

    async def _post(
        self, url: str, headers: dict[str, str], content: bytes
    ) -> tuple[int, str | None]:
        """Post to the very address that was looked at: the name is asked for once.

        Gives the status of the answer and its Retry-After.

        One client a message: connections to one address are never shared by two names.
        """
        named = httpx.URL(url)
        if named.scheme != "https" and not self._is_try_out:
            raise _NotPublic
        host = named.raw_host.decode("ascii").strip("[]")
        port = named.port or (443 if named.scheme == "https" else 80)
        addresses = await self._resolve(host, port)
        if not self._is_try_out and not all(is_public(each) for each in addresses):
            raise _NotPublic
        headers = {**headers, "host": named.netloc.decode("ascii")}
        for ordinal, address in enumerate(addresses, start=1):
            request = httpx.Request(
                "POST",
                named.copy_with(host=address),
                headers=headers,
                content=content,
                extensions={"sni_hostname": host},
            )
            try:
                return await self._answer(request)
            except httpx.ConnectError:
                if ordinal == len(addresses):
                    raise
        raise httpx.ConnectError("no address")

    async def _answer(self, request: httpx.Request) -> tuple[int, str | None]:
        transport = httpx.AsyncHTTPTransport(verify=self._tls, trust_env=False)
        request.extensions["timeout"] = httpx.Timeout(SECONDS_OF_A_STEP).as_dict()
        async with transport:
            response = await transport.handle_async_request(request)
            await response.aclose()  # whatever it says is not read
        return response.status_code, response.headers.get("retry-after")
