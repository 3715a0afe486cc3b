"""Programs of third parties: clients with their secrets, and the tokens that they ask by."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import httpx2 as httpx

from api.access.client_secrets import hash_of
from api.access.roles import ClientScope
from api.kit.ids import new_id
from api.tables.access import Client
from tests.district import MASTER_KEY
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


async def a_program(
    world: World,
    scopes: Iterable[ClientScope] = ClientScope,
    *,
    unit: str = "district",
    requests_per_minute: int = 6_000,
) -> Program:
    """Let a unit of the district have a client, with all scopes where nothing else is said."""
    at = world.clock()
    client_id = new_id(at)
    async with world.database.write() as db:
        db.add(
            Client(
                id=client_id,
                unit_id=world.district.units[unit],
                name="Phần mềm tổng hợp",
                contact="ky-thuat@tonghop.example",
                scopes=sorted(scopes),
                requests_per_minute=requests_per_minute,
                secret_number=1,
                secret_hash=hash_of(MASTER_KEY, client_id, SECRET),
                version=1,
                created_by=world.district.accounts["admin"],
                created_at=at,
            )
        )
    return Program(world, client_id, SECRET)
