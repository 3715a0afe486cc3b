"""The light door answers to the byte what FastAPI answers, and takes only what is well formed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.types import ASGIApp, Message

from api.checkin.door import TwoDoors
from tests.world import Phone, World, named

PATH = "/api/v1/check-ins"


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as the server hands it over."""

    body: Any = None
    method: str = "POST"
    path: str = PATH
    query: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    pieces: int = 1
    breaks_off: bool = False
    kind: str | None = "application/json"

    def messages(self) -> list[Message]:
        raw = self.raw()
        size = max(1, -(-len(raw) // self.pieces))
        parts = [raw[at : at + size] for at in range(0, len(raw), size)] or [b""]
        told: list[Message] = [
            {"type": "http.request", "body": part, "more_body": True} for part in parts
        ]
        if self.breaks_off:
            return [*told, {"type": "http.disconnect"}]
        told[-1]["more_body"] = False
        return [*told, {"type": "http.disconnect"}]

    def raw(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return b"" if self.body is None else json.dumps(self.body, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Got:
    """An answer, to the byte."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    framework: bool = field(compare=False)


async def ask(world: World, app: ASGIApp, sent: Sent, cookie: str | None) -> Got:
    """Send one request to a door."""
    given = [("host", "diemdanh.example"), *sent.headers]
    if sent.kind is not None:
        given.append(("content-type", sent.kind))
    if cookie is not None:
        given.append(("cookie", cookie))
    scope: dict[str, Any] = {
        "type": "http",
        "http_version": "1.1",
        "method": sent.method,
        "scheme": "https",
        "path": sent.path,
        "raw_path": sent.path.encode(),
        "query_string": sent.query,
        "root_path": "",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in given],
        "client": ("203.0.113.7", 50_000),
        "server": ("diemdanh.example", 443),
    }
    waiting = iter(sent.messages())
    answered: list[Message] = []

    async def receive() -> Message:
        return next(waiting)

    async def send(message: Message) -> None:
        answered.append(message)

    await app(scope, receive, send)
    begun, *parts = answered
    body = b"".join(part.get("body", b"") for part in parts)
    return Got(begun["status"], list(begun["headers"]), body, "router" in scope)


def doors(world: World) -> tuple[ASGIApp, ASGIApp]:
    """Give the light door, and what stands behind it."""
    assert isinstance(world.app, TwoDoors)
    return world.app, world.app.light_door.app


async def holding(world: World) -> tuple[Phone, str]:
    """Make a phone that is a member's and holds a ticket; give its cookie."""
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone(screen=screen)
    await phone.exchange(await screen.typed())
    (cookie,) = phone.client.cookies.jar
    return phone, f"{cookie.name}={cookie.value}"


DEVICE = {"kind": "device"}


async def test_both_doors_answer_a_check_in_alike(world: World) -> None:
    phone, cookie = await holding(world)
    stranger = world.phone()
    await stranger.exchange(await (await world.screen()).typed())
    tap = phone.body(DEVICE)
    by_name = phone.body(named(world.district.people["hoa"], last4="0000"))
    own, foreign = ("origin", "https://diemdanh.example"), ("origin", "https://other.example")
    light: dict[str, Sent] = {
        "good": Sent(tap),
        "again": Sent(tap),
        "in pieces": Sent(phone.body(DEVICE), pieces=7),
        "on our page": Sent(phone.body(DEVICE), headers=(own,)),
        "other body": Sent({**tap, "who": by_name["who"]}),
        "other body, in English": Sent(
            {**tap, "who": by_name["who"]}, headers=(("accept-language", "en-GB,vi;q=0.5"),)
        ),
        "no UUIDv7": Sent({**tap, "id": "01980000-0000-4000-8000-000000000000"}),
        "forged ticket": Sent({**phone.body(DEVICE), "ticket": phone.ticket[:-2] + "AA"}),
        "another's ticket": Sent({**phone.body(DEVICE), "ticket": stranger.ticket}),
        "no member's name": Sent(by_name),
        "as a form of text": Sent(phone.body(DEVICE), headers=(("accept", "text/html"),)),
    }
    handed_on: dict[str, Sent] = {
        "foreign page": Sent(tap, headers=(foreign,)),
        "empty": Sent(),
        "bad JSON": Sent(b'{"id": '),
        "no UTF-8": Sent(b'{"id": "\xff"}'),
        "UTF-16": Sent(json.dumps(tap).encode("utf-16")),
        "a list": Sent([tap]),
        "unknown field": Sent({**tap, "more": 1}),
        "missing field": Sent({"id": tap["id"], "ticket": phone.ticket}),
        "NUL": Sent({**tap, "ticket": "\0"}),
        "foreign page, bad body": Sent({}, headers=(foreign,)),
        "query": Sent(tap, query=b"who=me"),
        "on our page, by a proxy": Sent(tap, headers=(own, ("x-forwarded-proto", "https"))),
        "too large, as it says": Sent(
            {**tap, "more": "x" * 70_000}, headers=(("content-length", "70200"),)
        ),
        "too large, in pieces": Sent({**tap, "more": "x" * 70_000}, pieces=9),
        "too large, says little": Sent(
            {**tap, "more": "x" * 70_000}, headers=(("content-length", "9"),)
        ),
        "breaks off": Sent(tap, pieces=3, breaks_off=True),
        "text": Sent(tap, kind="text/plain"),
        "no type": Sent(tap, kind=None),
        "with a charset": Sent(tap, kind="application/json; charset=utf-8"),
        "another JSON": Sent(tap, kind="application/cloudevents+json"),
        "a header twice": Sent(tap, headers=(("cookie", "a=b"),)),
        "GET": Sent(method="GET"),
        "HEAD": Sent(method="HEAD"),
        "OPTIONS": Sent(method="OPTIONS"),
        "PUT": Sent(tap, method="PUT"),
        "a slash more": Sent(tap, path=f"{PATH}/"),
    }
    await compare(world, light, cookie, by_light=True)
    await compare(world, handed_on, cookie, by_light=False)
    without = {"no cookie": Sent(phone.body(DEVICE))}
    await compare(world, without, None, by_light=True)
    await compare(world, without, cookie[:-1] + "!", by_light=True)
    await compare(world, without, f"a=b; {cookie}; c", by_light=True)


async def test_both_doors_answer_a_code_alike(world: World) -> None:
    _, cookie = await holding(world)
    screen = await world.screen()
    good, old = await screen.scanned(), await screen.scanned(step=1)
    typed = await screen.typed()
    world.clock.move(seconds=90)
    path = f"{PATH}/tickets"
    light = {
        "stale": Sent(good, path=path),
        "stale, in pieces": Sent(old, path=path, pieces=4),
        "good": Sent(await screen.scanned(), path=path),
        "typed": Sent(await screen.typed(), path=path),
        "typed, stale": Sent(typed, path=path),
        "malformed": Sent({"qr": "1.2"}, path=path, headers=(("accept-language", "en"),)),
        "malformed, typed": Sent({"door": "x", "digits": "1"}, path=path),
    }
    handed_on = {
        "neither": Sent({"qr": good["qr"], "door": "7"}, path=path),
        "nothing": Sent(path=path),
        "foreign page": Sent(good, path=path, headers=(("origin", "https://other.example"),)),
        "GET": Sent(path=path, method="GET"),
    }
    await compare(world, light, cookie, by_light=True)
    await compare(world, handed_on, cookie, by_light=False)
    # A phone that nobody knows is another one each time, so only its cookie and ticket differ.
    for name in ("good", "malformed"):
        first, second = [await ask(world, door, light[name], None) for door in doors(world)]
        assert [got.framework for got in (first, second)] == [False, True]
        assert [_without_secrets(got) for got in (first, first)] == [
            _without_secrets(got) for got in (first, second)
        ], name
        assert dict(first.headers)[b"set-cookie"] != dict(second.headers)[b"set-cookie"]


def _without_secrets(got: Got) -> tuple[int, list[tuple[bytes, bytes]], dict[str, Any]]:
    headers = [
        (name, value.partition(b";")[2] if name == b"set-cookie" else value)
        for name, value in got.headers
    ]
    return got.status, headers, {**json.loads(got.body), "ticket": None}


async def compare(
    world: World, table: Mapping[str, Sent], cookie: str | None, *, by_light: bool
) -> None:
    """Send each row to both doors, and to the first once more: what is kept answers the same."""
    light, heavy = doors(world)
    for name, sent in table.items():
        first = await ask(world, light, sent, cookie)
        second = await ask(world, heavy, sent, cookie)
        third = await ask(world, light, sent, cookie)
        assert first == second == third, name
        assert first.framework is third.framework is not by_light, name
        assert second.framework, name


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_both_doors_ask_to_come_back_when_too_many_wait(world: World, language: str) -> None:
    phone, cookie = await holding(world)
    world.app.state.committer.room = 0
    sent = Sent(phone.body(DEVICE), headers=(("accept-language", language),))
    told = [await ask(world, door, sent, cookie) for door in doors(world)]
    for got in told:
        wait = json.loads(got.body)["retry_after_seconds"]
        assert 2 <= wait <= 10
        assert (b"retry-after", b"%d" % wait) in got.headers
    assert [got.status for got in told] == [503, 503]
    assert [got.framework for got in told] == [False, True]
    first, second = (
        {
            name: value
            for name, value in got.headers
            if name not in {b"retry-after", b"content-length"}
        }
        for got in told
    )
    assert first == second
