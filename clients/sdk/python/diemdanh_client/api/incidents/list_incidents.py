from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_incident_view import PageIncidentView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    resolved: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_conference_id: str | Unset = UNSET
    if not isinstance(conference_id, Unset):
        json_conference_id = str(conference_id)
    params["conference_id"] = json_conference_id

    json_session_id: str | Unset = UNSET
    if not isinstance(session_id, Unset):
        json_session_id = str(session_id)
    params["session_id"] = json_session_id

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params["resolved"] = resolved

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/incidents",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageIncidentView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageIncidentView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageIncidentView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    resolved: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageIncidentView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        session_id=session_id,
        unit_id=unit_id,
        resolved=resolved,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    resolved: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageIncidentView:
    """List Incidents

     List the problems that your units told of, newest first.

    Args:
        conference_id (UUID | Unset):
        session_id (UUID | Unset):
        unit_id (UUID | Unset):
        resolved (bool | Unset): Only those that are, or are not.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageIncidentView
    """

    return cast(
        PageIncidentView,
        sync_detailed(
            client=client,
            conference_id=conference_id,
            session_id=session_id,
            unit_id=unit_id,
            resolved=resolved,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    resolved: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageIncidentView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        session_id=session_id,
        unit_id=unit_id,
        resolved=resolved,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    resolved: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageIncidentView:
    """As `sync`, for asyncio."""
    return cast(
        PageIncidentView,
        (
            await asyncio_detailed(
                client=client,
                conference_id=conference_id,
                session_id=session_id,
                unit_id=unit_id,
                resolved=resolved,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
