from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.redeemed_view import RedeemedView
from ...models.redemption import Redemption
from ...types import Response


def _get_kwargs(
    *,
    body: Redemption,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/invitations/redeem",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> RedeemedView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = RedeemedView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[RedeemedView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: Redemption,
) -> Response[RedeemedView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: Redemption,
) -> RedeemedView:
    """Redeem Invitation

     Choose a password by the link of an invitation; then sign in with it.

    A link works once, for 72 hours, while whoever made it may grant all that the account holds;
    every older sign-in of the account ends. A password has
    12 characters or more, needs no symbols, and is not a common one.

    Args:
        body (Redemption): The token of an invitation, and the password its owner chose.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        RedeemedView
    """

    return cast(
        RedeemedView,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: Redemption,
) -> Response[RedeemedView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: Redemption,
) -> RedeemedView:
    """As `sync`, for asyncio."""
    return cast(
        RedeemedView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
