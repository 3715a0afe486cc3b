from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_webhook_view import PageWebhookView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/webhooks",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageWebhookView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageWebhookView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageWebhookView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageWebhookView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageWebhookView:
    """List Webhooks

     List the addresses that are told what happens at your units, newest first; a client's own.

    Args:
        unit_id (UUID | Unset):
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageWebhookView
    """

    return cast(
        PageWebhookView,
        sync_detailed(
            client=client,
            unit_id=unit_id,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageWebhookView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageWebhookView:
    """As `sync`, for asyncio."""
    return cast(
        PageWebhookView,
        (
            await asyncio_detailed(
                client=client,
                unit_id=unit_id,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
