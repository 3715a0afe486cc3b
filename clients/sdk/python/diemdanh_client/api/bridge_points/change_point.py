from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.bridge_point_view import BridgePointView
from ...models.point_change import PointChange
from ...types import UNSET, Response, Unset


def _get_kwargs(
    point_id: UUID,
    *,
    body: PointChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/points/{point_id}".format(
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

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
    body: PointChange,
    if_match: str | Unset = UNSET,
) -> Response[BridgePointView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PointChange,
    if_match: str | Unset = UNSET,
) -> BridgePointView:
    """Change Point

     Change a bridge point, its host, or the units expected there.

    With another name or venue, line tests, marks and notices of before count no more; codes,
    screens and check-ins stay.

    Args:
        point_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (PointChange): What changes at a point; what is left out stays as it is.

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
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PointChange,
    if_match: str | Unset = UNSET,
) -> Response[BridgePointView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PointChange,
    if_match: str | Unset = UNSET,
) -> BridgePointView:
    """As `sync`, for asyncio."""
    return cast(
        BridgePointView,
        (
            await asyncio_detailed(
                point_id=point_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
