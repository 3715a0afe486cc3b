"""Programs of third parties: clients with their secrets, and the tokens that they ask by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import httpx2 as httpx
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.client_secrets import hash_of
from api.access.roles import ClientScope
from api.kit.ids import new_id
from api.tables.access import Client
from tests.district import MASTER_KEY, District
from tests.serving import Site
from tests.world import Answer, World

SECRET = "ddcs_of-a-program-in-tests"


@dataclass(frozen=True, slots=True)
class Program:
    """A client with its secret, and where it asks."""

    world: World
    id: UUID
    secret: str

    async def ask(self, **form: str) -> Answer:
        """Ask for a token, with the proof in the form."""
        proof = {"client_id": str(self.id), "client_secret": self.secret}
        sent = {"grant_type": "client_credentials", **proof, **form}
        return await self.world.client().post("/auth/token", data=sent)

    async def browser(self, *scopes: ClientScope) -> httpx.AsyncClient:
        """Ask for a token, of some scopes or of all, and give what speaks by it."""
        answer = await self.ask(**({"scope": " ".join(scopes)} if scopes else {}))
        assert answer.status_code == 200, answer.text
        return self.world.client(Authorization=f"Bearer {answer.json()['access_token']}")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an administrator hands to whoever runs a program."""

    id: UUID
    secret: str


def let_in(site: Site) -> Credentials:
    """Let the district have a client with all scopes, on a server behind a port."""
    client = _client(site.clock(), site.district, ClientScope, unit="district", per_minute=6_000)

    async def add(db: AsyncSession) -> None:
        db.add(client)

    credentials = Credentials(client.id, SECRET)
    site.do(add)
    return credentials


def _client(
    at: datetime, district: District, scopes: Iterable[ClientScope], *, unit: str, per_minute: int
) -> Client:
    client_id = new_id(at)
    return Client(
        id=client_id,
        unit_id=district.units[unit],
        name="Phần mềm tổng hợp",
        contact="ky-thuat@tonghop.example",
        scopes=sorted(scopes),
        requests_per_minute=per_minute,
        secret_number=1,
        secret_hash=hash_of(MASTER_KEY, client_id, SECRET),
        version=1,
        created_by=district.accounts["admin"],
        created_at=at,
    )


async def a_program(
    world: World,
    scopes: Iterable[ClientScope] = ClientScope,
    *,
    unit: str = "district",
    requests_per_minute: int = 6_000,
) -> Program:
    """Let a unit of the district have a client, with all scopes where nothing else is said."""
    client = _client(
        world.clock(), world.district, scopes, unit=unit, per_minute=requests_per_minute
    )
    client_id = client.id
    async with world.database.write() as db:
        db.add(client)
    return Program(world, client_id, SECRET)
