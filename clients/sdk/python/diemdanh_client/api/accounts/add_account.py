from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.invited_account import InvitedAccount
from ...models.new_account import NewAccount
from ...types import Response


def _get_kwargs(
    *,
    body: NewAccount,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/accounts",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> InvitedAccount | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = InvitedAccount.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[InvitedAccount]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewAccount,
) -> Response[InvitedAccount]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewAccount,
) -> InvitedAccount:
    """Add Account

     Invite somebody: add an account with its grants, and get the link for its owner.

    The link is shown once and stored hashed, so this operation takes no Idempotency-Key; sent
    again it answers `username_taken`, and `inviteAgain` gives another link. Who may grant what:
    an administrator everything, staff all but the two district roles, a secretary the secretaries
    and operators below, operators on the own unit, and a deputy for himself.

    Args:
        body (NewAccount): Somebody to be invited.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        InvitedAccount
    """

    return cast(
        InvitedAccount,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewAccount,
) -> Response[InvitedAccount]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewAccount,
) -> InvitedAccount:
    """As `sync`, for asyncio."""
    return cast(
        InvitedAccount,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
