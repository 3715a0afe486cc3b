from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_screen_view import PageScreenView
from ...types import Response


def _get_kwargs(
    point_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/points/{point_id}/screens".format(
            point_id=quote(str(point_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageScreenView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageScreenView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageScreenView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[PageScreenView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PageScreenView:
    """List Screens

     List a point's screens, so that a screen nobody knows is seen and revoked.

    Args:
        point_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageScreenView
    """

    return cast(
        PageScreenView,
        sync_detailed(
            point_id=point_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[PageScreenView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PageScreenView:
    """As `sync`, for asyncio."""
    return cast(
        PageScreenView,
        (
            await asyncio_detailed(
                point_id=point_id,
                client=client,
            )
        ).parsed,
    )
