"""Whoever reads names leaves an event: each such operation of the contract is called."""

from collections.abc import Iterator, Sequence
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api import events
from api.tables.events import Event
from tests.contract import canary
from tests.contract.asking import ask
from tests.contract.conformance import document
from tests.contract.operations import OPERATIONS
from tests.contract.principals import USERNAMES
from tests.contract.stage import Stage, set_stage
from tests.world import World

NAMES = {"full_name", "card_number", "members"}
"""Fields that only a member has, and lists of names."""

SQLITE = pytest.mark.parametrize("template", ["sqlite"], indirect=True)

BLANK = {
    "printSigningSheet",
    "readReportDocument",
    "readSummaryDocument",
    "readSummaryWorkbook",
}
"""Files with no name in them: lines to write names on, and counts.

A report has names where `names` asks for them: that is noted in test_report_documents.py."""

OF_THE_UNIT = {"listPhones", "listEnrolmentSlips"}
"""What the district does not read: the unit's own secretary does."""
OWN = {"readMe"}
"""What shows nobody's name but that of whoever asks."""


def _fields(schema: Any, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Walk the names of all fields that a schema leads to, but for what is only counted."""
    if isinstance(schema, list):
        for each in schema:
            yield from _fields(each, seen)
    elif isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            if field.get("type") != "integer":
                yield name
        name = str(schema.get("$ref", "")).rsplit("/", maxsplit=1)[-1]
        if name and name not in seen:
            yield from _fields(document()["components"]["schemas"][name], seen | {name})
        for key, each in schema.items():
            if key not in {"example", "examples"}:
                yield from _fields(each, seen)


def _content(name: str) -> dict[str, Any]:
    found: dict[str, Any] = OPERATIONS[name].spec["responses"].get("200", {}).get("content", {})
    return found


def _shows_names(name: str) -> bool:
    schema = _content(name).get("application/json", {}).get("schema", {})
    return bool(NAMES & set(_fields(schema)))


def _formats(name: str) -> list[str]:
    """List the files that an operation also gives."""
    kinds = {kind.rsplit(".", maxsplit=1)[-1] for kind in _content(name) if "openxml" in kind}
    return sorted({"document": "docx", "sheet": "xlsx"}[kind] for kind in kinds)


READS = [
    name
    for name, operation in OPERATIONS.items()
    # What a member reads of himself on his own phone is no viewing by others.
    if operation.method == "get" and {"account": []} in operation.spec.get("security", [])
]
SHOWING = [name for name in READS if name not in OWN and _shows_names(name)]
FILES = [(name, kind) for name in READS if name not in BLANK for kind in _formats(name)]


def test_the_operations_that_show_names_are_found() -> None:
    assert {"listMembers", "readMember", "listAttendance", "listExclusions"} <= set(SHOWING)
    assert {"readSessionRoster", "listAllocatedMembers", "readSummons"} <= set(SHOWING)
    assert not {"listUnits", "readLive", "listEvents", "listMemberViews"} & set(SHOWING)
    assert not {"listSessionLoads", "listAllocation", "readRosterPrint"} & set(SHOWING)


def test_the_files_that_show_names_are_found() -> None:
    rosters = [("readUnitRoster", "docx"), ("readUnitRoster", "xlsx")]
    assert {*rosters, ("readSessionRoster", "docx"), ("readSummons", "docx")} <= set(FILES)
    assert {name for name, _ in FILES} <= set(SHOWING), "a file shows what its JSON does not"


@SQLITE
async def test_who_reads_names_is_noted(world: World) -> None:
    stage = await set_stage(world)
    for name in SHOWING:
        answer = await _read(stage, name)
        assert _has_names(answer.json()), f"PREPARED must bring a member into it: {answer.text}"


@SQLITE
async def test_who_takes_names_away_is_noted(world: World) -> None:
    stage = await set_stage(world)
    for name, kind in FILES:
        answer = await _read(stage, name, kind)
        assert stage.person.name in canary.text_of(answer), f"{name} must show a member: {kind}"


async def _read(stage: Stage, name: str, kind: str | None = None) -> httpx.Response:
    """Ask for a list, or for a file of it, and see that just this was noted."""
    world = stage.world
    reader = world.signed_in(_reader(name))
    if kind is not None:
        reader.params = reader.params.set("format", kind)
    before = {each.id for each in await _notes(world, name)}
    answer = await ask(stage, reader, OPERATIONS[name])
    assert answer.status_code == 200, f"{name}: {answer.text}"
    noted = [each for each in await _notes(world, name) if each.id not in before]
    assert noted, f"names were read by {name}, and the audit does not know"
    assert {each.detail["list"] for each in noted} == {name}
    assert all(each.detail["count"] > 0 for each in noted), name
    return answer


def _reader(name: str) -> str:
    return USERNAMES["own" if name in OF_THE_UNIT else "staff"]


def _has_names(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_has_names, value))
    if not isinstance(value, dict):
        return False
    return any(bool(each) if key in NAMES else _has_names(each) for key, each in value.items())


async def _notes(world: World, name: str) -> Sequence[Event]:
    reader = world.district.accounts[_reader(name)]
    query = select(Event).where(Event.act == events.MEMBERS_READ, Event.actor_id == reader)
    async with world.database.read() as db:
        return (await db.execute(query)).scalars().all()
