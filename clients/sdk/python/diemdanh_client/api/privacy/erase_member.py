from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.erasure import Erasure
from ...models.erasure_view import ErasureView
from ...types import Response


def _get_kwargs(
    member_id: UUID,
    *,
    body: Erasure,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/members/{member_id}/erase".format(
            member_id=quote(str(member_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErasureView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ErasureView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ErasureView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Erasure,
) -> Response[ErasureView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        member_id=member_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Erasure,
) -> ErasureView:
    """Erase Member

     Erase a member for good: name, card, phones, notes and typed names go, figures stay.

    He is in no list of a later conference. What was being held, or is over, counts him as before,
    as "Đảng viên đã xóa tên". It cannot be taken back.

    Args:
        member_id (UUID):
        body (Erasure): Why a member is erased; the reason stays, so it does not bear the name.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ErasureView
    """

    return cast(
        ErasureView,
        sync_detailed(
            member_id=member_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Erasure,
) -> Response[ErasureView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        member_id=member_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Erasure,
) -> ErasureView:
    """As `sync`, for asyncio."""
    return cast(
        ErasureView,
        (
            await asyncio_detailed(
                member_id=member_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
