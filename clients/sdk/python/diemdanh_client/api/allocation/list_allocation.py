from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_unit_allocation import PageUnitAllocation
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    unit_id: UUID | Unset = UNSET,
    only_waiting: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params["only_waiting"] = only_waiting

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/allocation".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageUnitAllocation | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageUnitAllocation.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageUnitAllocation]:
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
    unit_id: UUID | Unset = UNSET,
    only_waiting: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageUnitAllocation]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        only_waiting=only_waiting,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    only_waiting: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageUnitAllocation:
    """List Allocation

     Count units' members by session, without names: convened, by share, not yet allocated.

    `unit_id` shows that unit and those below it. A member whose session was cancelled counts as
    not yet allocated. `only_waiting` lists the units without a point or a class, and those of whom
    some have none.

    Args:
        conference_id (UUID):
        unit_id (UUID | Unset):
        only_waiting (bool | Unset): Only units with somebody to place yet. Default: False.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageUnitAllocation
    """

    return cast(
        PageUnitAllocation,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            unit_id=unit_id,
            only_waiting=only_waiting,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    only_waiting: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageUnitAllocation]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        only_waiting=only_waiting,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    only_waiting: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageUnitAllocation:
    """As `sync`, for asyncio."""
    return cast(
        PageUnitAllocation,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                unit_id=unit_id,
                only_waiting=only_waiting,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
