from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.totp_beginning import TotpBeginning
from ...models.totp_secret import TotpSecret
from ...types import Response


def _get_kwargs(
    *,
    body: TotpBeginning,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/me/totp",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> TotpSecret | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = TotpSecret.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[TotpSecret]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: TotpBeginning,
) -> Response[TotpSecret]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: TotpBeginning,
) -> TotpSecret:
    """Begin Totp

     Begin to set up your second factor: a secret for an authenticator app, as text and as QR.

    It counts once `confirmTotp` was sent a code of it. To change phones send `otp` as well: a
    code of the old phone, or a recovery code.

    Args:
        body (TotpBeginning): The password again; to change phones, a code of the old one or a
            recovery code as well.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        TotpSecret
    """

    return cast(
        TotpSecret,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: TotpBeginning,
) -> Response[TotpSecret]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: TotpBeginning,
) -> TotpSecret:
    """As `sync`, for asyncio."""
    return cast(
        TotpSecret,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
