"""A program of a third party in tests: registered, and with a token that lives for a month."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2 as httpx

from api.access.programs import CLIENT_TYP
from api.access.roles import ClientScope
from api.kit.ids import new_id
from tests.programs import a_program
from tests.world import Answer, World

SCOPES = "units:read sessions:read attendance:count checkins:write"


@dataclass(slots=True)
class Sender:
    """A client that checks people in."""

    world: World
    id: UUID
    client: httpx.AsyncClient
    ticket: str = ""

    async def exchange(self, code: dict[str, str]) -> Answer:
        """Exchange a code, and keep the ticket where it is given."""
        answer = await self.client.post("/check-ins/tickets", json=code)
        if answer.status_code == 200:
            self.ticket = answer.json()["ticket"]
        return answer

    def body(self, who: dict[str, Any]) -> dict[str, Any]:
        """Write a check-in with a new id."""
        return {"id": str(new_id(self.world.clock())), "ticket": self.ticket, "who": who}

    async def send(self, body: dict[str, Any]) -> Answer:
        """Send a check-in as it stands."""
        return await self.client.post("/check-ins", json=body)

    async def member(self, name: str) -> Answer:
        """Check in somebody of the district by his id."""
        return await self.send(self.body(by_id(self.world.district.people[name].id)))


def by_id(member_id: UUID) -> dict[str, str]:
    """Write who, by a member's id."""
    return {"kind": "member", "member_id": str(member_id)}


async def registered(world: World, unit: str = "district", *, scopes: str = SCOPES) -> Sender:
    """Register a client on a unit of the district, and sign a token for it."""
    made = await a_program(world, [ClientScope(each) for each in scopes.split()], unit=unit)
    token = world.app.state.signer.issue(
        typ=CLIENT_TYP,
        subject=str(made.id),
        token_id=str(new_id(world.clock())),
        sid="1",
        at=world.clock(),
        life=timedelta(days=30),
        more={"scope": scopes},
    )
    return Sender(world, made.id, world.client(Authorization=f"Bearer {token}"))
