"""Who may do what: one table, operation × caller → status.

What is asked for belongs to Đảng bộ xã Bom Bo: `secretary` is its own, `stranger` is the secretary
of Chi bộ Bưu điện. An operation of the contract without a row here fails.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest

from tests.contract.conformance import document
from tests.world import Phone, World

COLUMNS = (
    "nobody",
    "admin",
    "viewer",
    "technician",
    "secretary",
    "stranger",
    "operator",
    "screen",
    "phone",
)

_ANY = "200 200 200 200 200 200 200 200 200"
_ACCOUNT = "401 200 200 200 200 200 200 401 401"
TABLE: dict[str, str] = {
    #                       nobody admin viewer technician secretary stranger operator screen phone
    "issueToken":           "401 401 401 401 401 401 401 401 401",
    "revokeToken":          "204 204 204 204 204 204 204 204 204",
    "readMe":               _ACCOUNT,
    "pairScreen":           "422 422 422 422 422 422 422 422 422",
    "listUnits":            _ACCOUNT,
    "readUnit":             "401 200 200 200 200 404 200 401 401",
    "listMembers":          "401 200 403 403 200 404 403 401 401",
    "readMember":           "401 200 404 404 200 404 404 401 401",
    "listConferences":      _ACCOUNT,
    "readConference":       _ACCOUNT,
    "listPoints":           _ACCOUNT,
    "readPoint":            _ACCOUNT,
    "addScreen":            "401 201 403 403 201 403 201 401 401",
    "listScreens":          "401 200 403 403 200 403 200 401 401",
    "revokeScreen":         "401 204 403 403 204 403 204 401 401",
    "listSessions":         _ACCOUNT,
    "addSession":           "401 201 403 403 403 403 403 401 401",
    "readSession":          _ACCOUNT,
    "openSession":          "401 200 403 403 403 403 403 401 401",
    "closeSession":         "401 200 403 403 403 403 403 401 401",
    "listWindows":          _ACCOUNT,
    "openWindow":           "401 201 403 403 403 403 403 401 401",
    "closeWindow":          "401 200 403 403 403 403 403 401 401",
    "listSessionPoints":    _ACCOUNT,
    "rotateCodes":          "401 200 403 403 200 403 200 401 401",
    "restoreTypedCodes":    "401 200 403 403 403 403 403 401 401",
    "readLive":             _ACCOUNT,
    "listAttendance":       "401 200 403 403 200 200 403 401 401",
    "readScreenCodes":      "401 401 401 401 401 401 401 200 401",
    "readScreenLive":       "401 401 401 401 401 401 401 200 401",
    "issueTicket":          "422 422 422 422 422 422 422 422 422",
    "findUnits":            "422 422 422 422 422 422 422 422 200",
    "checkIn":              "422 422 422 422 422 422 422 422 200",
    "readReceipt":          "404 404 404 404 404 404 404 404 200",
    "readHealth":           _ANY,
    "readReadiness":        _ANY,
}  # fmt: skip


ACCOUNTS = {
    "admin": "admin",
    "viewer": "thuong-truc",
    "technician": "van-phong",
    "secretary": "bithu-bom-bo",
    "stranger": "bithu-buu-dien",
    "operator": "truc-bom-bo",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A morning at Bom Bo that has begun: line 1 is open, a phone has checked in."""

    world: World
    admin: httpx.AsyncClient
    phone: Phone
    ids: dict[str, UUID]


async def _set(world: World) -> Stage:
    await world.open("line_1")
    screen = await world.screen("commune")
    phone = world.phone()
    await phone.exchange(await screen.typed())
    receipt = await phone.name(world.district.people["khanh"], last4="5005")
    district = world.district
    ids = {
        "unit_id": district.units["village"],
        "member_id": district.people["khanh"].id,
        "conference_id": district.conference_id,
        "point_id": district.points["commune"],
        "session_id": district.sessions["line_1"],
        "check_in_id": UUID(receipt.json()["id"]),
    }
    return Stage(world, world.signed_in("admin"), phone, ids)


async def _caller(stage: Stage, column: str) -> httpx.AsyncClient:
    if column == "phone":
        return stage.phone.client
    if column == "screen":
        return (await stage.world.screen("commune")).client
    return stage.world.signed_in(ACCOUNTS[column]) if column in ACCOUNTS else stage.world.client()


def _sent(stage: Stage, operation: str) -> dict[str, Any]:
    """Write what an operation is sent, beside its path."""
    wrong_password = {"grant_type": "password", "username": "nobody", "password": "wrong"}
    other_name = {"kind": "named", "unit_id": None, "name": "Điểu Khánh"}
    bodies: dict[str, dict[str, Any]] = {
        "issueToken": {"data": wrong_password},
        "revokeToken": {"data": {"token": "unknown"}},
        "pairScreen": {"json": {"pairing_code": "00000000"}},
        "addSession": {
            "json": {
                "conference_id": str(stage.ids["conference_id"]),
                "form": "line",
                "ordinal": 9,
                "title": "Lớp bổ sung",
            }
        },
        "openWindow": {"json": {"kind": "after_break"}},
        "listAttendance": {"params": {"session_id": str(stage.ids["session_id"])}},
        "issueTicket": {"json": {"qr": "no code"}},
        "findUnits": {"headers": {"X-Ticket": stage.phone.ticket}},
        "checkIn": {"json": stage.phone.body(other_name)},
    }
    return bodies.get(operation, {})


async def _ids(stage: Stage, operation: str) -> dict[str, UUID]:
    """Choose what an operation is done to, and bring it into the state that allows it."""
    meet = stage.world.district.sessions["meet_1"]
    if operation == "openSession":
        return stage.ids | {"session_id": meet}
    if operation == "closeSession":
        await stage.admin.post(f"/sessions/{meet}/open")
        return stage.ids | {"session_id": meet}
    if operation == "revokeScreen":
        added = await stage.admin.post(f"/points/{stage.ids['point_id']}/screens")
        return stage.ids | {"screen_id": UUID(added.json()["id"])}
    return stage.ids


def _operations() -> dict[str, tuple[str, str]]:
    return {
        operation["operationId"]: (method, path)
        for path, methods in document()["paths"].items()
        for method, operation in methods.items()
    }


def test_every_operation_has_its_row_and_every_row_its_operation() -> None:
    assert set(TABLE) == set(_operations())
    assert {len(row.split()) for row in TABLE.values()} == {len(COLUMNS)}


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
@pytest.mark.parametrize("column", COLUMNS)
async def test_the_table_holds_for(column: str, world: World) -> None:
    stage = await _set(world)
    caller = await _caller(stage, column)
    found = {}
    for operation, (method, path) in _operations().items():
        address = path.format_map(await _ids(stage, operation))
        url = f"{str(caller.base_url).removesuffix('/api/v1/')}{address}"
        answer = await caller.request(method, url, **_sent(stage, operation))
        found[operation] = answer.status_code
    place = COLUMNS.index(column)
    assert found == {name: int(row.split()[place]) for name, row in TABLE.items()}
