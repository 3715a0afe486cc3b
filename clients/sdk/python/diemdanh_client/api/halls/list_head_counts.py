from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_head_count_view import PageHeadCountView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    point_id: UUID,
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/points/{point_id}/head-counts".format(
            session_id=quote(str(session_id), safe=""),
            point_id=quote(str(point_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageHeadCountView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageHeadCountView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageHeadCountView]:
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
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageHeadCountView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageHeadCountView:
    """List Head Counts

     List the head counts of a hall, newest first, each beside what is recorded there now.

    Args:
        session_id (UUID):
        point_id (UUID):
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageHeadCountView
    """

    return cast(
        PageHeadCountView,
        sync_detailed(
            session_id=session_id,
            point_id=point_id,
            client=client,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageHeadCountView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageHeadCountView:
    """As `sync`, for asyncio."""
    return cast(
        PageHeadCountView,
        (
            await asyncio_detailed(
                session_id=session_id,
                point_id=point_id,
                client=client,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
