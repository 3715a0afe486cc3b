"""How each operation of the contract is asked on the stage.

A new operation needs nothing here where its path names ids that the stage has and the example of
its body is enough (ids in it are exchanged for the stage's by their names). Otherwise:

- `DIFFERS` lays fields over the example;
- `SENT` says what goes with it instead: json, data, params, headers, files as httpx takes them;
- `PREPARED` (preparing.py) brings something into the state that it needs.

What is asked for belongs to Đảng bộ xã Bom Bo.
"""

from collections.abc import Callable
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
    "endUnit": {"on": "2022-03-15"},
    "mergeUnit": {"on": "2022-03-15"},
    "addSession": {"ordinal": 9},
    "changePassword": {"new_password": PASSWORD},  # so that it stays what it was
    "addConference": {"another": True},
    "addConferenceFromPreset": {"create_units": True, "another": True},
    "copyConference": {"another": True},
    "addPoint": {"expected_unit_ids": []},
    "markPreparation": {"marks": [{"item_key": "hall", "result": "done"}]},
    "markReceived": {"sequence": None},
    "stateOwnMember": {"member_id": None},  # whoever he is, he may say that he is none
}

_NOBODY: Final = {"grant_type": "password", "username": "nobody", "password": "wrong"}
_MEMBERS: Final = delimited([("STT", "Họ và tên", "Số thẻ"), (1, "Điểu Rin", "10002290")])
_FILE: Final = {"file": ("danh-sach.csv", _MEMBERS, "text/csv")}


def _account(ids: Ids) -> Sent:
    grant = {"role": "operator", "unit_id": str(ids["unit_id"])}
    return {"username": "truc-thon-3", "display_name": "Thị Rin", "grants": [grant]}


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
    "issueToken": lambda *_: {"data": _NOBODY},
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
    "addAccount": lambda _, ids: {"json": _account(ids)},
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


async def ask(
    stage: Stage, caller: httpx.AsyncClient, operation: Operation, *, is_stranger: bool = False
) -> httpx.Response:
    """Send an operation as `caller`, prepared anew for it.

    A stranger, whom an account's operation never knows, may ask for what is not there: no answer
    but 401 is right, and preparing takes most of the time.
    """
    ids = stage.ids
    if is_stranger and {"account": []} in operation.spec.get("security", []):
        ids = dict.fromkeys(operation.needs("path"), stage.ids["unit_id"]) | ids
    elif operation.name in PREPARED:
        ids = ids | await PREPARED[operation.name](stage)
    missing = [name for name in operation.needs("path") if name not in ids]
    assert not missing, f"PREPARED[{operation.name!r}] must give {missing}"
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
