from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.member_view import MemberView
from ...types import Response


def _get_kwargs(
    member_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/members/{member_id}/return".format(
            member_id=quote(str(member_id), safe=""),
        ),
    }

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
) -> Response[MemberView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        member_id=member_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
) -> MemberView:
    """Return Member

     End a member's stay at another unit; for the unit sent from and for the one sent to.

    Args:
        member_id (UUID):

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
        ).parsed,
    )


async def asyncio_detailed(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[MemberView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        member_id=member_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
) -> MemberView:
    """As `sync`, for asyncio."""
    return cast(
        MemberView,
        (
            await asyncio_detailed(
                member_id=member_id,
                client=client,
            )
        ).parsed,
    )
