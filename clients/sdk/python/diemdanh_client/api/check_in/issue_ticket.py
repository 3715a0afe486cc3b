from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.qr_ticket_request import QrTicketRequest
from ...models.ticket_view import TicketView
from ...models.typed_ticket_request import TypedTicketRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: QrTicketRequest | TypedTicketRequest,
    simulate: bool | Unset = False,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["simulate"] = simulate

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/check-ins/tickets",
        "params": params,
    }

    if isinstance(body, QrTicketRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> TicketView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = TicketView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[TicketView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: QrTicketRequest | TypedTicketRequest,
    simulate: bool | Unset = False,
) -> Response[TicketView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: QrTicketRequest | TypedTicketRequest,
    simulate: bool | Unset = False,
) -> TicketView:
    """Issue Ticket

     Exchange a scanned or typed code for a ticket: ten minutes to name oneself.

    A code counts in its own step of 30 seconds and the next. An older QR is `late`, and given a
    ticket only on a phone that was bound before it. Five wrong typed codes in ten minutes answer
    429; a QR still works then. Sets the phone's cookie where it has none.

    A client sends a fresh code with its token, and the ticket is worth nothing elsewhere; limits
    count against the client, and no cookie is set.

    Args:
        simulate (bool | Unset): Run every rule and answer as if it were done, with the header
            `Simulated: true`; nothing is recorded, sent or told. Default: False.
        body (QrTicketRequest | TypedTicketRequest):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        TicketView
    """

    return cast(
        TicketView,
        sync_detailed(
            client=client,
            body=body,
            simulate=simulate,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: QrTicketRequest | TypedTicketRequest,
    simulate: bool | Unset = False,
) -> Response[TicketView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: QrTicketRequest | TypedTicketRequest,
    simulate: bool | Unset = False,
) -> TicketView:
    """As `sync`, for asyncio."""
    return cast(
        TicketView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                simulate=simulate,
            )
        ).parsed,
    )
