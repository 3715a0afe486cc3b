"""SQL of clients as they ask: who one is, by which secret, and how often it has asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import ClientScope, HeldScopes, Principal, scopes_of
from api.db import insert_into
from api.kit.quotas import Quota, minute_of
from api.tables.access import Client, ClientMinute
from api.tables.units import Unit


@dataclass(frozen=True, slots=True)
class ClientSecrets:
    """What a client proves itself by, and what it may have."""

    client_id: UUID
    scopes: frozenset[ClientScope]
    requests_per_minute: int
    hashes: dict[int, str]
    """By number; the one before the newest only while it holds."""


async def secrets_of(db: AsyncSession, client_id: UUID, *, at: datetime) -> ClientSecrets | None:
    """Find the secrets of a client that is not revoked."""
    query = select(Client).where(Client.id == client_id, Client.revoked_at.is_(None))
    client = (await db.execute(query)).scalar_one_or_none()
    if client is None:
        return None
    hashes = {client.secret_number: client.secret_hash}
    if client.previous_hash is not None and _holds_before(client, at):
        hashes[client.secret_number - 1] = client.previous_hash
    return ClientSecrets(client.id, scopes_of(client.scopes), client.requests_per_minute, hashes)


async def principal(
    db: AsyncSession,
    client_id: UUID,
    *,
    secret_number: int,
    asked: Collection[str],
    at: datetime,
) -> tuple[Principal, int] | None:
    """Load a client with what it may do of what it asked for, and its requests a minute.

    None where it was revoked, or the secret ended for which its token was given.
    """
    query = (
        select(Client, Unit.name, Unit.path)
        .join(Unit, Unit.id == Client.unit_id)
        .where(Client.id == client_id, Client.revoked_at.is_(None))
    )
    row = (await db.execute(query)).one_or_none()
    if row is None:
        return None
    client, unit_name, unit_path = row
    is_before = secret_number == client.secret_number - 1 and _holds_before(client, at)
    if secret_number != client.secret_number and not is_before:
        return None
    scopes = scopes_of(client.scopes) & scopes_of(asked)
    held = HeldScopes(scopes, client.unit_id, unit_name, unit_path)
    found = Principal(client.id, str(client.id), client.name, (), client=held)
    return found, client.requests_per_minute


def _holds_before(client: Client, at: datetime) -> bool:
    return client.previous_until is not None and at < client.previous_until


async def count_request(db: AsyncSession, client_id: UUID, *, limit: int, at: datetime) -> Quota:
    """Count a request of a client in its minute; one row a client, one statement."""
    began_at = minute_of(at)
    begin = insert_into(db, ClientMinute).values(client_id=client_id, began_at=began_at, requests=1)
    goes_on = ClientMinute.began_at == begin.excluded.began_at
    count = begin.on_conflict_do_update(
        index_elements=["client_id"],
        set_={
            "began_at": begin.excluded.began_at,
            "requests": case((goes_on, ClientMinute.requests + 1), else_=1),
        },
    ).returning(ClientMinute.requests)
    made: int = (await db.execute(count)).scalar_one()
    return Quota(limit, made, began_at, at)
