from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.added_webhook import AddedWebhook
from ...models.webhook_secret_renewal import WebhookSecretRenewal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    webhook_id: UUID,
    *,
    body: None | Unset | WebhookSecretRenewal = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/webhooks/{webhook_id}/secret".format(
            webhook_id=quote(str(webhook_id), safe=""),
        ),
    }

    if isinstance(body, WebhookSecretRenewal):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> AddedWebhook | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = AddedWebhook.from_dict(response.json())

        return response_200

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
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | Unset | WebhookSecretRenewal = UNSET,
) -> Response[AddedWebhook]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | Unset | WebhookSecretRenewal = UNSET,
) -> AddedWebhook:
    """Renew Webhook Secret

     Give a webhook a new secret, shown once; for a day its messages bear both signatures.

    So the receiver takes the new secret over when it likes. One that others know is renewed with
    `overlap_seconds` 0.

    Args:
        webhook_id (UUID):
        body (None | Unset | WebhookSecretRenewal):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        AddedWebhook
    """

    return cast(
        AddedWebhook,
        sync_detailed(
            webhook_id=webhook_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | Unset | WebhookSecretRenewal = UNSET,
) -> Response[AddedWebhook]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        webhook_id=webhook_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    webhook_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | Unset | WebhookSecretRenewal = UNSET,
) -> AddedWebhook:
    """As `sync`, for asyncio."""
    return cast(
        AddedWebhook,
        (
            await asyncio_detailed(
                webhook_id=webhook_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
