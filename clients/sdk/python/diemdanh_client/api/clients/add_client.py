from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.client_with_secret import ClientWithSecret
from ...models.new_client import NewClient
from ...types import Response


def _get_kwargs(
    *,
    body: NewClient,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/clients",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ClientWithSecret | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = ClientWithSecret.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ClientWithSecret]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewClient,
) -> Response[ClientWithSecret]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewClient,
) -> ClientWithSecret:
    """Add Client

     Let a program see a unit and what is below it, as far as its scopes go.

    The secret is shown once, so this operation takes no Idempotency-Key; sent again it answers
    `client_exists`, and `renewClientSecret` gives another.

    Args:
        body (NewClient): A program that shall see a unit and what is below it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ClientWithSecret
    """

    return cast(
        ClientWithSecret,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewClient,
) -> Response[ClientWithSecret]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewClient,
) -> ClientWithSecret:
    """As `sync`, for asyncio."""
    return cast(
        ClientWithSecret,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
