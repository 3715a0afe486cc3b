from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.unit_change import UnitChange
from ...models.unit_view import UnitView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    body: UnitChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/units/{unit_id}".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> UnitView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = UnitView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[UnitView]:
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
    body: UnitChange,
    if_match: str | Unset = UNSET,
) -> Response[UnitView]:
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
    body: UnitChange,
    if_match: str | Unset = UNSET,
) -> UnitView:
    """Change Unit

     Change a unit; a secretary only those below a unit of her own.

    The name before is kept for the days before `name_from`.

    Args:
        unit_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (UnitChange): What to change of a unit; what is left out stays.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        UnitView
    """

    return cast(
        UnitView,
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
    body: UnitChange,
    if_match: str | Unset = UNSET,
) -> Response[UnitView]:
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
    body: UnitChange,
    if_match: str | Unset = UNSET,
) -> UnitView:
    """As `sync`, for asyncio."""
    return cast(
        UnitView,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
