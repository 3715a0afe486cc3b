from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.breach_view import BreachView
from ...models.new_breach import NewBreach
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewBreach,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/breaches",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> BreachView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = BreachView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[BreachView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewBreach,
    idempotency_key: str | Unset = UNSET,
) -> Response[BreachView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewBreach,
    idempotency_key: str | Unset = UNSET,
) -> BreachView:
    """Add Breach

     Record a breach; the authority is to be told within 72 hours of finding it.

    The steps are in docs/privacy.md. Write how many are concerned, not who.

    Args:
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewBreach): Something that happened to personal data.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        BreachView
    """

    return cast(
        BreachView,
        sync_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewBreach,
    idempotency_key: str | Unset = UNSET,
) -> Response[BreachView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewBreach,
    idempotency_key: str | Unset = UNSET,
) -> BreachView:
    """As `sync`, for asyncio."""
    return cast(
        BreachView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
