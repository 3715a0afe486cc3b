from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.bridge_point_view import BridgePointView
from ...models.new_point import NewPoint
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    body: NewPoint,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences/{conference_id}/points".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> BridgePointView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = BridgePointView.from_dict(response.json())

        return response_201

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
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewPoint,
    idempotency_key: str | Unset = UNSET,
) -> Response[BridgePointView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewPoint,
    idempotency_key: str | Unset = UNSET,
) -> BridgePointView:
    """Add Point

     Add a bridge point to a conference; a unit is expected at one of its points only.

    Args:
        conference_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewPoint): A bridge point to add to a conference, after the others.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        BridgePointView
    """

    return cast(
        BridgePointView,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewPoint,
    idempotency_key: str | Unset = UNSET,
) -> Response[BridgePointView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewPoint,
    idempotency_key: str | Unset = UNSET,
) -> BridgePointView:
    """As `sync`, for asyncio."""
    return cast(
        BridgePointView,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
