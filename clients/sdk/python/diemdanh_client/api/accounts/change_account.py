from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.account_change import AccountChange
from ...models.account_view import AccountView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    account_id: UUID,
    *,
    body: AccountChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/accounts/{account_id}".format(
            account_id=quote(str(account_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> AccountView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = AccountView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[AccountView]:
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
    body: AccountChange,
    if_match: str | Unset = UNSET,
) -> Response[AccountView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: AccountChange,
    if_match: str | Unset = UNSET,
) -> AccountView:
    """Change Account

     Change the name people see, disable an account at once, or let it in again.

    It needs the right to grant everything that the account holds; where it holds nothing, all that
    it ever held.

    Args:
        account_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (AccountChange): What to change; a field left out stays as it is.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        AccountView
    """

    return cast(
        AccountView,
        sync_detailed(
            account_id=account_id,
            client=client,
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: AccountChange,
    if_match: str | Unset = UNSET,
) -> Response[AccountView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: AccountChange,
    if_match: str | Unset = UNSET,
) -> AccountView:
    """As `sync`, for asyncio."""
    return cast(
        AccountView,
        (
            await asyncio_detailed(
                account_id=account_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
