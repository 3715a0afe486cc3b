from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.invitation_view import InvitationView
from ...types import Response


def _get_kwargs(
    account_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/accounts/{account_id}/invitation".format(
            account_id=quote(str(account_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> InvitationView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = InvitationView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[InvitationView]:
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
) -> Response[InvitationView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
) -> InvitationView:
    """Invite Again

     Make a new link for the owner of an account, who has lost the old one, or the password.

    Older links die and every sign-in ends at once; the password counts until the new link is
    redeemed. The link is shown once, so this operation takes no Idempotency-Key.

    Args:
        account_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        InvitationView
    """

    return cast(
        InvitationView,
        sync_detailed(
            account_id=account_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[InvitationView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
) -> InvitationView:
    """As `sync`, for asyncio."""
    return cast(
        InvitationView,
        (
            await asyncio_detailed(
                account_id=account_id,
                client=client,
            )
        ).parsed,
    )
