from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.letterhead_view import LetterheadView
from ...models.new_letterhead import NewLetterhead
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    body: NewLetterhead,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/units/{unit_id}/letterhead".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

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
    body: NewLetterhead,
    if_match: str | Unset = UNSET,
) -> Response[LetterheadView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewLetterhead,
    if_match: str | Unset = UNSET,
) -> LetterheadView:
    """Write Letterhead

     State how a unit's documents name it and who signs them; an empty body takes all back.

    Reports that were handed in keep the letterhead of their day.

    Args:
        unit_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (NewLetterhead): What a unit states itself; what is null, or left out, follows from
            its place in the tree.

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
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewLetterhead,
    if_match: str | Unset = UNSET,
) -> Response[LetterheadView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewLetterhead,
    if_match: str | Unset = UNSET,
) -> LetterheadView:
    """As `sync`, for asyncio."""
    return cast(
        LetterheadView,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
