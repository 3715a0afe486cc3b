from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_purge import NewPurge
from ...models.purge_run import PurgeRun
from ...types import Response


def _get_kwargs(
    *,
    body: NewPurge,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/purges",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> PurgeRun | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PurgeRun.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PurgeRun]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewPurge,
) -> Response[PurgeRun]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewPurge,
) -> PurgeRun:
    """Purge Data

     Take away what is kept longer than its time, or count it with `dry_run`.

    The program does so by itself once a day; asking twice takes nothing more.

    Args:
        body (NewPurge): Whether to purge, or only to count.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PurgeRun
    """

    return cast(
        PurgeRun,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewPurge,
) -> Response[PurgeRun]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewPurge,
) -> PurgeRun:
    """As `sync`, for asyncio."""
    return cast(
        PurgeRun,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
