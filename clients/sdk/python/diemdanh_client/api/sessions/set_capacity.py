from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.capacity import Capacity
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    point_id: UUID,
    *,
    body: Capacity,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/sessions/{session_id}/points/{point_id}/capacity".format(
            session_id=quote(str(session_id), safe=""),
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Capacity | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Capacity.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Capacity]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Capacity,
) -> Response[Capacity]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Capacity,
) -> Capacity:
    """Set Capacity

     Say how many persons a point seats in a session; null where nobody knows.

    Args:
        session_id (UUID):
        point_id (UUID):
        body (Capacity): How many persons a point seats in a session; null where nobody has said.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Capacity
    """

    return cast(
        Capacity,
        sync_detailed(
            session_id=session_id,
            point_id=point_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Capacity,
) -> Response[Capacity]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Capacity,
) -> Capacity:
    """As `sync`, for asyncio."""
    return cast(
        Capacity,
        (
            await asyncio_detailed(
                session_id=session_id,
                point_id=point_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
