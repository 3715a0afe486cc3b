from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.report_view import ReportView
from ...models.return_ import Return
from ...types import UNSET, Response, Unset


def _get_kwargs(
    report_id: UUID,
    *,
    body: Return,
    simulate: bool | Unset = False,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["simulate"] = simulate

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/reports/{report_id}/return".format(
            report_id=quote(str(report_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ReportView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ReportView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ReportView]:
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
    body: Return,
    simulate: bool | Unset = False,
) -> Response[ReportView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        body=body,
        simulate=simulate,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Return,
    simulate: bool | Unset = False,
) -> ReportView:
    """Return Report

     Give a report back to its unit with what has to be put right.

    Args:
        report_id (UUID):
        simulate (bool | Unset): Run every rule and answer as if it were done, with the header
            `Simulated: true`; nothing is recorded, sent or told. Default: False.
        body (Return): Why a report has to be done again.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ReportView
    """

    return cast(
        ReportView,
        sync_detailed(
            report_id=report_id,
            client=client,
            body=body,
            simulate=simulate,
        ).parsed,
    )


async def asyncio_detailed(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Return,
    simulate: bool | Unset = False,
) -> Response[ReportView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        body=body,
        simulate=simulate,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Return,
    simulate: bool | Unset = False,
) -> ReportView:
    """As `sync`, for asyncio."""
    return cast(
        ReportView,
        (
            await asyncio_detailed(
                report_id=report_id,
                client=client,
                body=body,
                simulate=simulate,
            )
        ).parsed,
    )
