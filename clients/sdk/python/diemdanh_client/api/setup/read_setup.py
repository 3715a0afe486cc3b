from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.setup_state import SetupState
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/setup",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> SetupState | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = SetupState.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[SetupState]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[SetupState]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
) -> SetupState:
    """Read Setup

     Tell whether an organiser is still to be named, and which plans there are to begin with.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SetupState
    """

    return cast(
        SetupState,
        sync_detailed(
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[SetupState]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> SetupState:
    """As `sync`, for asyncio."""
    return cast(
        SetupState,
        (
            await asyncio_detailed(
                client=client,
            )
        ).parsed,
    )
