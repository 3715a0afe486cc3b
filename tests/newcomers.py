"""Somebody new at the office: invited, choosing a password, signing in."""

from dataclasses import dataclass
from typing import Any

import httpx2 as httpx

from tests.world import World

PASSWORD = "mua-roi-tren-doi-che"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who was invited, and the token of the link."""

    id: str
    username: str
    token: str
    grants: list[dict[str, Any]]


def grant(world: World, role: str, unit: str, **more: Any) -> dict[str, Any]:
    """Write a grant by the unit's plain name."""
    return {"role": role, "unit_id": str(world.district.units[unit]), **more}


def said(answer: httpx.Response) -> tuple[int, str]:
    """Tell how a request was refused."""
    return answer.status_code, answer.json()["code"]


async def ask_to_invite(
    world: World, by: str, username: str, *grants: dict[str, Any]
) -> httpx.Response:
    """Ask for an account, which may be refused."""
    body = {"username": username, "display_name": f"Đồng chí {username}", "grants": list(grants)}
    return await world.signed_in(by).post("/accounts", json=body)


async def invite(world: World, by: str, username: str, *grants: dict[str, Any]) -> Newcomer:
    """Invite somebody."""
    answer = await ask_to_invite(world, by, username, *grants)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    token = made["invitation_url"].split("#invitation=")[1]
    return Newcomer(made["id"], username, token, made["grants"])


async def redeem(world: World, token: str, password: str = PASSWORD) -> httpx.Response:
    """Choose a password by a link."""
    body = {"token": token, "password": password}
    return await world.client().post("/auth/invitations/redeem", json=body)


async def sign_in(
    world: World,
    username: str,
    password: str = PASSWORD,
    *,
    browser: httpx.AsyncClient | None = None,
    **more: str,
) -> httpx.Response:
    """Sign in on a new browser, or on one with its cookies."""
    form = {"grant_type": "password", "username": username, "password": password, **more}
    return await (browser or world.client()).post("/auth/token", data=form)


async def come_in(world: World, newcomer: Newcomer) -> httpx.AsyncClient:
    """Redeem the invitation, sign in, and stay."""
    assert (await redeem(world, newcomer.token)).json() == {"username": newcomer.username}
    return await signed_in(world, newcomer.username)


async def signed_in(world: World, username: str, **more: str) -> httpx.AsyncClient:
    """Sign in on a new browser, and stay."""
    browser = world.client()
    answer = await sign_in(world, username, browser=browser, **more)
    assert answer.status_code == 200, answer.text
    browser.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return browser
