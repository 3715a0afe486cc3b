import datetime
from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_event_view import PageEventView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    act: str | Unset = UNSET,
    actor_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    since: datetime.datetime | Unset = UNSET,
    until: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["act"] = act

    json_actor_id: str | Unset = UNSET
    if not isinstance(actor_id, Unset):
        json_actor_id = str(actor_id)
    params["actor_id"] = json_actor_id

    json_subject_id: str | Unset = UNSET
    if not isinstance(subject_id, Unset):
        json_subject_id = str(subject_id)
    params["subject_id"] = json_subject_id

    json_session_id: str | Unset = UNSET
    if not isinstance(session_id, Unset):
        json_session_id = str(session_id)
    params["session_id"] = json_session_id

    json_since: str | Unset = UNSET
    if not isinstance(since, Unset):
        json_since = since.isoformat()
    params["since"] = json_since

    json_until: str | Unset = UNSET
    if not isinstance(until, Unset):
        json_until = until.isoformat()
    params["until"] = json_until

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/events",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageEventView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageEventView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageEventView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    act: str | Unset = UNSET,
    actor_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    since: datetime.datetime | Unset = UNSET,
    until: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageEventView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        act=act,
        actor_id=actor_id,
        subject_id=subject_id,
        session_id=session_id,
        since=since,
        until=until,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    act: str | Unset = UNSET,
    actor_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    since: datetime.datetime | Unset = UNSET,
    until: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageEventView:
    """List Events

     List what was done, and which names were read, below your units; the newest first.

    Events never hold a password, token, code or key. Nobody changes one: only their time of keeping
    ends, and an erased member's name goes out of them.

    Args:
        act (str | Unset): An act (`session.opened`), or a thing for all acts on it (`session`).
        actor_id (UUID | Unset):
        subject_id (UUID | Unset):
        session_id (UUID | Unset):
        since (datetime.datetime | Unset): The first instant wanted.
        until (datetime.datetime | Unset): The first instant no longer wanted.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageEventView
    """

    return cast(
        PageEventView,
        sync_detailed(
            client=client,
            act=act,
            actor_id=actor_id,
            subject_id=subject_id,
            session_id=session_id,
            since=since,
            until=until,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    act: str | Unset = UNSET,
    actor_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    since: datetime.datetime | Unset = UNSET,
    until: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageEventView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        act=act,
        actor_id=actor_id,
        subject_id=subject_id,
        session_id=session_id,
        since=since,
        until=until,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    act: str | Unset = UNSET,
    actor_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    since: datetime.datetime | Unset = UNSET,
    until: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageEventView:
    """As `sync`, for asyncio."""
    return cast(
        PageEventView,
        (
            await asyncio_detailed(
                client=client,
                act=act,
                actor_id=actor_id,
                subject_id=subject_id,
                session_id=session_id,
                since=since,
                until=until,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
