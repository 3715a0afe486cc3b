from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.preparation_change import PreparationChange
from ...models.preparation_view import PreparationView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    point_id: UUID,
    *,
    body: PreparationChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/points/{point_id}/preparation".format(
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> PreparationView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PreparationView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PreparationView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PreparationChange,
    if_match: str | Unset = UNSET,
) -> Response[PreparationView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PreparationChange,
    if_match: str | Unset = UNSET,
) -> PreparationView:
    """Mark Preparation

     Mark items of a point's checklist, or take marks back.

    Args:
        point_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (PreparationChange): What somebody found on some items; the others stay as they are.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PreparationView
    """

    return cast(
        PreparationView,
        sync_detailed(
            point_id=point_id,
            client=client,
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PreparationChange,
    if_match: str | Unset = UNSET,
) -> Response[PreparationView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        point_id=point_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PreparationChange,
    if_match: str | Unset = UNSET,
) -> PreparationView:
    """As `sync`, for asyncio."""
    return cast(
        PreparationView,
        (
            await asyncio_detailed(
                point_id=point_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
