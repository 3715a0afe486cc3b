from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.unit_end import UnitEnd
from ...models.unit_view import UnitView
from ...types import Response


def _get_kwargs(
    unit_id: UUID,
    *,
    body: UnitEnd,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/units/{unit_id}/end".format(
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
    body: UnitEnd,
) -> Response[UnitView]:
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
    body: UnitEnd,
) -> UnitView:
    """End Unit

     End a unit that nothing follows: it has no units and no members any more.

    Args:
        unit_id (UUID):
        body (UnitEnd): The day on which a unit ends that nothing follows.

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
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: UnitEnd,
) -> Response[UnitView]:
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
    body: UnitEnd,
) -> UnitView:
    """As `sync`, for asyncio."""
    return cast(
        UnitView,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
