from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.moved import Moved
from ...models.moves import Moves
from ...types import Response


def _get_kwargs(
    unit_id: UUID,
    conference_id: UUID,
    *,
    body: Moves,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/units/{unit_id}/allocation/{conference_id}".format(
            unit_id=quote(str(unit_id), safe=""),
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Moved | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Moved.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Moved]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Moves,
) -> Response[Moved]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        conference_id=conference_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Moves,
) -> Moved:
    """Decide Allocation

     Decide by hand where members of a unit go; warnings are answered and block nothing.

    A move names a member, or a unit whose members all go together (a commune spreads its cells). To
    decide differently from the plan is the secretary's right; who decided and when is kept. Whose
    class was opened stays in it; who missed it goes to another as a make-up.

    Args:
        unit_id (UUID):
        conference_id (UUID):
        body (Moves): What a secretary decides by hand, with a note for whoever asks why.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Moved
    """

    return cast(
        Moved,
        sync_detailed(
            unit_id=unit_id,
            conference_id=conference_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Moves,
) -> Response[Moved]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        conference_id=conference_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Moves,
) -> Moved:
    """As `sync`, for asyncio."""
    return cast(
        Moved,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                conference_id=conference_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
