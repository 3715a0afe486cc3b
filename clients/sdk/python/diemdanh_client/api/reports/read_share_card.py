from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.share_card import ShareCard
from ...types import Response


def _get_kwargs(
    report_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/reports/{report_id}/share-card".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ShareCard | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ShareCard.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ShareCard]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[ShareCard]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ShareCard:
    """Read Share Card

     Read the text of a report's figures for the unit's group: live, or as it was handed in.

    Args:
        report_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ShareCard
    """

    return cast(
        ShareCard,
        sync_detailed(
            report_id=report_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[ShareCard]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ShareCard:
    """As `sync`, for asyncio."""
    return cast(
        ShareCard,
        (
            await asyncio_detailed(
                report_id=report_id,
                client=client,
            )
        ).parsed,
    )
