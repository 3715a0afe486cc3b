from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.delivery_channel import DeliveryChannel
from ...models.delivery_state import DeliveryState
from ...models.page_delivery_view import PageDeliveryView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    state: DeliveryState | Unset = UNSET,
    channel: DeliveryChannel | Unset = UNSET,
    webhook_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    json_channel: str | Unset = UNSET
    if not isinstance(channel, Unset):
        json_channel = channel.value

    params["channel"] = json_channel

    json_webhook_id: str | Unset = UNSET
    if not isinstance(webhook_id, Unset):
        json_webhook_id = str(webhook_id)
    params["webhook_id"] = json_webhook_id

    json_subject_id: str | Unset = UNSET
    if not isinstance(subject_id, Unset):
        json_subject_id = str(subject_id)
    params["subject_id"] = json_subject_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/deliveries",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageDeliveryView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageDeliveryView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageDeliveryView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: DeliveryState | Unset = UNSET,
    channel: DeliveryChannel | Unset = UNSET,
    webhook_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageDeliveryView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        state=state,
        channel=channel,
        webhook_id=webhook_id,
        subject_id=subject_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    state: DeliveryState | Unset = UNSET,
    channel: DeliveryChannel | Unset = UNSET,
    webhook_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageDeliveryView:
    """List Deliveries

     List the mails and messages of your units, newest first.

    `state=dead` and `state=uncertain` are the two lists that wait for a person.

    Args:
        state (DeliveryState | Unset): Where a delivery stands; `uncertain` was handed over by a
            process that died meanwhile.
        channel (DeliveryChannel | Unset): How something leaves the house.
        webhook_id (UUID | Unset):
        subject_id (UUID | Unset):
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageDeliveryView
    """

    return cast(
        PageDeliveryView,
        sync_detailed(
            client=client,
            state=state,
            channel=channel,
            webhook_id=webhook_id,
            subject_id=subject_id,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: DeliveryState | Unset = UNSET,
    channel: DeliveryChannel | Unset = UNSET,
    webhook_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageDeliveryView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        state=state,
        channel=channel,
        webhook_id=webhook_id,
        subject_id=subject_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    state: DeliveryState | Unset = UNSET,
    channel: DeliveryChannel | Unset = UNSET,
    webhook_id: UUID | Unset = UNSET,
    subject_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageDeliveryView:
    """As `sync`, for asyncio."""
    return cast(
        PageDeliveryView,
        (
            await asyncio_detailed(
                client=client,
                state=state,
                channel=channel,
                webhook_id=webhook_id,
                subject_id=subject_id,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
