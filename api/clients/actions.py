"""Adding, changing and revoking clients, and renewing their secrets."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.client_secrets import hash_of, new_secret
from api.access.guards import actor_of
from api.access.roles import Act, Principal
from api.access.scope import require, visible_units
from api.clients import store
from api.clients.faults import CLIENT_EXISTS, CLIENT_REVOKED
from api.clients.schemas import NewClient
from api.db import one_at_a_time
from api.events import Happening
from api.kit import errors
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.tables.access import Client
from api.units import store as units


async def add_client(
    db: AsyncSession, principal: Principal, new: NewClient, *, master: bytes, at: datetime
) -> tuple[Client, str, str]:
    """Add a client; gives it with its unit's name and its secret.

    Raises: Problem `not_found`, `forbidden`, `client_exists`.
    """
    unit = await units.find(db, new.unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.MANAGE_CLIENTS, unit.path)
    await _require_free(db, unit.id, new.name)
    client_id, secret = new_id(at), new_secret()
    client = Client(
        id=client_id,
        unit_id=unit.id,
        name=new.name,
        contact=new.contact,
        scopes=[scope.value for scope in new.scopes],
        requests_per_minute=new.requests_per_minute,
        secret_number=1,
        secret_hash=hash_of(master, client_id, secret),
        version=1,
        created_by=principal.account_id,
        created_at=at,
    )
    db.add(client)
    await db.flush()
    changes = events.changed({}, {"unit_id": str(unit.id), **_told(client)})
    added = Happening(actor_of(principal), events.CLIENT_ADDED, client_id, at, changes=changes)
    await events.append(db, added)
    return client, unit.name, secret


async def hold(db: AsyncSession, principal: Principal, client_id: UUID) -> tuple[Client, str]:
    """Find a client that somebody manages, with nobody else changing it meanwhile.

    Raises: Problem `not_found`.
    """
    await one_at_a_time(db, f"client {client_id}")
    found = await store.find(db, client_id, visible_units(principal, Act.MANAGE_CLIENTS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return found


async def change_client(
    db: AsyncSession, principal: Principal, client: Client, sent: Mapping[str, Any], *, at: datetime
) -> None:
    """Change a held client; what it may do no more its tokens lose at once.

    Raises: Problem `client_revoked`, `client_exists`.
    """
    _require_living(client)
    before = _told(client)
    if "name" in sent and sent["name"] != client.name:
        await _require_free(db, client.unit_id, sent["name"], but=client.id)
        client.name = sent["name"]
    client.contact = sent.get("contact", client.contact)
    client.scopes = [str(scope) for scope in sent.get("scopes", client.scopes)]
    client.requests_per_minute = sent.get("requests_per_minute", client.requests_per_minute)
    changes = events.changed(before, _told(client))
    if changes:
        client.version += 1
        await db.flush()
        changed = Happening(
            actor_of(principal), events.CLIENT_CHANGED, client.id, at, changes=changes
        )
        await events.append(db, changed)


async def renew_secret(
    db: AsyncSession,
    principal: Principal,
    client: Client,
    *,
    overlap: timedelta,
    master: bytes,
    at: datetime,
) -> str:
    """Give a held client a new secret; the one before holds for `overlap`, any earlier no more.

    Raises: Problem `client_revoked`.
    """
    _require_living(client)
    secret = new_secret()
    client.previous_hash, client.previous_until = client.secret_hash, at + overlap
    client.secret_hash = hash_of(master, client.id, secret)
    client.secret_number += 1
    client.version += 1
    await db.flush()
    detail = {"overlap_seconds": int(overlap.total_seconds())}
    renewed = Happening(
        actor_of(principal), events.CLIENT_SECRET_RENEWED, client.id, at, detail=detail
    )
    await events.append(db, renewed)
    return secret


async def revoke_client(
    db: AsyncSession, principal: Principal, client: Client, *, at: datetime
) -> None:
    """Let a held client do nothing any more; its row is kept, since the audit names it."""
    if client.revoked_at is not None:
        return
    client.revoked_at = at
    client.version += 1
    await db.flush()
    await events.append(db, Happening(actor_of(principal), events.CLIENT_REVOKED, client.id, at))


def _require_living(client: Client) -> None:
    if client.revoked_at is not None:
        raise Problem(CLIENT_REVOKED)


async def _require_free(
    db: AsyncSession, unit_id: UUID, name: str, *, but: UUID | None = None
) -> None:
    await one_at_a_time(db, f"clients of {unit_id}")
    if await store.is_taken(db, unit_id, name, but=but):
        raise Problem(CLIENT_EXISTS)


def _told(client: Client) -> dict[str, Any]:
    return {
        "name": client.name,
        "contact": client.contact,
        "scopes": list(client.scopes),
        "requests_per_minute": client.requests_per_minute,
    }
