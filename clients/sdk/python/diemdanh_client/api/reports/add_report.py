from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_quick_report import NewQuickReport
from ...models.new_result_report import NewResultReport
from ...models.report_view import ReportView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewQuickReport | NewResultReport,
    simulate: bool | Unset = False,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    params: dict[str, Any] = {}

    params["simulate"] = simulate

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/reports",
        "params": params,
    }

    if isinstance(body, NewQuickReport):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ReportView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ReportView.from_dict(response.json())

        return response_200

    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = ReportView.from_dict(response.json())

        return response_201

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
    *,
    client: AuthenticatedClient,
    body: NewQuickReport | NewResultReport,
    simulate: bool | Unset = False,
    idempotency_key: str | Unset = UNSET,
) -> Response[ReportView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewQuickReport | NewResultReport,
    simulate: bool | Unset = False,
    idempotency_key: str | Unset = UNSET,
) -> ReportView:
    """Add Report

     Begin a unit's report, filled in from what is recorded; there is never a second one.

    Whoever serves a hall of the unit begins a quick one too, so that its pictures have their place.

    Args:
        simulate (bool | Unset): Run every rule and answer as if it were done, with the header
            `Simulated: true`; nothing is recorded, sent or told. Default: False.
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewQuickReport | NewResultReport):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ReportView
    """

    return cast(
        ReportView,
        sync_detailed(
            client=client,
            body=body,
            simulate=simulate,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewQuickReport | NewResultReport,
    simulate: bool | Unset = False,
    idempotency_key: str | Unset = UNSET,
) -> Response[ReportView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        simulate=simulate,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewQuickReport | NewResultReport,
    simulate: bool | Unset = False,
    idempotency_key: str | Unset = UNSET,
) -> ReportView:
    """As `sync`, for asyncio."""
    return cast(
        ReportView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                simulate=simulate,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
