"""Nobody reads or changes what is another unit's: each operation is tried with every id there is.

Hardly anything here names an operation. The contract says what there is to ask, the database which
ids, codes and labels there are to guess.
"""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from itertools import product
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api.tables.base import Base
from tests.contract import canary
from tests.contract.asking import sent_with
from tests.contract.conformance import document
from tests.contract.operations import OPERATIONS, Ids, Operation, address
from tests.contract.preparing import PREPARED
from tests.contract.stage import Stage, set_stage
from tests.lists import delimited
from tests.world import World

READS = [each for each in OPERATIONS.values() if each.method == "get"]
CHANGES = [
    each
    for each in OPERATIONS.values()
    if each.method != "get" and {"account": []} in each.spec.get("security", [])
]
SQLITE = pytest.mark.parametrize("template", ["sqlite"], indirect=True)
_TABLES = {
    "point_id": "bridge_points",
    "name_id": "typed_names",
    "sheet_id": "paper_sheets",
    "slip_id": "enrolment_slips",
    "request_id": "data_requests",
    "delivery_id": "deliveries",
    "breach_id": "breaches",
    "participant_id": "meet_participants",
}
"""Parameters whose table has another name than theirs."""

_EVIDENCE = {
    "attendance_id": "confirmAttendance",
    "name_id": "settleTypedName",
    "sheet_id": "readPaperSheetPicture",
    "incident_id": "readIncident",
    "slip_id": "revokeEnrolmentSlip",
    "request_id": "readDataRequest",
    "flag_id": "decideFlag",
    "report_id": "readReport",
    "photo_id": "readPhotoPicture",
    "delivery_id": "replayDelivery",
    "webhook_id": "readWebhook",
}
"""What the morning leaves: the parameter, and the operation whose preparing brings one about."""

Pools = Mapping[str, Sequence[Any]]


async def _pools(world: World) -> Pools:
    """Read every id, and every text, that a parameter could be: by the parameter's name."""
    found: dict[str, list[Any]] = {}
    everything: set[UUID] = set()
    async with world.database.read() as db:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                values = (await db.execute(select(column).distinct())).scalars().all()
                if column.name == "id":
                    found[f"{table.name.removesuffix('s')}_id"] = list(values)
                    everything |= {value for value in values if isinstance(value, UUID)}
                elif column.name in {"code", "label", "door"}:
                    found.setdefault(column.name, []).extend(values)
    for name, table_name in _TABLES.items():
        found[name] = found[f"{table_name.removesuffix('s')}_id"]
    return found | {"": sorted(everything)}


def _choices(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for part in (schema, *schema.get("anyOf", [])):
        if "$ref" in part:
            yield document()["components"]["schemas"][part["$ref"].rsplit("/", maxsplit=1)[1]]
        else:
            yield part


def _values(parameter: Mapping[str, Any], pools: Pools) -> Sequence[Any]:
    """List what a parameter may be: its closed list, or what the database holds of its kind."""
    for choice in _choices(parameter["schema"]):
        if "enum" in choice:
            return list(choice["enum"])
        if choice.get("type") == "boolean":
            return ["true", "false"]
        if choice.get("format") == "uuid":
            return pools.get(parameter["name"], pools[""])
    if parameter["name"] == "q":
        return [canary.PERSON, canary.UNIT, "zq"]
    return pools.get(parameter["name"], [])


def _plain(operation: Operation, pools: Pools) -> Iterator[tuple[str, dict[str, str]]]:
    """Write every address of an operation, with the query that it must have."""
    needed = [
        each
        for each in operation.spec.get("parameters", [])
        if each["in"] == "path" or (each["in"] == "query" and each.get("required"))
    ]
    for values in product(*(_values(each, pools) for each in needed)):
        chosen = {each["name"]: value for each, value in zip(needed, values, strict=True)}
        query = {name: str(chosen[name]) for name in operation.needs("query")}
        yield address(operation, chosen), query


def _narrowed(operation: Operation, pools: Pools) -> Iterator[dict[str, str]]:
    """Write each value of each filter that an operation takes, one at a time."""
    for each in operation.spec.get("parameters", []):
        if each["in"] == "query" and not each.get("required"):
            for value in _values(each, pools):
                yield {each["name"]: str(value)}


async def _cursors(world: World, operation: Operation, foreign: Pools) -> Iterator[dict[str, str]]:
    """Collect the cursors of foreign lists that the admin is given, to be used by somebody else."""
    admin, found = world.signed_in("admin"), set()
    if any(each["name"] == "cursor" for each in operation.spec.get("parameters", [])):
        for url, query in _plain(operation, foreign):
            answer = await admin.get(url, params=query | {"limit": "1"})
            if answer.status_code == 200 and answer.json()["next_cursor"]:
                found.add(answer.json()["next_cursor"])
    return ({"cursor": each} for each in sorted(found))


async def _answers(
    world: World, username: str, operation: Operation, pools: Pools, foreign: Pools
) -> AsyncIterator[httpx.Response]:
    """Ask an operation for everything, and where it does not refuse, by every filter as well."""
    caller, refused = world.signed_in(username), 0
    filters = [*_narrowed(operation, foreign), *await _cursors(world, operation, foreign)]
    for url, query in _plain(operation, pools):
        answer = await caller.get(url, params=query)
        yield answer
        refused += answer.status_code >= 400
        # A filter may not open what is closed without it; one closed door is enough to try them at.
        if answer.status_code < 400 or refused == 1:
            for each in filters:
                yield await caller.get(url, params=query | each)


async def _stage(world: World) -> tuple[Stage, Pools, Pools]:
    """Set the stage with the canaries; give the pools of everything, and of what is foreign."""
    stage = await set_stage(world)
    foreign = {name: sorted(ids) for name, ids in (await canary.put(world)).items()}
    everything = await _pools(world)
    unknown = [each for ids in foreign.values() for each in ids]
    return stage, everything, {**everything, **foreign, "": unknown}


@SQLITE
@pytest.mark.parametrize(
    ("username", "words"),
    [
        ("bithu-bom-bo", (canary.PERSON, canary.UNIT)),
        ("truc-bom-bo", (canary.PERSON, canary.UNIT)),
        ("thuong-truc", (canary.PERSON,)),
    ],
)
async def test_no_reading_answers_what_is_another_s(
    world: World, username: str, words: tuple[str, ...]
) -> None:
    _, pools, foreign = await _stage(world)
    asked = 0
    for operation in READS:
        async for answer in _answers(world, username, operation, pools, foreign):
            asked += 1
            for word in words:
                assert not canary.seen_in(answer, word), f"{operation.name}: {answer.url}"
    assert asked > 100


@SQLITE
async def test_the_canary_is_there_to_be_seen(world: World) -> None:
    """The admin reads it: so the test above would notice where somebody else did."""
    _, _, foreign = await _stage(world)
    admin, seen = world.signed_in("admin"), set()
    for operation in READS:
        for url, query in _plain(operation, foreign):
            answer = await admin.get(url, params=query)
            if any(canary.seen_in(answer, word) for word in (canary.PERSON, canary.UNIT)):
                seen.add(operation.name)
                break
    assert {"listUnits", "readUnit", "listMembers", "readMember", "listAttendance"} <= seen
    assert {"listEvents", "listAccounts", "readAccount", "listExclusions"} <= seen
    assert {"readSummons", "readSessionRoster", "readUnitRoster", "listAllocatedMembers"} <= seen
    assert {"listRollRows", "listTypedNames", "listFlags", "listDataRequests"} <= seen
    assert {"readDataRequest", "listIncidents", "readIncident", "listPaperSheets"} <= seen
    assert {"readPaperSheetPicture", "listCameraChecks", "listHeadCounts"} <= seen
    assert {"readReport", "listPhotos", "readLetterhead", "listDeliveries"} <= seen
    assert {"listWebhooks", "readWebhook", "exportAttendance"} <= seen


@SQLITE
@pytest.mark.parametrize("username", ["bithu-bom-bo", "truc-bom-bo"])
async def test_no_change_touches_what_is_another_s(world: World, username: str) -> None:
    """Own paths with foreign ids in the body, foreign paths with own ids, and foreign both."""
    stage, _, foreign = await _stage(world)
    own = await _own(stage)
    before = await canary.rows_of(world, foreign)
    caller = world.signed_in(username)
    common = {name: foreign[name][0] for name in ("account_id", "grant_id", "sign_in_id")}
    of_each = ("unit_id", "member_id", "exclusion_id", *_EVIDENCE)
    for ids in zip(*(foreign[name] for name in of_each), strict=True):
        theirs = own | common | _everywhere(dict(zip(of_each, ids, strict=True)))
        for operation in CHANGES:
            for path, body in ((own, theirs), (theirs, own), (theirs, theirs)):
                await _try(stage, caller, operation, path, body)
    assert await canary.rows_of(world, foreign) == before


async def _own(stage: Stage) -> Ids:
    """Give of everything one that is Bom Bo's."""
    account = await PREPARED["revokeGrant"](stage)
    excluded = await PREPARED["removeExclusion"](stage)
    found = stage.ids | account | {"exclusion_id": excluded["exclusion_id"]}
    for name, operation in _EVIDENCE.items():
        found |= {name: (await PREPARED[operation](stage))[name]}
    return _everywhere(found)


def _everywhere(ids: Ids) -> Ids:
    """Let a unit stand under every name of a unit."""
    names = ("parent_id", "successor_id", "organiser_id")
    return ids | dict.fromkeys(names, ids["unit_id"])


async def _try(
    stage: Stage, caller: httpx.AsyncClient, operation: Operation, path: Ids, body: Ids
) -> None:
    """Send a change; an id that the stage does not know is guessed to be the unit's."""
    ids = {name: path.get(name, path["unit_id"]) for name in operation.needs("path")}
    sent = sent_with(stage, operation, body)
    answer = await caller.request(operation.method, address(operation, ids), **sent)
    for word in (canary.PERSON, canary.UNIT):
        assert not canary.seen_in(answer, word), f"{operation.name}: {answer.url}"


@SQLITE
async def test_a_list_that_names_another_s_member_leaves_him_where_he_is(world: World) -> None:
    """By his name and card; nor does the preview tell the secretary of Bom Bo whose he is."""
    stage, _, foreign = await _stage(world)
    before = await canary.rows_of(world, foreign)
    caller, son = world.signed_in("bithu-bom-bo"), world.district.people["son"]
    rows = [("STT", "Họ và tên", "Số thẻ"), (1, son.name, "10002468"), (2, "Điểu Rin", None)]
    file = {"file": ("danh-sach.csv", delimited(rows), "text/csv")}
    for unit_id, expected in ((stage.ids["unit_id"], 200), *((u, 404) for u in foreign["unit_id"])):
        url = f"/units/{unit_id}/members/import"
        preview = await caller.post(url, files=file, data={"dry_run": "true"})
        assert preview.status_code == expected
        assert not canary.seen_in(preview, canary.UNIT)
        assert "Bưu điện" not in canary.text_of(preview)
        assert str(son.id) not in canary.text_of(preview)
        order = {"dry_run": "false", "preview_id": preview.json().get("preview_id", "0" * 64)}
        done = await caller.post(url, files=file, data=order)
        assert done.status_code == (201 if expected == 200 else 404), done.text
        assert str(son.id) not in canary.text_of(done)
    assert await canary.rows_of(world, foreign) == before
