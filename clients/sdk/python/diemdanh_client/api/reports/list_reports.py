from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_report_line import PageReportLine
from ...models.report_kind import ReportKind
from ...models.report_state import ReportState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    kind: ReportKind | Unset = UNSET,
    state: ReportState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_conference_id: str | Unset = UNSET
    if not isinstance(conference_id, Unset):
        json_conference_id = str(conference_id)
    params["conference_id"] = json_conference_id

    json_session_id: str | Unset = UNSET
    if not isinstance(session_id, Unset):
        json_session_id = str(session_id)
    params["session_id"] = json_session_id

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/reports",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageReportLine | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageReportLine.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageReportLine]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    kind: ReportKind | Unset = UNSET,
    state: ReportState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageReportLine]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        session_id=session_id,
        unit_id=unit_id,
        kind=kind,
        state=state,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    kind: ReportKind | Unset = UNSET,
    state: ReportState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageReportLine:
    """List Reports

     List the reports of your units, newest first; `unit_id` means a unit with all below it.

    Args:
        conference_id (UUID | Unset):
        session_id (UUID | Unset):
        unit_id (UUID | Unset):
        kind (ReportKind | Unset): What a unit's report tells of: one session at once, or the
            conference after its last one.
        state (ReportState | Unset): Where a report stands; `reports.rules` holds the moves
            between them.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageReportLine
    """

    return cast(
        PageReportLine,
        sync_detailed(
            client=client,
            conference_id=conference_id,
            session_id=session_id,
            unit_id=unit_id,
            kind=kind,
            state=state,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    kind: ReportKind | Unset = UNSET,
    state: ReportState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageReportLine]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        session_id=session_id,
        unit_id=unit_id,
        kind=kind,
        state=state,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    conference_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    unit_id: UUID | Unset = UNSET,
    kind: ReportKind | Unset = UNSET,
    state: ReportState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageReportLine:
    """As `sync`, for asyncio."""
    return cast(
        PageReportLine,
        (
            await asyncio_detailed(
                client=client,
                conference_id=conference_id,
                session_id=session_id,
                unit_id=unit_id,
                kind=kind,
                state=state,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
