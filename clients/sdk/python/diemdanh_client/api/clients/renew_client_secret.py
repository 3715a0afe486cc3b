from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.client_with_secret import ClientWithSecret
from ...models.secret_renewal import SecretRenewal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    client_id: UUID,
    *,
    body: None | SecretRenewal | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/clients/{client_id}/secret".format(
            client_id=quote(str(client_id), safe=""),
        ),
    }

    if isinstance(body, SecretRenewal):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ClientWithSecret | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ClientWithSecret.from_dict(response.json())

        return response_200

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
    client_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | SecretRenewal | Unset = UNSET,
) -> Response[ClientWithSecret]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        client_id=client_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    client_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | SecretRenewal | Unset = UNSET,
) -> ClientWithSecret:
    """Renew Client Secret

     Give a client a new secret, shown once; the one before holds for a day, or as long as said.

    A secret that is lost or known to others is renewed with `overlap_seconds` 0. Of a third secret
    the first ends at once.

    Args:
        client_id (UUID):
        body (None | SecretRenewal | Unset):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ClientWithSecret
    """

    return cast(
        ClientWithSecret,
        sync_detailed(
            client_id=client_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    client_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | SecretRenewal | Unset = UNSET,
) -> Response[ClientWithSecret]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        client_id=client_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    client_id: UUID,
    *,
    client: AuthenticatedClient,
    body: None | SecretRenewal | Unset = UNSET,
) -> ClientWithSecret:
    """As `sync`, for asyncio."""
    return cast(
        ClientWithSecret,
        (
            await asyncio_detailed(
                client_id=client_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
