from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.summary_version_view import SummaryVersionView
from ...types import Response


def _get_kwargs(
    conference_id: UUID,
    number: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/summary/versions/{number}".format(
            conference_id=quote(str(conference_id), safe=""),
            number=quote(str(number), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> SummaryVersionView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = SummaryVersionView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[SummaryVersionView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    conference_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> Response[SummaryVersionView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        number=number,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> SummaryVersionView:
    """Read Summary Version

     Read what a summary said when it was frozen; its digest can be computed again from it.

    Args:
        conference_id (UUID):
        number (int):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SummaryVersionView
    """

    return cast(
        SummaryVersionView,
        sync_detailed(
            conference_id=conference_id,
            number=number,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> Response[SummaryVersionView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        number=number,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> SummaryVersionView:
    """As `sync`, for asyncio."""
    return cast(
        SummaryVersionView,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                number=number,
                client=client,
            )
        ).parsed,
    )
