from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.merge_view import MergeView
from ...models.unit_merge import UnitMerge
from ...types import Response


def _get_kwargs(
    unit_id: UUID,
    *,
    body: UnitMerge,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/units/{unit_id}/merge".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MergeView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MergeView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MergeView]:
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
    body: UnitMerge,
) -> Response[MergeView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: UnitMerge,
) -> MergeView:
    """Merge Unit

     Merge a unit into a successor: it ends, its units and its own members pass.

    Cells of one name stay apart; each gets an alias that tells where it was, and a warning names
    them. What was recorded before keeps the unit of its day.

    Args:
        unit_id (UUID):
        body (UnitMerge): Into what, and on which day, a unit is merged.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MergeView
    """

    return cast(
        MergeView,
        sync_detailed(
            unit_id=unit_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: UnitMerge,
) -> Response[MergeView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: UnitMerge,
) -> MergeView:
    """As `sync`, for asyncio."""
    return cast(
        MergeView,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
