from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.me import Me
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/me",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Me | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Me.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Me]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Me]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
) -> Me:
    """Read Me

     Tell who is signed in, and with which roles on which units, now.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Me
    """

    return cast(
        Me,
        sync_detailed(
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[Me]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> Me:
    """As `sync`, for asyncio."""
    return cast(
        Me,
        (
            await asyncio_detailed(
                client=client,
            )
        ).parsed,
    )
