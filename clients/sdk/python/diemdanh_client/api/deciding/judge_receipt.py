from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.judged_receipt import JudgedReceipt
from ...models.shown_receipt import ShownReceipt
from ...types import Response


def _get_kwargs(
    *,
    body: ShownReceipt,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/receipts/judge",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> JudgedReceipt | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = JudgedReceipt.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[JudgedReceipt]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: ShownReceipt,
) -> Response[JudgedReceipt]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: ShownReceipt,
) -> JudgedReceipt:
    """Judge Receipt

     Judge a receipt that a member shows on the phone, and tell what became of its check-in.

    The proof covers every field that is sent, and holds where the record itself was lost. What is
    on record is told of your units alone: a genuine receipt of others is 404. Nothing changes by
    it; the audit notes whose name was read.

    Args:
        body (ShownReceipt): A receipt as a phone shows it: exactly what its proof covers, as it
            was answered.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        JudgedReceipt
    """

    return cast(
        JudgedReceipt,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: ShownReceipt,
) -> Response[JudgedReceipt]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: ShownReceipt,
) -> JudgedReceipt:
    """As `sync`, for asyncio."""
    return cast(
        JudgedReceipt,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
