from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_check_in import NewCheckIn
from ...models.receipt import Receipt
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewCheckIn,
    simulate: bool | Unset = False,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["simulate"] = simulate

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/check-ins",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Receipt | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Receipt.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Receipt]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewCheckIn,
    simulate: bool | Unset = False,
) -> Response[Receipt]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewCheckIn,
    simulate: bool | Unset = False,
) -> Receipt:
    """Check In

     Check in by a ticket: on a known phone, or by unit, name and the last 4 digits of the card.

    Answered after the commit, always the same for the same id; send it again whenever the answer
    was lost. No name is told before a match. What nothing proves is `claimed`: recorded, pending,
    and settled by the secretary. Who is named on another member's phone is `assisted`: pending,
    three for each phone in a session, and no phone is bound.

    A client names a `member` of the units it was registered for, or `named` somebody of such a
    unit, by a ticket of its own that is still good. That is evidence `client`: pending, whoever is
    meant, and no phone is bound by it. Its receipt tells nothing of what is on file.

    Args:
        simulate (bool | Unset): Run every rule and answer as if it were done, with the header
            `Simulated: true`; nothing is recorded, sent or told. Default: False.
        body (NewCheckIn): A check-in; send the same again as often as needed, it counts once.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Receipt
    """

    return cast(
        Receipt,
        sync_detailed(
            client=client,
            body=body,
            simulate=simulate,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewCheckIn,
    simulate: bool | Unset = False,
) -> Response[Receipt]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewCheckIn,
    simulate: bool | Unset = False,
) -> Receipt:
    """As `sync`, for asyncio."""
    return cast(
        Receipt,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                simulate=simulate,
            )
        ).parsed,
    )
