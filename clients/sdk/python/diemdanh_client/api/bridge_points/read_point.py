from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.bridge_point_view import BridgePointView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    point_id: UUID,
    *,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/points/{point_id}".format(
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> BridgePointView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = BridgePointView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[BridgePointView]:
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
    if_none_match: str | Unset = UNSET,
) -> Response[BridgePointView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        if_none_match=if_none_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> BridgePointView:
    """Read Point

     Read one bridge point.

    Args:
        point_id (UUID):
        if_none_match (str | Unset): The `ETag` of the answer you hold.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        BridgePointView
    """

    return cast(
        BridgePointView,
        sync_detailed(
            point_id=point_id,
            client=client,
            if_none_match=if_none_match,
        ).parsed,
    )


async def asyncio_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> Response[BridgePointView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        if_none_match=if_none_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> BridgePointView:
    """As `sync`, for asyncio."""
    return cast(
        BridgePointView,
        (
            await asyncio_detailed(
                point_id=point_id,
                client=client,
                if_none_match=if_none_match,
            )
        ).parsed,
    )
