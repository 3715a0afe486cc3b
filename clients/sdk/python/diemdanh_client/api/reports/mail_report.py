from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.mailed_report import MailedReport
from ...types import Response


def _get_kwargs(
    report_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/reports/{report_id}/mail".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> MailedReport | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MailedReport.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MailedReport]:
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
) -> Response[MailedReport]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> MailedReport:
    """Mail Report

     Mail the newest version to the conference's address; it leaves only once to the same one.

    Where the address is put right before it has left, it goes there; after that, mail it again.

    Args:
        report_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MailedReport
    """

    return cast(
        MailedReport,
        sync_detailed(
            report_id=report_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[MailedReport]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
) -> MailedReport:
    """As `sync`, for asyncio."""
    return cast(
        MailedReport,
        (
            await asyncio_detailed(
                report_id=report_id,
                client=client,
            )
        ).parsed,
    )
