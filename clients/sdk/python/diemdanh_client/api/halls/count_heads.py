from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.head_count_view import HeadCountView
from ...models.new_head_count import NewHeadCount
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    point_id: UUID,
    *,
    body: NewHeadCount,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/points/{point_id}/head-counts".format(
            session_id=quote(str(session_id), safe=""),
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> HeadCountView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = HeadCountView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[HeadCountView]:
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
    body: NewHeadCount,
    idempotency_key: str | Unset = UNSET,
) -> Response[HeadCountView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewHeadCount,
    idempotency_key: str | Unset = UNSET,
) -> HeadCountView:
    """Count Heads

     Say how many persons you counted in a hall; the last count of a hall or unit holds.

    Whoever runs the point counts the hall or any unit in it, a secretary her own unit there. The
    answer says how that differs from what is recorded; nobody is refused or marked by it.

    Args:
        session_id (UUID):
        point_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewHeadCount): How many persons somebody counted in a hall, or of one unit in it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        HeadCountView
    """

    return cast(
        HeadCountView,
        sync_detailed(
            session_id=session_id,
            point_id=point_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewHeadCount,
    idempotency_key: str | Unset = UNSET,
) -> Response[HeadCountView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewHeadCount,
    idempotency_key: str | Unset = UNSET,
) -> HeadCountView:
    """As `sync`, for asyncio."""
    return cast(
        HeadCountView,
        (
            await asyncio_detailed(
                session_id=session_id,
                point_id=point_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
