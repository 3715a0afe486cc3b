from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_data_request import NewDataRequest
from ...models.own_request import OwnRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewDataRequest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/devices/current/data-requests",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> OwnRequest | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = OwnRequest.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[OwnRequest]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewDataRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[OwnRequest]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewDataRequest,
    idempotency_key: str | Unset = UNSET,
) -> OwnRequest:
    """Ask Correction

     Ask for something held of oneself to be put right: answered in 2 working days, done in 10.

    Weekends and public holidays are no working days, nor what the deployment lists as days off.
    With `kind` = `erasure`: to be erased. The unit answers, and the organiser's admin erases. Five
    requests of a member may wait at the same time.

    Args:
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewDataRequest): What is to be put right, or that one is to be erased, and why.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        OwnRequest
    """

    return cast(
        OwnRequest,
        sync_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewDataRequest,
    idempotency_key: str | Unset = UNSET,
) -> Response[OwnRequest]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewDataRequest,
    idempotency_key: str | Unset = UNSET,
) -> OwnRequest:
    """As `sync`, for asyncio."""
    return cast(
        OwnRequest,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
