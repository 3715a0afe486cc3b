from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.group_by import GroupBy
from ...models.summary import Summary
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    group_by: GroupBy | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    live: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    params: dict[str, Any] = {}

    json_group_by: str | Unset = UNSET
    if not isinstance(group_by, Unset):
        json_group_by = group_by.value

    params["group_by"] = json_group_by

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params["live"] = live

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/summary".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Summary | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Summary.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Summary]:
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
    group_by: GroupBy | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    live: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> Response[Summary]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        group_by=group_by,
        unit_id=unit_id,
        live=live,
        if_none_match=if_none_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    group_by: GroupBy | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    live: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> Summary:
    """Read Summary

     Read the figures of a conference by bloc, form, class or unit, and their total.

    Live while the conference goes on; once it is closed they are those that were frozen. Whoever
    has grants on one unit alone reads that unit's part.

    Args:
        conference_id (UUID):
        group_by (GroupBy | Unset): What the rows of a summary are.
        unit_id (UUID | Unset): A unit and those below it; else all that you may read.
        live (bool | Unset): After the conference was closed: as it is now, not as it was frozen.
            Default: False.
        if_none_match (str | Unset): The `ETag` of the answer you hold.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Summary
    """

    return cast(
        Summary,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            group_by=group_by,
            unit_id=unit_id,
            live=live,
            if_none_match=if_none_match,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    group_by: GroupBy | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    live: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> Response[Summary]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        group_by=group_by,
        unit_id=unit_id,
        live=live,
        if_none_match=if_none_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    group_by: GroupBy | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    live: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> Summary:
    """As `sync`, for asyncio."""
    return cast(
        Summary,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                group_by=group_by,
                unit_id=unit_id,
                live=live,
                if_none_match=if_none_match,
            )
        ).parsed,
    )
