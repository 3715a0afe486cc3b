from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_point_screens import PagePointScreens
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
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
        "url": "/api/v1/conferences/{conference_id}/screens".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PagePointScreens | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PagePointScreens.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PagePointScreens]:
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
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PagePointScreens]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PagePointScreens:
    """List Screen Counts

     Count the paired screens of each point, so that a hall without one is seen.

    Args:
        conference_id (UUID):
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PagePointScreens
    """

    return cast(
        PagePointScreens,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PagePointScreens]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PagePointScreens:
    """As `sync`, for asyncio."""
    return cast(
        PagePointScreens,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
