from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import Response


def _get_kwargs(
    session_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/sessions/{session_id}".format(
            session_id=quote(str(session_id), safe=""),
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
    session_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """Remove Session

     Remove a planned session that was added by mistake; one that units know of is cancelled.

    Refused once it was rehearsed, allocated, posted, received or printed.

    Args:
        session_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Any
    """

    sync_detailed(
        session_id=session_id,
        client=client,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """As `sync`, for asyncio."""
    await asyncio_detailed(
        session_id=session_id,
        client=client,
    )
