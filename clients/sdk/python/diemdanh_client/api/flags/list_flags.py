from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.flag_kind import FlagKind
from ...models.page_flag_view import PageFlagView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    kind: FlagKind | Unset = UNSET,
    decided: bool | Unset = UNSET,
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

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    params["decided"] = decided

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/flags",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageFlagView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageFlagView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageFlagView]:
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
    kind: FlagKind | Unset = UNSET,
    decided: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageFlagView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        kind=kind,
        decided=decided,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    kind: FlagKind | Unset = UNSET,
    decided: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageFlagView:
    """List Flags

     List what strikes the eye about a session, of your units; computed anew at each look.

    A flag refuses nothing and changes nothing: it is something for a person to look at.

    Args:
        session_id (UUID):
        unit_id (UUID | Unset):
        kind (FlagKind | Unset): What strikes the eye about a session's attendance (protocol,
            "Flags").
        decided (bool | Unset):
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageFlagView
    """

    return cast(
        PageFlagView,
        sync_detailed(
            client=client,
            session_id=session_id,
            unit_id=unit_id,
            kind=kind,
            decided=decided,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    kind: FlagKind | Unset = UNSET,
    decided: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageFlagView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        kind=kind,
        decided=decided,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    kind: FlagKind | Unset = UNSET,
    decided: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageFlagView:
    """As `sync`, for asyncio."""
    return cast(
        PageFlagView,
        (
            await asyncio_detailed(
                client=client,
                session_id=session_id,
                unit_id=unit_id,
                kind=kind,
                decided=decided,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
