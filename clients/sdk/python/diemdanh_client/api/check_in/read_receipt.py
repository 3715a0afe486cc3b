from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.receipt import Receipt
from ...types import Response


def _get_kwargs(
    check_in_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/check-ins/{check_in_id}".format(
            check_in_id=quote(str(check_in_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Receipt | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Receipt.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Receipt]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    check_in_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[Receipt]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        check_in_id=check_in_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    check_in_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Receipt:
    """Read Receipt

     Read a receipt again, on the phone that checked in or as the client that sent it.

    Args:
        check_in_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Receipt
    """

    return cast(
        Receipt,
        sync_detailed(
            check_in_id=check_in_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    check_in_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[Receipt]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        check_in_id=check_in_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    check_in_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Receipt:
    """As `sync`, for asyncio."""
    return cast(
        Receipt,
        (
            await asyncio_detailed(
                check_in_id=check_in_id,
                client=client,
            )
        ).parsed,
    )
