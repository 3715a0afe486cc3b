from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.letterhead_view import LetterheadView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units/{unit_id}/letterhead".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> LetterheadView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = LetterheadView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[LetterheadView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> Response[LetterheadView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        if_none_match=if_none_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> LetterheadView:
    """Read Letterhead

     Read what stands above and below a unit's documents.

    Args:
        unit_id (UUID):
        if_none_match (str | Unset): The `ETag` of the answer you hold.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        LetterheadView
    """

    return cast(
        LetterheadView,
        sync_detailed(
            unit_id=unit_id,
            client=client,
            if_none_match=if_none_match,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> Response[LetterheadView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        if_none_match=if_none_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> LetterheadView:
    """As `sync`, for asyncio."""
    return cast(
        LetterheadView,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                if_none_match=if_none_match,
            )
        ).parsed,
    )
