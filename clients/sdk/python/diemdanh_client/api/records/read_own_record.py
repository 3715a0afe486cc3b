from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.own_record import OwnRecord
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/devices/current/record",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> OwnRecord | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = OwnRecord.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[OwnRecord]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[OwnRecord]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
) -> OwnRecord:
    """Read Own Record

     Read all that is held of oneself, who read one's name of late, and what one has asked.

    Only on a phone that is confirmed. That it was read is kept in the audit trail, and is no
    viewing by others.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        OwnRecord
    """

    return cast(
        OwnRecord,
        sync_detailed(
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[OwnRecord]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> OwnRecord:
    """As `sync`, for asyncio."""
    return cast(
        OwnRecord,
        (
            await asyncio_detailed(
                client=client,
            )
        ).parsed,
    )
