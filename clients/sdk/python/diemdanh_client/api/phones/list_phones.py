from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_member_phone import PageMemberPhone
from ...models.phone_state import PhoneState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    state: PhoneState | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    params["q"] = q

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units/{unit_id}/devices".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageMemberPhone | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageMemberPhone.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageMemberPhone]:
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
    state: PhoneState | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageMemberPhone]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        state=state,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    state: PhoneState | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageMemberPhone:
    """List Phones

     List whom a unit and those below it count, by name, each with the phone he has.

    That the list was read is kept in the audit trail. Nothing tells one phone from another.

    Args:
        unit_id (UUID):
        state (PhoneState | Unset): What is known of a member's phone.
        q (str | Unset): Beginnings of words of a name; marks and case do not count.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageMemberPhone
    """

    return cast(
        PageMemberPhone,
        sync_detailed(
            unit_id=unit_id,
            client=client,
            state=state,
            q=q,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    state: PhoneState | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageMemberPhone]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        state=state,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    state: PhoneState | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageMemberPhone:
    """As `sync`, for asyncio."""
    return cast(
        PageMemberPhone,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                state=state,
                q=q,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
