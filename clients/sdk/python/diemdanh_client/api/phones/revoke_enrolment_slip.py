from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import Response


def _get_kwargs(
    slip_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/enrolment-slips/{slip_id}".format(
            slip_id=quote(str(slip_id), safe=""),
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
    slip_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        slip_id=slip_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    slip_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """Revoke Enrolment Slip

     Take a slip back: its code is worth nothing from now on; one that was used stays used.

    Args:
        slip_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Any
    """

    sync_detailed(
        slip_id=slip_id,
        client=client,
    )


async def asyncio_detailed(
    slip_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        slip_id=slip_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    slip_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """As `sync`, for asyncio."""
    await asyncio_detailed(
        slip_id=slip_id,
        client=client,
    )
