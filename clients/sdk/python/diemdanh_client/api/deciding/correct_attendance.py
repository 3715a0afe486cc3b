from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.attendance_view import AttendanceView
from ...models.correction import Correction
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    attendance_id: UUID,
    *,
    body: Correction,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/attendance/{attendance_id}/correct".format(
            session_id=quote(str(session_id), safe=""),
            attendance_id=quote(str(attendance_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> AttendanceView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = AttendanceView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[AttendanceView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    attendance_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Correction,
) -> Response[AttendanceView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        attendance_id=attendance_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    attendance_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Correction,
) -> AttendanceView:
    """Correct Attendance

     Decide anew, with a reason; also after the roster was locked, and then it is an addendum.

    Args:
        session_id (UUID):
        attendance_id (UUID):
        body (Correction): What an attendance shall be, whatever was decided on it before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        AttendanceView
    """

    return cast(
        AttendanceView,
        sync_detailed(
            session_id=session_id,
            attendance_id=attendance_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    attendance_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Correction,
) -> Response[AttendanceView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        attendance_id=attendance_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    attendance_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Correction,
) -> AttendanceView:
    """As `sync`, for asyncio."""
    return cast(
        AttendanceView,
        (
            await asyncio_detailed(
                session_id=session_id,
                attendance_id=attendance_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
