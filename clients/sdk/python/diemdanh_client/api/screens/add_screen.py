from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_screen import NewScreen
from ...types import Response


def _get_kwargs(
    point_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/points/{point_id}/screens".format(
            point_id=quote(str(point_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> NewScreen | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = NewScreen.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[NewScreen]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[NewScreen]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> NewScreen:
    """Add Screen

     Ask for a pairing code: the browser that types it becomes a screen of this point.

    It is shown once and stored hashed, so this operation takes no Idempotency-Key; a second call
    simply gives a second code.

    Args:
        point_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        NewScreen
    """

    return cast(
        NewScreen,
        sync_detailed(
            point_id=point_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[NewScreen]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> NewScreen:
    """As `sync`, for asyncio."""
    return cast(
        NewScreen,
        (
            await asyncio_detailed(
                point_id=point_id,
                client=client,
            )
        ).parsed,
    )
