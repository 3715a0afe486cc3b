from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_typed_name_view import PageTypedNameView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    settled: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_session_id = str(session_id)
    params["session_id"] = json_session_id

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params["settled"] = settled

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/typed-names",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageTypedNameView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageTypedNameView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageTypedNameView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    settled: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageTypedNameView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        settled=settled,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    settled: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageTypedNameView:
    """List Typed Names

     List the names typed in a session that wait for you, with the members they may mean.

    Those of your units, and those without a unit at the points that your units host; the audit
    notes it.

    Args:
        session_id (UUID):
        unit_id (UUID | Unset):
        settled (bool | Unset): Those that wait for nobody any more, in place of those that do.
            Default: False.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageTypedNameView
    """

    return cast(
        PageTypedNameView,
        sync_detailed(
            client=client,
            session_id=session_id,
            unit_id=unit_id,
            settled=settled,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    settled: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageTypedNameView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        settled=settled,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    settled: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageTypedNameView:
    """As `sync`, for asyncio."""
    return cast(
        PageTypedNameView,
        (
            await asyncio_detailed(
                client=client,
                session_id=session_id,
                unit_id=unit_id,
                settled=settled,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
