from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.line_test_view import LineTestView
from ...models.new_line_test import NewLineTest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    point_id: UUID,
    *,
    body: NewLineTest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/points/{point_id}/line-tests".format(
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> LineTestView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = LineTestView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[LineTestView]:
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
    body: NewLineTest,
    idempotency_key: str | Unset = UNSET,
) -> Response[LineTestView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewLineTest,
    idempotency_key: str | Unset = UNSET,
) -> LineTestView:
    """Add Line Test

     Record a test of a point's line; it counts for the venue that the point has now.

    Args:
        point_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewLineTest): A test of a point's line or connection, at the venue it has now.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        LineTestView
    """

    return cast(
        LineTestView,
        sync_detailed(
            point_id=point_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewLineTest,
    idempotency_key: str | Unset = UNSET,
) -> Response[LineTestView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewLineTest,
    idempotency_key: str | Unset = UNSET,
) -> LineTestView:
    """As `sync`, for asyncio."""
    return cast(
        LineTestView,
        (
            await asyncio_detailed(
                point_id=point_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
