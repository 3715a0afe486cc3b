from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_unit import NewUnit
from ...models.unit_view import UnitView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewUnit,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/units",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> UnitView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = UnitView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[UnitView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewUnit,
    idempotency_key: str | Unset = UNSET,
) -> Response[UnitView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewUnit,
    idempotency_key: str | Unset = UNSET,
) -> UnitView:
    """Add Unit

     Add a unit below another; a secretary below a unit of her own.

    Args:
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewUnit): A unit to add below another.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        UnitView
    """

    return cast(
        UnitView,
        sync_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewUnit,
    idempotency_key: str | Unset = UNSET,
) -> Response[UnitView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewUnit,
    idempotency_key: str | Unset = UNSET,
) -> UnitView:
    """As `sync`, for asyncio."""
    return cast(
        UnitView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
