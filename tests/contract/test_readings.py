"""Whoever reads names leaves an event: each such operation of the contract is called."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from api import events
from api.tables.events import Event
from tests.contract.asking import ask
from tests.contract.conformance import document
from tests.contract.operations import OPERATIONS
from tests.contract.principals import USERNAMES
from tests.contract.stage import set_stage
from tests.world import World

NAMES = {"full_name", "card_number"}
"""Fields that only a member has."""


def _fields(schema: Any, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Walk the names of all fields that a schema leads to."""
    if isinstance(schema, list):
        for each in schema:
            yield from _fields(each, seen)
    elif isinstance(schema, dict):
        yield from schema.get("properties", {})
        name = str(schema.get("$ref", "")).rsplit("/", maxsplit=1)[-1]
        if name and name not in seen:
            yield from _fields(document()["components"]["schemas"][name], seen | {name})
        for key, each in schema.items():
            if key not in {"example", "examples"}:
                yield from _fields(each, seen)


def _shows_names(spec: Any) -> bool:
    content = spec["responses"].get("200", {}).get("content", {}).get("application/json", {})
    return bool(NAMES & set(_fields(content.get("schema", {}))))


SHOWING = [
    name
    for name, operation in OPERATIONS.items()
    if operation.method == "get" and _shows_names(operation.spec)
]


def test_the_operations_that_show_names_are_found() -> None:
    assert {"listMembers", "readMember", "listAttendance"} <= set(SHOWING)
    assert not {"listUnits", "readLive", "listEvents", "listMemberViews"} & set(SHOWING)


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", SHOWING)
async def test_who_reads_names_is_noted(name: str, world: World) -> None:
    stage = await set_stage(world)
    answer = await ask(stage, world.signed_in(USERNAMES["staff"]), OPERATIONS[name])
    assert answer.status_code == 200, answer.text
    assert any(f'"{field}"' in json.dumps(answer.json()) for field in NAMES), (
        "PREPARED must bring a member into it: " + answer.text
    )
    staff = world.district.accounts[USERNAMES["staff"]]
    query = select(Event).where(Event.act == events.MEMBERS_READ, Event.actor_id == staff)
    async with world.database.read() as db:
        noted = (await db.execute(query)).scalars().all()
    assert noted, "names were read, and the audit does not know"
    assert {each.detail["list"] for each in noted} == {name}
    assert all(each.detail["count"] > 0 for each in noted)
