from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_roll_row import PageRollRow
from ...models.presence import Presence
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    unit_id: UUID,
    *,
    presence: Presence | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_presence: str | Unset = UNSET
    if not isinstance(presence, Unset):
        json_presence = presence.value

    params["presence"] = json_presence

    params["q"] = q

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/units/{unit_id}/roll/rows".format(
            session_id=quote(str(session_id), safe=""),
            unit_id=quote(str(unit_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageRollRow | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageRollRow.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageRollRow]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    presence: Presence | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageRollRow]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        presence=presence,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    presence: Presence | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageRollRow:
    """List Roll Rows

     List a unit's members and those below it in a session, by unit and row number.

    These are all who are expected, and all of whom something is recorded. Who is on duty stands
    under no presence. The audit notes who reads. Notes of absences are for those who answer for the
    unit.

    Args:
        session_id (UUID):
        unit_id (UUID):
        presence (Presence | Unset): How a member took part in a session, all windows together
            (domain.md, sections 3 and 4).

            B is the sum of them all: the first three are present, and a submitted report has neither
            pending nor unknown.
        q (str | Unset): Beginnings of words of a name; marks and case do not count.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageRollRow
    """

    return cast(
        PageRollRow,
        sync_detailed(
            session_id=session_id,
            unit_id=unit_id,
            client=client,
            presence=presence,
            q=q,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    presence: Presence | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageRollRow]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        presence=presence,
        q=q,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    presence: Presence | Unset = UNSET,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageRollRow:
    """As `sync`, for asyncio."""
    return cast(
        PageRollRow,
        (
            await asyncio_detailed(
                session_id=session_id,
                unit_id=unit_id,
                client=client,
                presence=presence,
                q=q,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
