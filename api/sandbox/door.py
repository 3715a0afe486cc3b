"""What stands in front of a sandbox: its clock is read anew, and every answer says what it is."""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.db import Database
from api.sandbox.clock import MovedClock

_HEADER: Final = (b"sandbox", b"true")


class SaysSandbox:
    """Adds `Sandbox: true` to every answer, and lets each request be judged by the kept clock."""

    def __init__(self, app: ASGIApp, clock: MovedClock, database: Database) -> None:
        self.app = app
        self._clock = clock
        self._database = database

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def say_so(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), _HEADER]
            await send(message)

        await self._clock.refresh(self._database)
        await self.app(scope, receive, say_so)
