from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.read_session_roster_format import ReadSessionRosterFormat
from ...models.roster_page import RosterPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    unit_id: UUID | Unset = UNSET,
    point_id: UUID | Unset = UNSET,
    format_: ReadSessionRosterFormat | Unset = ReadSessionRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    json_point_id: str | Unset = UNSET
    if not isinstance(point_id, Unset):
        json_point_id = str(point_id)
    params["point_id"] = json_point_id

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params["with_cards"] = with_cards

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/roster".format(
            session_id=quote(str(session_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> RosterPage | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = RosterPage.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[RosterPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    point_id: UUID | Unset = UNSET,
    format_: ReadSessionRosterFormat | Unset = ReadSessionRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[RosterPage]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        point_id=point_id,
        format_=format_,
        with_cards=with_cards,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    point_id: UUID | Unset = UNSET,
    format_: ReadSessionRosterFormat | Unset = ReadSessionRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> RosterPage:
    """Read Session Roster

     Read or print who is to attend a class: of a unit and those below it, at a point, or all.

    Without `unit_id` it is of all units that your grants reach. Row numbers are permanent in the
    conference and unit; a printed list bears a code that tells later what the paper was.

    Args:
        session_id (UUID):
        unit_id (UUID | Unset):
        point_id (UUID | Unset):
        format_ (ReadSessionRosterFormat | Unset): `xlsx` and `docx` are the whole list, whatever
            `limit` and `cursor` say. Default: ReadSessionRosterFormat.JSON.
        with_cards (bool | Unset): Show card numbers. Default: False.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        RosterPage
    """

    return cast(
        RosterPage,
        sync_detailed(
            session_id=session_id,
            client=client,
            unit_id=unit_id,
            point_id=point_id,
            format_=format_,
            with_cards=with_cards,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    point_id: UUID | Unset = UNSET,
    format_: ReadSessionRosterFormat | Unset = ReadSessionRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[RosterPage]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        point_id=point_id,
        format_=format_,
        with_cards=with_cards,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    point_id: UUID | Unset = UNSET,
    format_: ReadSessionRosterFormat | Unset = ReadSessionRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> RosterPage:
    """As `sync`, for asyncio."""
    return cast(
        RosterPage,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                unit_id=unit_id,
                point_id=point_id,
                format_=format_,
                with_cards=with_cards,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
