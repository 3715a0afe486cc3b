from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_borne_name import PageBorneName
from ...types import Response


def _get_kwargs(
    unit_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units/{unit_id}/names".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageBorneName | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageBorneName.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageBorneName]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[PageBorneName]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PageBorneName:
    """List Unit Names

     List the names that a unit has borne, the oldest first; the last is today's.

    Args:
        unit_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageBorneName
    """

    return cast(
        PageBorneName,
        sync_detailed(
            unit_id=unit_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[PageBorneName]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PageBorneName:
    """As `sync`, for asyncio."""
    return cast(
        PageBorneName,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
            )
        ).parsed,
    )
