from http import HTTPStatus
from io import BytesIO
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import File, Response


def _get_kwargs(
    report_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/reports/{report_id}/collage.jpg".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[File]:
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
) -> Response[File]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> File:
    """Read Collage

     Show all pictures of a report as one, to be pasted into a group.

    Args:
        report_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        File
    """

    return cast(
        File,
        sync_detailed(
            report_id=report_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[File]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> File:
    """As `sync`, for asyncio."""
    return cast(
        File,
        (
            await asyncio_detailed(
                report_id=report_id,
                client=client,
            )
        ).parsed,
    )
