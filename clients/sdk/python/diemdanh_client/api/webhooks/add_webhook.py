from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.added_webhook import AddedWebhook
from ...models.new_webhook import NewWebhook
from ...types import Response


def _get_kwargs(
    *,
    body: NewWebhook,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/webhooks",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> AddedWebhook | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = AddedWebhook.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[AddedWebhook]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewWebhook,
) -> Response[AddedWebhook]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewWebhook,
) -> AddedWebhook:
    """Add Webhook

     Let a program be told what happens at a unit and below it, from now on.

    A client has itself told, of what its scopes cover: `sessions:read` sessions and incidents,
    `attendance:count` reports, summaries and the count of a session, `reports:write` reports.

    The secret is shown once, so this operation takes no Idempotency-Key; sent again it answers
    `webhook_exists`. Nothing of a confidential session is ever told, and no name of a member.

    Args:
        body (NewWebhook): An address that shall be told what happens at a unit and below it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        AddedWebhook
    """

    return cast(
        AddedWebhook,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewWebhook,
) -> Response[AddedWebhook]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewWebhook,
) -> AddedWebhook:
    """As `sync`, for asyncio."""
    return cast(
        AddedWebhook,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
