"""How each operation of the contract is asked on one stage: a morning at Bom Bo that has begun.

A new operation needs nothing here where its path names ids that the stage has and the example of
its body is enough (ids in it are exchanged for the stage's by their names). Otherwise:

- `DIFFERS` lays fields over the example;
- `SENT` says what goes with it instead: json, data, params, headers, files as httpx takes them;
- `PREPARED` brings something into the state that it needs, and gives ids that override the stage's.

What is asked for belongs to Đảng bộ xã Bom Bo.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import httpx2 as httpx

from api.events import SYSTEM
from api.members.actions import NewMember, add_members
from api.tables.units import Unit
from tests.contract.conformance import document
from tests.contract.principals import introduce
from tests.district import PUBLIC_URL, Person
from tests.world import Phone, World, named

Sent = dict[str, Any]
Ids = dict[str, UUID]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the contract."""

    name: str
    method: str
    path: str
    spec: Mapping[str, Any]

    def needs(self, place: str) -> list[str]:
        """Name the required parameters of a place: `path`, `query`, `header`."""
        return [
            each["name"]
            for each in self.spec.get("parameters", [])
            if each["in"] == place and each.get("required")
        ]


OPERATIONS: dict[str, Operation] = {
    spec["operationId"]: Operation(spec["operationId"], method, path, spec)
    for path, methods in document()["paths"].items()
    for method, spec in methods.items()
}


@dataclass(frozen=True, slots=True)
class Stage:
    """Line 1 is open, and the phone of Lý Thị Đào, of Bom Bo's own committee, has checked in."""

    world: World
    admin: httpx.AsyncClient
    phone: Phone
    person: Person
    ids: Ids


async def set_stage(world: World) -> Stage:
    """Begin the morning, and introduce everybody who asks."""
    await introduce(world)
    await world.open("line_1")
    district = world.district
    async with world.database.write() as db:
        commune = await db.get_one(Unit, district.units["bom_bo"])
        new = NewMember("Lý Thị Đào", "10008118")
        (member,) = await add_members(db, SYSTEM, commune, [new], at=world.clock())
    person = Person(member.id, new.full_name, "8118", commune.id)
    screen, phone = await world.screen("commune"), world.phone()
    await phone.exchange(await screen.typed())
    receipt = await phone.name(person, last4=person.last4)
    ids = {
        "unit_id": district.units["bom_bo"],
        "parent_id": district.units["bom_bo"],
        "member_id": person.id,
        "conference_id": district.conference_id,
        "point_id": district.points["commune"],
        "session_id": district.sessions["line_1"],
        "screen_id": screen.id,
        "check_in_id": UUID(receipt.json()["id"]),
        "account_id": district.accounts["truc-bom-bo"],
    }
    return Stage(world, world.signed_in("admin"), phone, person, ids)


async def _add(stage: Stage, path: str, body: Sent) -> UUID:
    """Add something as the admin, and give its id."""
    answer = await stage.admin.post(path, json=body or None)
    assert answer.status_code == 201, f"{path}: {answer.text}"
    return UUID(answer.json()["id"])


async def _session_to_open(stage: Stage) -> Ids:
    return {"session_id": stage.world.district.sessions["meet_1"]}


async def _open_session(stage: Stage) -> Ids:
    ids = await _session_to_open(stage)
    await stage.admin.post(f"/sessions/{ids['session_id']}/open")
    return ids


async def _new_screen(stage: Stage) -> Ids:
    return {"screen_id": await _add(stage, f"/points/{stage.ids['point_id']}/screens", {})}


async def _new_cell(stage: Stage, *, name: str = "Chi bộ thôn 9") -> Ids:
    cell = {
        "kind": "cell",
        "name": name,
        "parent_id": str(stage.ids["unit_id"]),
        "valid_from": "2022-01-01",
    }
    return {"unit_id": await _add(stage, "/units", cell)}


async def _two_cells(stage: Stage) -> Ids:
    """Add a cell of Bom Bo, and another that it may become part of."""
    successor = await _new_cell(stage, name="Chi bộ thôn 10")
    ending = await _new_cell(stage, name="Chi bộ thôn 11")
    return {**ending, "successor_id": successor["unit_id"]}


async def _new_member(stage: Stage) -> Ids:
    new = {"full_name": "Điểu Lên"}
    village = stage.world.district.units["village"]
    member_id = await _add(stage, f"/units/{stage.ids['unit_id']}/members", new)
    return {"member_id": member_id, "unit_id": village}


async def _member_away(stage: Stage) -> Ids:
    ids = await _new_member(stage)
    away = {"unit_id": str(ids["unit_id"]), "kind": "temporary"}
    answer = await stage.admin.post(f"/members/{ids['member_id']}/transfer", json=away)
    assert answer.status_code == 200, answer.text
    return ids


PREPARED: dict[str, Callable[[Stage], Awaitable[Ids]]] = {
    "openSession": _session_to_open,
    "closeSession": _open_session,
    "revokeScreen": _new_screen,
    "moveUnit": _new_cell,
    "mergeUnit": _two_cells,
    "endUnit": partial(_new_cell, name="Chi bộ thôn 12"),
    "transferMember": _new_member,
    "returnMember": _member_away,
}

DIFFERS: dict[str, dict[str, Any]] = {
    "addMember": {"card_number": None},
    "endUnit": {"on": "2022-03-15"},
    "mergeUnit": {"on": "2022-03-15"},
    "addSession": {"ordinal": 9},
}

_NOBODY = {"grant_type": "password", "username": "nobody", "password": "wrong"}

SENT: dict[str, Callable[[Stage], Sent]] = {
    "changeUnit": lambda _: {"json": {"aliases": ["Bom Bo"]}},
    "issueToken": lambda _: {"data": _NOBODY},
    "revokeToken": lambda _: {"data": {"token": "unknown"}},
    "pairScreen": lambda _: {"json": {"pairing_code": "00000000"}},
    "openWindow": lambda _: {"json": {"kind": "after_break"}},
    "issueTicket": lambda _: {"json": {"qr": "no code"}},
    "findUnits": lambda stage: {"headers": {"X-Ticket": stage.phone.ticket}},
    "checkIn": lambda stage: {"json": stage.phone.body(named(stage.person))},
}


async def ask(stage: Stage, caller: httpx.AsyncClient, operation: Operation) -> httpx.Response:
    """Send an operation as `caller`, prepared anew for it."""
    ids = stage.ids
    if operation.name in PREPARED:
        ids = ids | await PREPARED[operation.name](stage)
    missing = [name for name in operation.needs("path") if name not in ids]
    assert not missing, f"PREPARED[{operation.name!r}] must give {missing}"
    sent = _by_default(operation, ids)
    if operation.name in SENT:
        sent |= SENT[operation.name](stage)
    return await caller.request(operation.method, address(operation, ids), **sent)


def address(operation: Operation, ids: Mapping[str, UUID]) -> str:
    """Write the address of an operation, also of one beside `/api/v1`."""
    return f"{PUBLIC_URL}{operation.path.format_map(ids)}"


def _by_default(operation: Operation, ids: Ids) -> Sent:
    sent: Sent = {}
    query = {name: str(ids[name]) for name in operation.needs("query") if name in ids}
    if query:
        sent["params"] = query
    body = example_of(operation.name, ids) | DIFFERS.get(operation.name, {})
    if body:
        sent["json"] = body
    return sent


def example_of(name: str, ids: Mapping[str, UUID]) -> dict[str, Any]:
    """Write the contract's example of a JSON body with these ids; empty where it has none."""
    body = OPERATIONS[name].spec.get("requestBody", {}).get("content", {})
    schema = body.get("application/json", {}).get("schema", {})
    if "$ref" in schema:
        schema = document()["components"]["schemas"][schema["$ref"].rsplit("/", maxsplit=1)[1]]
    examples = schema.get("examples", [])
    written: dict[str, Any] = exchanged(examples[0], ids) if examples else {}
    return written


def exchanged(value: Any, ids: Mapping[str, UUID], *, key: str = "") -> Any:
    """Exchange the ids in a body for others, by the names they stand under or end in."""
    if isinstance(value, dict):
        return {name: exchanged(inner, ids, key=name) for name, inner in value.items()}
    if isinstance(value, list):
        return [exchanged(inner, ids, key=key.removesuffix("s")) for inner in value]
    of = [name for name in ids if key == name or key.endswith(f"_{name}")]
    return str(ids[of[0]]) if of and value is not None else value
