from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.move_slip import MoveSlip
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/devices/current/slip",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> MoveSlip | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MoveSlip.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MoveSlip]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[MoveSlip]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
) -> MoveSlip:
    """Move Own Phone

     Make a slip for one's next phone: ten minutes, on a confirmed phone only.

    Asked again within that time it is the same. It counts only while this phone is still his.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MoveSlip
    """

    return cast(
        MoveSlip,
        sync_detailed(
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[MoveSlip]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs()
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> MoveSlip:
    """As `sync`, for asyncio."""
    return cast(
        MoveSlip,
        (
            await asyncio_detailed(
                client=client,
            )
        ).parsed,
    )
