"""Everybody who may ask: the columns of permissions.txt, each with its credentials."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import httpx2 as httpx

from api.kit import tokens
from api.kit.ids import new_id
from api.tables.access import Account, Grant, SignIn
from api.words import Role
from tests.district import MASTER_KEY, PUBLIC_URL
from tests.programs import a_program
from tests.world import Phone, World, bearer

_ALWAYS: Final = (timedelta(0), None)
_DAY: Final = timedelta(days=1)

_NEW: Final[dict[str, tuple[str, Role, bool, timedelta, timedelta | None]]] = {
    # username: the unit and role that are granted, whether as a deputy, from when, until when
    "bithu-huyen": ("district", Role.SECRETARY, False, *_ALWAYS),
    "bithu-thon-3": ("village", Role.SECRETARY, False, *_ALWAYS),
    "pho-bithu-bom-bo": ("bom_bo", Role.SECRETARY, True, -_DAY, 2 * _DAY),
    "bithu-bom-bo-cu": ("bom_bo", Role.SECRETARY, False, -30 * _DAY, -_DAY),
    "bithu-bom-bo-moi": ("bom_bo", Role.SECRETARY, False, _DAY, None),
    "can-bo": ("district", Role.DISTRICT_STAFF, False, *_ALWAYS),
    "da-thu-hoi": ("district", Role.DISTRICT_ADMIN, False, *_ALWAYS),
}

USERNAMES: Final = {
    "operator": "truc-bom-bo",
    "own": "bithu-bom-bo",
    "other": "bithu-buu-dien",
    "parent": "bithu-huyen",
    "child": "bithu-thon-3",
    "deputy": "pho-bithu-bom-bo",
    "expired": "bithu-bom-bo-cu",
    "future": "bithu-bom-bo-moi",
    "technician": "van-phong",
    "viewer": "thuong-truc",
    "staff": "can-bo",
    "admin": "admin",
    "revoked": "da-thu-hoi",
}
"""The columns that are accounts with an access token of this deployment."""

PRINCIPALS: Final = ("nobody", "device", "ticket", "screen", *USERNAMES, "audience", "client")
"""All columns, in the order of permissions.txt."""


async def introduce(world: World) -> None:
    """Add the accounts that the district of the tests lacks; `da-thu-hoi` is signed out already."""
    at, district = world.clock(), world.district
    accounts, sign_ins = {}, {}
    async with world.database.write() as db:
        # A password takes long to hash: everybody's is the one that the admin has already.
        password_hash = (await db.get_one(Account, district.accounts["admin"])).password_hash
        for username, (unit, role, deputy, begins, ends) in _NEW.items():
            accounts[username], sign_ins[username] = new_id(at), new_id(at)
            db.add(_account(accounts[username], username, password_hash, at=at))
            await db.flush()
            db.add(
                Grant(
                    id=new_id(at),
                    account_id=accounts[username],
                    unit_id=district.units[unit],
                    role=role,
                    deputy=deputy,
                    valid_from=at + begins,
                    valid_until=at + ends if ends is not None else None,
                )
            )
            db.add(
                SignIn(
                    id=sign_ins[username],
                    account_id=accounts[username],
                    user_agent="a browser of the office",
                    began_at=at,
                    last_seen_at=at,
                    ended_at=at if username == USERNAMES["revoked"] else None,
                )
            )
    world.district = replace(
        district,
        accounts=district.accounts | accounts,
        sign_ins=district.sign_ins | sign_ins,
    )


def _account(
    account_id: UUID, username: str, password_hash: str | None, *, at: datetime
) -> Account:
    # With a second factor: where it is compulsory, an account without one may do nothing yet.
    return Account(
        id=account_id,
        username=username,
        display_name=username,
        password_hash=password_hash,
        totp_id=new_id(at),
        member_stated_at=at,
        created_at=at,
    )


async def client_of(world: World, principal: str, *, ticketed: Phone) -> httpx.AsyncClient:
    """Give the client of a column; `ticketed` is the phone that was given the stage's ticket."""
    if principal == "nobody":
        return world.client()
    if principal == "ticket":
        return ticketed.client
    if principal == "screen":
        return (await world.screen("commune")).client
    if principal == "device":
        screen = await world.screen("commune")
        return (await world.known_phone("mai", screen=screen)).client
    if principal == "audience":
        return world.client(**_for_another_audience(world))
    if principal == "client":
        return await (await a_program(world, unit="bom_bo")).browser()
    return world.signed_in(USERNAMES[principal])


async def clients_of(world: World, *, ticketed: Phone) -> dict[str, httpx.AsyncClient]:
    """Give the clients of all columns, in their order."""
    return {each: await client_of(world, each, ticketed=ticketed) for each in PRINCIPALS}


def _for_another_audience(world: World) -> dict[str, str]:
    """Write the admin's token as our own key signs it for another program."""
    ours = world.app.state.signer
    world.app.state.signer = tokens.signer(
        MASTER_KEY, issuer=PUBLIC_URL, audience="https://another.example/api/v1"
    )
    headers = bearer(world.app, world.district, "admin", at=world.clock())
    world.app.state.signer = ours
    return headers
