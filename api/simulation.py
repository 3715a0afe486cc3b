"""Simulated requests (`?simulate=true`): all the rules, the real answer, and nothing is kept.

What writes in its own transaction takes `TrialDb`, which rolls back; check-ins, which are written
by the committer, are judged without it. A guess stays a guess: wrong codes and wrong digits of a
card are counted all the same, or a simulation would be a way to find them (docs/decisions/0047).
"""

from collections.abc import AsyncIterator
from typing import Annotated, Any, Final

from fastapi import Depends, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.db import TheDatabase

_STATE: Final = "is_simulated"
_HEADER: Final = (b"simulated", b"true")
_ASKED: Final = b"simulate="


async def simulated(
    request: Request,
    simulate: Annotated[
        bool,
        Query(
            description="Run every rule and answer as if it were done, with the header "
            "`Simulated: true`; nothing is recorded, sent or told."
        ),
    ] = False,
) -> bool:
    """Tell whether a request is only simulated; its answer will say so."""
    setattr(request.state, _STATE, simulate)
    return simulate


IsSimulated = Annotated[bool, Depends(simulated)]


async def _write(database: TheDatabase, is_simulated: IsSimulated) -> AsyncIterator[AsyncSession]:
    async with database.write() as session:
        yield session
        if is_simulated:
            await session.rollback()


TrialDb = Annotated[AsyncSession, Depends(_write, scope="function")]
"""As `Db`, for operations that can be simulated: then it rolls back instead of committing."""


def may_be_simulated(scope: Scope) -> bool:
    """Tell whether an address asks for a simulation, before anybody has read it properly."""
    return _ASKED in scope["query_string"]


class SaysSo:
    """Adds `Simulated: true` to the answer of a simulated request, refusals included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""
        if scope["type"] != "http" or not may_be_simulated(scope):
            await self.app(scope, receive, send)
            return
        state: dict[str, Any] = scope.setdefault("state", {})

        async def say_so(message: Message) -> None:
            if message["type"] == "http.response.start" and state.get(_STATE):
                message["headers"] = [*message.get("headers", []), _HEADER]
            await send(message)

        await self.app(scope, receive, say_so)
