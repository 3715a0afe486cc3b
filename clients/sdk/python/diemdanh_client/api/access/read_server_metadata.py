from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.server_metadata import ServerMetadata
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/.well-known/oauth-authorization-server",
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ServerMetadata | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ServerMetadata.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ServerMetadata]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    if_none_match: str | Unset = UNSET,
) -> Response[ServerMetadata]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        if_none_match=if_none_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient | Client,
    if_none_match: str | Unset = UNSET,
) -> ServerMetadata:
    """Read Server Metadata

     Tell programs where tokens are had, for which scopes, and by which proof (RFC 8414).

    Args:
        if_none_match (str | Unset): The `ETag` of the answer you hold.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ServerMetadata
    """

    return cast(
        ServerMetadata,
        sync_detailed(
            client=client,
            if_none_match=if_none_match,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    if_none_match: str | Unset = UNSET,
) -> Response[ServerMetadata]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        if_none_match=if_none_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    if_none_match: str | Unset = UNSET,
) -> ServerMetadata:
    """As `sync`, for asyncio."""
    return cast(
        ServerMetadata,
        (
            await asyncio_detailed(
                client=client,
                if_none_match=if_none_match,
            )
        ).parsed,
    )
