from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.exclusion_change import ExclusionChange
from ...models.exclusion_view import ExclusionView
from ...types import Response


def _get_kwargs(
    exclusion_id: UUID,
    *,
    body: ExclusionChange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/exclusions/{exclusion_id}".format(
            exclusion_id=quote(str(exclusion_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ExclusionView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ExclusionView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ExclusionView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    exclusion_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ExclusionChange,
) -> Response[ExclusionView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        exclusion_id=exclusion_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    exclusion_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ExclusionChange,
) -> ExclusionView:
    """Settle Exclusion

     Say whom a line means where its own words do not, or take a wrong match back.

    Args:
        exclusion_id (UUID):
        body (ExclusionChange): Whom a line means, as a person settles it; null takes a wrong
            match back.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ExclusionView
    """

    return cast(
        ExclusionView,
        sync_detailed(
            exclusion_id=exclusion_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    exclusion_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ExclusionChange,
) -> Response[ExclusionView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        exclusion_id=exclusion_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    exclusion_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ExclusionChange,
) -> ExclusionView:
    """As `sync`, for asyncio."""
    return cast(
        ExclusionView,
        (
            await asyncio_detailed(
                exclusion_id=exclusion_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
