"""What permissions.txt does not show: steps whose key only one holds, and second ones."""

import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

import httpx2 as httpx

from tests.contract.asking import sent_with
from tests.contract.operations import OPERATIONS
from tests.contract.stage import Stage
from tests.district import PASSWORD
from tests.newcomers import grant, invite

FirstStep = Callable[[Stage], Awaitable[httpx.Response]]
SecondStep = Callable[[Stage, httpx.Response], Awaitable[httpx.Response]]


async def _sign_in(stage: Stage) -> httpx.Response:
    form = {"grant_type": "password", "username": "bithu-bom-bo", "password": PASSWORD}
    return await stage.world.client().post("/auth/token", data=form)


async def _redeem(stage: Stage) -> httpx.Response:
    world = stage.world
    newcomer = await invite(world, "admin", "truc-moi", grant(world, "operator", "bom_bo"))
    chosen = {"token": newcomer.token, "password": "mua-roi-tren-doi-che"}
    return await world.client().post("/auth/invitations/redeem", json=chosen)


async def _pair(stage: Stage) -> httpx.Response:
    added = await stage.send("POST", f"/points/{stage.ids['point_id']}/screens")
    code = {"pairing_code": added["pairing_code"]}
    return await stage.world.client().post("/screens/pair", json=code)


async def _exchange(stage: Stage) -> httpx.Response:
    screen = await stage.world.screen("commune")
    return await stage.world.client().post("/check-ins/tickets", json=await screen.typed())


FIRST_STEPS: Final[dict[str, FirstStep]] = {
    "issueToken": _sign_in,
    "redeemInvitation": _redeem,
    "pairScreen": _pair,
    "issueTicket": _exchange,
}


async def _again(stage: Stage, first: httpx.Response, name: str, **form: str) -> httpx.Response:
    sent = sent_with(stage, OPERATIONS[name], stage.ids)
    sent["data"] = {**sent.get("data", {}), **form}
    return await stage.admin.post(str(first.request.url), **sent)


async def _same(stage: Stage, first: httpx.Response) -> httpx.Response:
    return await stage.admin.post(str(first.request.url), json=json.loads(first.request.content))


async def _import_previewed(stage: Stage, first: httpx.Response) -> httpx.Response:
    preview = first.json()["preview_id"]
    return await _again(stage, first, "importMembers", dry_run="false", preview_id=preview)


ANSWERED_OTHERWISE: Final[dict[str, SecondStep]] = {
    "addReport": _same,
    "importExclusions": partial(_again, name="importExclusions", dry_run="true"),
    "importMeetParticipants": partial(_again, name="importMeetParticipants", dry_run="true"),
    "importMembers": _import_previewed,
}
"""Asked once more in another way, these answer with another status."""
