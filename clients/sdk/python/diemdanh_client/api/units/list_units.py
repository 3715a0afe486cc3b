import datetime
from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_unit_view import PageUnitView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    parent_id: UUID | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
    include_ended: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_parent_id: str | Unset = UNSET
    if not isinstance(parent_id, Unset):
        json_parent_id = str(parent_id)
    params["parent_id"] = json_parent_id

    json_valid_on: str | Unset = UNSET
    if not isinstance(valid_on, Unset):
        json_valid_on = valid_on.isoformat()
    params["valid_on"] = json_valid_on

    params["include_ended"] = include_ended

    params["q"] = q

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageUnitView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageUnitView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageUnitView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    parent_id: UUID | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
    include_ended: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageUnitView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        parent_id=parent_id,
        valid_on=valid_on,
        include_ended=include_ended,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    parent_id: UUID | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
    include_ended: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageUnitView:
    """List Units

     List the units inside your grants, in Vietnamese order: those that there are today.

    Names are searched and sorted as they are today.

    Args:
        parent_id (UUID | Unset):
        valid_on (datetime.date | Unset): Those of this day, with the names they bore then.
        include_ended (bool | Unset): Also those that have ended, by today or by `valid_on`.
            Default: False.
        q (str | Unset): Beginnings of words of a name; marks and case do not count.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageUnitView
    """

    return cast(
        PageUnitView,
        sync_detailed(
            client=client,
            parent_id=parent_id,
            valid_on=valid_on,
            include_ended=include_ended,
            q=q,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    parent_id: UUID | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
    include_ended: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageUnitView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        parent_id=parent_id,
        valid_on=valid_on,
        include_ended=include_ended,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    parent_id: UUID | Unset = UNSET,
    valid_on: datetime.date | Unset = UNSET,
    include_ended: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageUnitView:
    """As `sync`, for asyncio."""
    return cast(
        PageUnitView,
        (
            await asyncio_detailed(
                client=client,
                parent_id=parent_id,
                valid_on=valid_on,
                include_ended=include_ended,
                q=q,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
