from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.member_change import MemberChange
from ...models.member_view import MemberView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    member_id: UUID,
    *,
    body: MemberChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/members/{member_id}".format(
            member_id=quote(str(member_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MemberView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MemberView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MemberView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MemberChange,
    if_match: str | Unset = UNSET,
) -> Response[MemberView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        member_id=member_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MemberChange,
    if_match: str | Unset = UNSET,
) -> MemberView:
    """Change Member

     Change a member's name, card number or status; for the unit that the member belongs to.

    Args:
        member_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (MemberChange): What to change of a member; what is left out stays.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MemberView
    """

    return cast(
        MemberView,
        sync_detailed(
            member_id=member_id,
            client=client,
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MemberChange,
    if_match: str | Unset = UNSET,
) -> Response[MemberView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        member_id=member_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MemberChange,
    if_match: str | Unset = UNSET,
) -> MemberView:
    """As `sync`, for asyncio."""
    return cast(
        MemberView,
        (
            await asyncio_detailed(
                member_id=member_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
