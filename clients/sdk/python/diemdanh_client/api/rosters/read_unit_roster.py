from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.read_unit_roster_format import ReadUnitRosterFormat
from ...models.roster_page import RosterPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    unit_id: UUID,
    *,
    format_: ReadUnitRosterFormat | Unset = ReadUnitRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

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
        "url": "/api/v1/conferences/{conference_id}/units/{unit_id}/roster".format(
            conference_id=quote(str(conference_id), safe=""),
            unit_id=quote(str(unit_id), safe=""),
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
    conference_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadUnitRosterFormat | Unset = ReadUnitRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[RosterPage]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        format_=format_,
        with_cards=with_cards,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadUnitRosterFormat | Unset = ReadUnitRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> RosterPage:
    """Read Unit Roster

     Read or print the whole list of a unit and those below it, each with the class to attend.

    Args:
        conference_id (UUID):
        unit_id (UUID):
        format_ (ReadUnitRosterFormat | Unset): `xlsx` and `docx` are the whole list, whatever
            `limit` and `cursor` say. Default: ReadUnitRosterFormat.JSON.
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
            conference_id=conference_id,
            unit_id=unit_id,
            client=client,
            format_=format_,
            with_cards=with_cards,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadUnitRosterFormat | Unset = ReadUnitRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[RosterPage]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        format_=format_,
        with_cards=with_cards,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadUnitRosterFormat | Unset = ReadUnitRosterFormat.JSON,
    with_cards: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> RosterPage:
    """As `sync`, for asyncio."""
    return cast(
        RosterPage,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                unit_id=unit_id,
                client=client,
                format_=format_,
                with_cards=with_cards,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
