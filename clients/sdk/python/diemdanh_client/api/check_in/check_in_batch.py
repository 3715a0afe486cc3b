from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.batch_view import BatchView
from ...models.new_batch import NewBatch
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewBatch,
    simulate: bool | Unset = False,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["simulate"] = simulate

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/check-ins/batch",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> BatchView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = BatchView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[BatchView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewBatch,
    simulate: bool | Unset = False,
) -> Response[BatchView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewBatch,
    simulate: bool | Unset = False,
) -> BatchView:
    """Check In Batch

     Send up to 50 check-ins that waited without network; each is answered in its place.

    An id that was accepted before answers its receipt. A QR is read on arrival: one that is fresh
    counts as online, an older one is `late`, on a phone that was bound before it. The step must lie
    in a window, and the roster not be locked; another class that is open there by now does not
    matter. A client sends the same with its token, as `checkIn` says. Every problem is one that
    `issueTicket` or `checkIn` may answer.

    Args:
        simulate (bool | Unset): Run every rule and answer as if it were done, with the header
            `Simulated: true`; nothing is recorded, sent or told. Default: False.
        body (NewBatch): Check-ins of one phone or client, each by its ticket or QR; each is
            judged by itself.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        BatchView
    """

    return cast(
        BatchView,
        sync_detailed(
            client=client,
            body=body,
            simulate=simulate,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewBatch,
    simulate: bool | Unset = False,
) -> Response[BatchView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewBatch,
    simulate: bool | Unset = False,
) -> BatchView:
    """As `sync`, for asyncio."""
    return cast(
        BatchView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                simulate=simulate,
            )
        ).parsed,
    )
