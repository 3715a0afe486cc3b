from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.screen_codes import ScreenCodes
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/screens/codes",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ScreenCodes | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ScreenCodes.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ScreenCodes]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[ScreenCodes]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
) -> ScreenCodes:
    """Read Screen Codes

     Read the codes of the next ten minutes for the session that is open at the screen's point.

    Every code is accepted at its own step whether or not the screen still has a line; a code is
    never accepted before its step begins.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ScreenCodes
    """

    return cast(
        ScreenCodes,
        sync_detailed(
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[ScreenCodes]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> ScreenCodes:
    """As `sync`, for asyncio."""
    return cast(
        ScreenCodes,
        (
            await asyncio_detailed(
                client=client,
            )
        ).parsed,
    )
