from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.report_version_view import ReportVersionView
from ...types import Response


def _get_kwargs(
    report_id: UUID,
    number: int,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/reports/{report_id}/versions/{number}".format(
            report_id=quote(str(report_id), safe=""),
            number=quote(str(number), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ReportVersionView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ReportVersionView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ReportVersionView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    report_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> Response[ReportVersionView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        number=number,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    report_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> ReportVersionView:
    """Read Report Version

     Read what a report said when it was handed in; its digest proves that nothing changed.

    Args:
        report_id (UUID):
        number (int):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ReportVersionView
    """

    return cast(
        ReportVersionView,
        sync_detailed(
            report_id=report_id,
            number=number,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    report_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> Response[ReportVersionView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        number=number,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    report_id: UUID,
    number: int,
    *,
    client: AuthenticatedClient,
) -> ReportVersionView:
    """As `sync`, for asyncio."""
    return cast(
        ReportVersionView,
        (
            await asyncio_detailed(
                report_id=report_id,
                number=number,
                client=client,
            )
        ).parsed,
    )
