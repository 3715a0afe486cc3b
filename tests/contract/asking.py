"""How each operation of the contract is asked on the stage.

A new operation needs nothing here where its path names ids that the stage has and the example of
its body is enough (ids in it are exchanged for the stage's by their names). Otherwise:

- `DIFFERS` lays fields over the example;
- `SENT` says what goes with it instead: json, data, params, headers, files as httpx takes them;
- `PREPARED` (preparing.py) brings something into the state that it needs.

What is asked for belongs to Đảng bộ xã Bom Bo.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import httpx2 as httpx

from tests.contract.operations import Ids, Operation, address, example_of
from tests.contract.preparing import CONNECTED, PREPARED
from tests.contract.preparing_accounts import code_of
from tests.contract.preparing_reports import SCAN
from tests.contract.stage import Stage
from tests.district import PASSWORD
from tests.lists import delimited
from tests.pictures import photo
from tests.world import named

Sent = dict[str, Any]

DIFFERS: Final[dict[str, dict[str, Any]]] = {
    "acceptReport": {"expected_version": None},
    "addMember": {"card_number": None},
    "addUnit": {"same_name": True},  # as whoever was asked before named one
    "endUnit": {"on": "2022-03-15"},
    "mergeUnit": {"on": "2022-03-15"},
    "changePassword": {"new_password": PASSWORD},  # so that it stays what it was
    "addConference": {"another": True},
    "addConferenceFromPreset": {"create_units": True, "another": True},
    "copyConference": {"another": True},
    "addPoint": {"expected_unit_ids": []},
    "markPreparation": {"marks": [{"item_key": "hall", "result": "done"}]},
    "markReceived": {"sequence": None},
    "stateOwnMember": {"member_id": None},  # whoever he is, he may say that he is none
}

_MEMBERS: Final = delimited([("STT", "Họ và tên", "Số thẻ"), (1, "Điểu Rin", "10002290")])
_FILE: Final = {"file": ("danh-sach.csv", _MEMBERS, "text/csv")}


def _unknown(stage: Stage) -> Sent:
    """Sign in as somebody else each time: too many attempts at one name are refused otherwise."""
    username = f"nobody-{next(stage.numbers)}"
    return {"grant_type": "password", "username": username, "password": "wrong"}


def _account(stage: Stage, ids: Ids) -> Sent:
    grant = {"role": "operator", "unit_id": str(ids["unit_id"])}
    username = f"truc-thon-{next(stage.numbers)}"
    return {"username": username, "display_name": "Thị Rin", "grants": [grant]}


def _session(stage: Stage, ids: Ids) -> Sent:
    return example_of("addSession", ids) | {"ordinal": next(stage.numbers)}


def _notice(ids: Ids) -> Sent:
    return {"label": None, "sequence": ids.get("sequence", 0)}


def _retold(ids: Ids) -> Sent:
    missed = {"missed_session_id": str(ids["session_id"])}
    return {"kind": "retold", "retold_on": "2022-03-15", **missed}


def _result(ids: Ids) -> Sent:
    of = {name: str(ids[name]) for name in ("unit_id", "conference_id")}
    return {"kind": "result", **of}


def _exclusions(_: Ids) -> Sent:
    return {"document_number": "43-KH/HU, 17/02/2022", "dry_run": "false"}


SENT: Final[dict[str, Callable[[Stage, Ids], Sent]]] = {
    "changeUnit": lambda *_: {"json": {"aliases": ["Bom Bo"]}},
    "issueToken": lambda stage, _: {"data": _unknown(stage)},
    "revokeToken": lambda *_: {"data": {"token": "unknown"}},
    "pairScreen": lambda *_: {"json": {"pairing_code": "00000000"}},
    "openWindow": lambda *_: {"json": {"kind": "after_break"}},
    "issueTicket": lambda *_: {"json": {"qr": "no code"}},
    "findUnits": lambda stage, _: {"headers": {"X-Ticket": stage.phone.ticket}},
    "checkIn": lambda stage, _: {"json": stage.phone.body(named(stage.person))},
    "beginTotp": lambda stage, _: {"json": {"password": PASSWORD, "otp": code_of(stage)}},
    "confirmTotp": lambda stage, _: {"json": {"otp": code_of(stage)}},
    "renewRecoveryCodes": lambda stage, _: {"json": {"otp": code_of(stage)}},
    "removeTotp": lambda stage, _: {"json": {"otp": code_of(stage)}},
    "addAccount": lambda stage, ids: {"json": _account(stage, ids)},
    "addSession": lambda stage, ids: {"json": _session(stage, ids)},
    "markPosted": lambda _, ids: {"json": _notice(ids)},
    "readCalendar": lambda _, ids: {"params": {"unit_id": str(ids["unit_id"])}},
    "readSessionRoster": lambda _, ids: {"params": {"unit_id": str(ids["unit_id"])}},
    "printSigningSheet": lambda _, ids: {"params": {"point_id": str(ids["point_id"])}},
    "proposeAllocation": lambda _, ids: {
        "json": {"unit_id": str(ids["unit_id"]), "is_dry_run": False}
    },
    "publishSummonses": lambda _, ids: {"json": {"unit_id": str(ids["unit_id"])}},
    "judgeReceipt": lambda _, ids: {"json": ids.get("receipt", {})},
    "settleTypedName": lambda _, ids: {
        "json": {"outcome": "matched", "member_id": str(ids["member_id"])}
    },
    "importExclusions": lambda _, ids: {"files": _FILE, "data": _exclusions(ids)},
    "addPaperSheet": lambda _, ids: {
        "files": {"file": ("trang.jpg", photo(), "image/jpeg")},
        "data": {"unit_id": str(ids["unit_id"])},
    },
    "importMeetParticipants": lambda *_: {"files": CONNECTED, "data": {"dry_run": "false"}},
    "matchMeetParticipant": lambda *_: {"json": {"is_ignored": True}},
    "writeMakeUp": lambda _, ids: {"json": _retold(ids)},
    "addReport": lambda _, ids: {"json": _result(ids)},
    "submitReport": lambda *_: {"json": {"interim": True}},
    "markSentByMail": lambda *_: {"json": {"sent_on": "2022-03-15"}},
    "addSignedScan": lambda *_: {"files": SCAN},
    "addPhoto": lambda *_: {"files": {"file": ("anh.jpg", photo(), "image/jpeg")}},
    "importMembers": lambda *_: {"files": _FILE, "data": {"dry_run": "true"}},
}


async def ask(stage: Stage, caller: httpx.AsyncClient, operation: Operation) -> httpx.Response:
    """Send an operation as `caller`, prepared anew for it."""
    return await _send(stage, caller, operation, await _prepared(stage, operation))


async def ask_as_each(
    stage: Stage, callers: Mapping[str, httpx.AsyncClient], operation: Operation
) -> dict[str, httpx.Response]:
    """Send an operation as each of several callers, in their order.

    Preparing takes most of the time. What was prepared is there for the next one as long as nobody
    used it up: whoever is refused changes nothing, nor does who reads.
    """
    answers: dict[str, httpx.Response] = {}
    ids: Ids | None = None
    for name, caller in callers.items():
        ids = ids or await _prepared(stage, operation)
        answers[name] = await _send(stage, caller, operation, ids)
        if answers[name].is_success and operation.method != "get":
            ids = None
    return answers


async def _prepared(stage: Stage, operation: Operation) -> Ids:
    prepare = PREPARED.get(operation.name)
    ids = stage.ids | (await prepare(stage) if prepare is not None else {})
    missing = [name for name in operation.needs("path") if name not in ids]
    assert not missing, f"PREPARED[{operation.name!r}] must give {missing}"
    return ids


async def _send(
    stage: Stage, caller: httpx.AsyncClient, operation: Operation, ids: Ids
) -> httpx.Response:
    sent = sent_with(stage, operation, ids)
    return await caller.request(operation.method, address(operation, ids), **sent)


def sent_with(stage: Stage, operation: Operation, ids: Ids) -> Sent:
    """Write what goes with an operation about these ids."""
    sent: Sent = {}
    query = {name: str(ids[name]) for name in operation.needs("query") if name in ids}
    if query:
        sent["params"] = query
    body = example_of(operation.name, ids) | DIFFERS.get(operation.name, {})
    if body:
        sent["json"] = body
    if operation.name in SENT:
        sent |= SENT[operation.name](stage, ids)
    return sent
