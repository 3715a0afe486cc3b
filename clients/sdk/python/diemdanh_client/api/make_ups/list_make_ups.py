from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_make_up_view import PageMakeUpView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    missed_session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    json_session_id: str | Unset = UNSET
    if not isinstance(session_id, Unset):
        json_session_id = str(session_id)
    params["session_id"] = json_session_id

    json_missed_session_id: str | Unset = UNSET
    if not isinstance(missed_session_id, Unset):
        json_missed_session_id = str(missed_session_id)
    params["missed_session_id"] = json_missed_session_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/make-ups".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageMakeUpView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageMakeUpView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageMakeUpView]:
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
    session_id: UUID | Unset = UNSET,
    missed_session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageMakeUpView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        session_id=session_id,
        missed_session_id=missed_session_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    missed_session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageMakeUpView:
    """List Make Ups

     List who missed a session and how he makes up for it, by unit and name.

    The audit notes who reads.

    Args:
        conference_id (UUID):
        unit_id (UUID | Unset): Only this unit and those below it.
        session_id (UUID | Unset): Who shall come to this one.
        missed_session_id (UUID | Unset):
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageMakeUpView
    """

    return cast(
        PageMakeUpView,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            unit_id=unit_id,
            session_id=session_id,
            missed_session_id=missed_session_id,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    missed_session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageMakeUpView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        session_id=session_id,
        missed_session_id=missed_session_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    missed_session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageMakeUpView:
    """As `sync`, for asyncio."""
    return cast(
        PageMakeUpView,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                unit_id=unit_id,
                session_id=session_id,
                missed_session_id=missed_session_id,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
