from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.member_scope import MemberScope
from ...models.member_status import MemberStatus
from ...models.page_listed_member import PageListedMember
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    scope: MemberScope | Unset = UNSET,
    status: MemberStatus | Unset = UNSET,
    include_left: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_scope: str | Unset = UNSET
    if not isinstance(scope, Unset):
        json_scope = scope.value

    params["scope"] = json_scope

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["include_left"] = include_left

    params["q"] = q

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units/{unit_id}/members".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageListedMember | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageListedMember.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageListedMember]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    scope: MemberScope | Unset = UNSET,
    status: MemberStatus | Unset = UNSET,
    include_left: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageListedMember]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        scope=scope,
        status=status,
        include_left=include_left,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    scope: MemberScope | Unset = UNSET,
    status: MemberStatus | Unset = UNSET,
    include_left: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageListedMember:
    """List Members

     List the members of a unit, sorted by tên, then họ, then đệm.

    Those who are away for a time are listed, and those who are here for a time. That the list was
    read is kept in the audit trail.

    Args:
        unit_id (UUID):
        scope (MemberScope | Unset): A unit alone, or with everything below it.
        status (MemberStatus | Unset): A member's standing in the Party, as far as attendance
            needs it.
        include_left (bool | Unset): Also those who have left. Default: False.
        q (str | Unset): Beginnings of words of a name; marks and case do not count.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageListedMember
    """

    return cast(
        PageListedMember,
        sync_detailed(
            unit_id=unit_id,
            client=client,
            scope=scope,
            status=status,
            include_left=include_left,
            q=q,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    scope: MemberScope | Unset = UNSET,
    status: MemberStatus | Unset = UNSET,
    include_left: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageListedMember]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        scope=scope,
        status=status,
        include_left=include_left,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    scope: MemberScope | Unset = UNSET,
    status: MemberStatus | Unset = UNSET,
    include_left: bool | Unset = False,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageListedMember:
    """As `sync`, for asyncio."""
    return cast(
        PageListedMember,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                scope=scope,
                status=status,
                include_left=include_left,
                q=q,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
