from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.pairing import Pairing
from ...models.screen_token import ScreenToken
from ...types import Response


def _get_kwargs(
    *,
    body: Pairing,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/screens/pair",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ScreenToken | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ScreenToken.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ScreenToken]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: Pairing,
) -> Response[ScreenToken]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: Pairing,
) -> ScreenToken:
    """Pair Screen

     Make this browser a screen of a bridge point, by the code that staff were given for it.

    A pairing code works once, for ten minutes; case, hyphens, and O for 0 do not matter.

    Args:
        body (Pairing): What a screen types once to become a screen of its point.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ScreenToken
    """

    return cast(
        ScreenToken,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: Pairing,
) -> Response[ScreenToken]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: Pairing,
) -> ScreenToken:
    """As `sync`, for asyncio."""
    return cast(
        ScreenToken,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
