from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.attendance_export import AttendanceExport
from ...models.export_attendance_format import ExportAttendanceFormat
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    format_: ExportAttendanceFormat | Unset = ExportAttendanceFormat.JSON,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 200,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/attendance".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> AttendanceExport | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = AttendanceExport.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[AttendanceExport]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ExportAttendanceFormat | Unset = ExportAttendanceFormat.JSON,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 200,
    cursor: str | Unset = UNSET,
) -> Response[AttendanceExport]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        format_=format_,
        unit_id=unit_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ExportAttendanceFormat | Unset = ExportAttendanceFormat.JSON,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 200,
    cursor: str | Unset = UNSET,
) -> AttendanceExport:
    """Export Attendance

     Take a conference's attendance away: each member once, and every figure can be recomputed.

    `csv` is for programs (UTF-8 with BOM, ";", the names and words of the JSON), `xlsx` for people,
    with guests and head counts on its second sheet. No text of them is a formula. The audit notes
    who took it.

    Args:
        conference_id (UUID):
        format_ (ExportAttendanceFormat | Unset): Files are the whole, whatever `limit` and
            `cursor` say. Default: ExportAttendanceFormat.JSON.
        unit_id (UUID | Unset): A unit and those below it; else all that you may read.
        limit (int | Unset): Lines of a page. Default: 200.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        AttendanceExport
    """

    return cast(
        AttendanceExport,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            format_=format_,
            unit_id=unit_id,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ExportAttendanceFormat | Unset = ExportAttendanceFormat.JSON,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 200,
    cursor: str | Unset = UNSET,
) -> Response[AttendanceExport]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        format_=format_,
        unit_id=unit_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ExportAttendanceFormat | Unset = ExportAttendanceFormat.JSON,
    unit_id: UUID | Unset = UNSET,
    limit: int | Unset = 200,
    cursor: str | Unset = UNSET,
) -> AttendanceExport:
    """As `sync`, for asyncio."""
    return cast(
        AttendanceExport,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                format_=format_,
                unit_id=unit_id,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
