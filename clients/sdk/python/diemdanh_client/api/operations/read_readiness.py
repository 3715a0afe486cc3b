from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.health import Health
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/readyz",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Health | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Health.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Health]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[Health]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient | Client,
) -> Health:
    """Read Readiness

     Tell whether database, migrations, clock, workers, caretaker and disk are as they must be.

    The clock is red when it differs from the database's by more than a second, or precedes the
    last stored event: codes would be judged by a wrong time. That of a sandbox may be moved.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Health
    """

    return cast(
        Health,
        sync_detailed(
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[Health]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
) -> Health:
    """As `sync`, for asyncio."""
    return cast(
        Health,
        (
            await asyncio_detailed(
                client=client,
            )
        ).parsed,
    )
