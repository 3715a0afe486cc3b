"""Asking the API: what is refused stops the play, with the words of the refusal."""

from typing import Any

import httpx2 as httpx

Json = dict[str, Any]


async def ask(client: httpx.AsyncClient, method: str, path: str, **sent: Any) -> Json:
    """Send a request that must succeed, and give its answer."""
    answer = await client.request(method, path, **sent)
    assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
    found: Json = answer.json() if answer.content else {}
    return found


async def listed(client: httpx.AsyncClient, path: str, **query: str) -> list[Json]:
    """Read a list to its end."""
    items: list[Json] = []
    cursor = None
    while True:
        params = {"limit": "100", **query} | ({"cursor": cursor} if cursor else {})
        page = await ask(client, "GET", path, params=params)
        items += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return items
