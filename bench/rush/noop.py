"""A baseline: what a framework alone costs. It takes a small body, checks it, and does nothing."""

import json
from uuid import UUID

from fastapi import FastAPI
from pydantic import BaseModel

PATH = "/noop"


class Ping(BaseModel):
    """About what a check-in carries."""

    id: UUID
    ticket: str


class Pong(BaseModel):
    """A word in answer."""

    recorded: bool


def application() -> FastAPI:
    """Make the application."""
    app = FastAPI()

    @app.post(PATH)
    async def noop(new: Ping) -> Pong:
        return Pong(recorded=bool(new.ticket))

    return app


def request() -> bytes:
    """Write a request to it, as long as a check-in's."""
    body = json.dumps({"id": "01980000-0000-7000-8000-000000000000", "ticket": "x" * 120})
    return (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
        "Content-Type: application/json\r\nOrigin: http://127.0.0.1\r\n"
        f"Cookie: dd={'x' * 43}\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    ).encode()
