from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.evidence import Evidence
from ...models.page_attendance_view import PageAttendanceView
from ...models.standing import Standing
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    window_id: UUID | Unset = UNSET,
    standing: Standing | Unset = UNSET,
    evidence: Evidence | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_session_id = str(session_id)
    params["session_id"] = json_session_id

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    json_window_id: str | Unset = UNSET
    if not isinstance(window_id, Unset):
        json_window_id = str(window_id)
    params["window_id"] = json_window_id

    json_standing: str | Unset = UNSET
    if not isinstance(standing, Unset):
        json_standing = standing.value

    params["standing"] = json_standing

    json_evidence: str | Unset = UNSET
    if not isinstance(evidence, Unset):
        json_evidence = evidence.value

    params["evidence"] = json_evidence

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/attendance",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageAttendanceView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageAttendanceView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageAttendanceView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    window_id: UUID | Unset = UNSET,
    standing: Standing | Unset = UNSET,
    evidence: Evidence | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageAttendanceView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        window_id=window_id,
        standing=standing,
        evidence=evidence,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    window_id: UUID | Unset = UNSET,
    standing: Standing | Unset = UNSET,
    evidence: Evidence | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageAttendanceView:
    """List Attendance

     List a session's attendance of your units, in the order of arrival; the audit notes it.

    Args:
        session_id (UUID):
        unit_id (UUID | Unset):
        window_id (UUID | Unset):
        standing (Standing | Unset): What the evidence of one window amounts to; only a person
            rejects.
        evidence (Evidence | Unset): How the software knows that a member was there.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageAttendanceView
    """

    return cast(
        PageAttendanceView,
        sync_detailed(
            client=client,
            session_id=session_id,
            unit_id=unit_id,
            window_id=window_id,
            standing=standing,
            evidence=evidence,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    window_id: UUID | Unset = UNSET,
    standing: Standing | Unset = UNSET,
    evidence: Evidence | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageAttendanceView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        window_id=window_id,
        standing=standing,
        evidence=evidence,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    session_id: UUID,
    unit_id: UUID | Unset = UNSET,
    window_id: UUID | Unset = UNSET,
    standing: Standing | Unset = UNSET,
    evidence: Evidence | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageAttendanceView:
    """As `sync`, for asyncio."""
    return cast(
        PageAttendanceView,
        (
            await asyncio_detailed(
                client=client,
                session_id=session_id,
                unit_id=unit_id,
                window_id=window_id,
                standing=standing,
                evidence=evidence,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
