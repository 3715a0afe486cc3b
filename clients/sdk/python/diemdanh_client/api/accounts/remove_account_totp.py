from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import Response


def _get_kwargs(
    account_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/accounts/{account_id}/totp".format(
            account_id=quote(str(account_id), safe=""),
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
    account_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """Remove Account Totp

     Turn the second factor of somebody off who has lost the phone and the recovery codes.

    Every sign-in ends. Be sure who asks: a voice on the telephone is not enough.

    Args:
        account_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Any
    """

    sync_detailed(
        account_id=account_id,
        client=client,
    )


async def asyncio_detailed(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
) -> None:
    """As `sync`, for asyncio."""
    await asyncio_detailed(
        account_id=account_id,
        client=client,
    )
