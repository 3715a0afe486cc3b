from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.stated_member import StatedMember
from ...models.stated_member_view import StatedMemberView
from ...types import Response


def _get_kwargs(
    account_id: UUID,
    *,
    body: StatedMember,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/accounts/{account_id}/member".format(
            account_id=quote(str(account_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> StatedMemberView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = StatedMemberView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[StatedMemberView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> Response[StatedMemberView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> StatedMemberView:
    """Change Stated Member

     Put right which member the owner of an account is that you manage; the audit notes it.

    Args:
        account_id (UUID):
        body (StatedMember): Which member the owner of an account is; null where he is none.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        StatedMemberView
    """

    return cast(
        StatedMemberView,
        sync_detailed(
            account_id=account_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> Response[StatedMemberView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> StatedMemberView:
    """As `sync`, for asyncio."""
    return cast(
        StatedMemberView,
        (
            await asyncio_detailed(
                account_id=account_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
