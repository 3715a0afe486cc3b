from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.delivery_view import DeliveryView
from ...types import Response


def _get_kwargs(
    delivery_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/deliveries/{delivery_id}/replay".format(
            delivery_id=quote(str(delivery_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> DeliveryView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = DeliveryView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[DeliveryView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    delivery_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[DeliveryView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        delivery_id=delivery_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    delivery_id: UUID,
    *,
    client: AuthenticatedClient,
) -> DeliveryView:
    """Replay Delivery

     Send something again that is dead or uncertain, or a message that was sent.

    A message keeps its `webhook-id`, so that a program knows it again. Of an uncertain mail ask
    first whether it arrived: this sends it once more.

    Args:
        delivery_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        DeliveryView
    """

    return cast(
        DeliveryView,
        sync_detailed(
            delivery_id=delivery_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    delivery_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[DeliveryView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        delivery_id=delivery_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    delivery_id: UUID,
    *,
    client: AuthenticatedClient,
) -> DeliveryView:
    """As `sync`, for asyncio."""
    return cast(
        DeliveryView,
        (
            await asyncio_detailed(
                delivery_id=delivery_id,
                client=client,
            )
        ).parsed,
    )
