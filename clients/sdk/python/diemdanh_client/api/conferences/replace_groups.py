from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.groups_view import GroupsView
from ...models.new_groups import NewGroups
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    body: NewGroups,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/conferences/{conference_id}/groups".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> GroupsView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = GroupsView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[GroupsView]:
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
    body: NewGroups,
    if_match: str | Unset = UNSET,
) -> Response[GroupsView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewGroups,
    if_match: str | Unset = UNSET,
) -> GroupsView:
    """Replace Groups

     Say which units belong to which Zalo group; the nearest unit up the tree holds.

    Args:
        conference_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (NewGroups): All groups of a conference; those it had before are replaced.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        GroupsView
    """

    return cast(
        GroupsView,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewGroups,
    if_match: str | Unset = UNSET,
) -> Response[GroupsView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewGroups,
    if_match: str | Unset = UNSET,
) -> GroupsView:
    """As `sync`, for asyncio."""
    return cast(
        GroupsView,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
