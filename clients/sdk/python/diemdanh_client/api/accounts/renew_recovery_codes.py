from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.recovery_codes import RecoveryCodes
from ...models.totp_proof import TotpProof
from ...types import Response


def _get_kwargs(
    *,
    body: TotpProof,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/me/recovery-codes",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> RecoveryCodes | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = RecoveryCodes.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[RecoveryCodes]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: TotpProof,
) -> Response[RecoveryCodes]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: TotpProof,
) -> RecoveryCodes:
    """Renew Recovery Codes

     Get ten new recovery codes; the old ones count no more.

    Args:
        body (TotpProof): A one-time code.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        RecoveryCodes
    """

    return cast(
        RecoveryCodes,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: TotpProof,
) -> Response[RecoveryCodes]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: TotpProof,
) -> RecoveryCodes:
    """As `sync`, for asyncio."""
    return cast(
        RecoveryCodes,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
