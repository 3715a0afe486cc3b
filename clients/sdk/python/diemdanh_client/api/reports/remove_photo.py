from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import Response


def _get_kwargs(
    photo_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/photos/{photo_id}".format(
            photo_id=quote(str(photo_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> None | None:
    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[None]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    photo_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        photo_id=photo_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    photo_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """Remove Photo

     Remove a picture, whatever the report's state; its file goes too. Send it again if unsure.

    Args:
        photo_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Any
    """

    sync_detailed(
        photo_id=photo_id,
        client=client,
    )


async def asyncio_detailed(
    photo_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        photo_id=photo_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    photo_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """As `sync`, for asyncio."""
    await asyncio_detailed(
        photo_id=photo_id,
        client=client,
    )
