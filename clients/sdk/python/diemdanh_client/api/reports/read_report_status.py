from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.report_status import ReportStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    json_session_id: str | Unset = UNSET
    if not isinstance(session_id, Unset):
        json_session_id = str(session_id)
    params["session_id"] = json_session_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/report-status".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ReportStatus | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ReportStatus.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ReportStatus]:
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
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
) -> Response[ReportStatus]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        session_id=session_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
) -> ReportStatus:
    """Read Report Status

     Show which units have handed in their reports, and remind those that are late.

    The units right below the organiser, or below `unit_id`; the result reports, or with
    `session_id` the quick reports of that session. You see the units whose reports you may read.

    Args:
        conference_id (UUID):
        unit_id (UUID | Unset):
        session_id (UUID | Unset):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ReportStatus
    """

    return cast(
        ReportStatus,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            unit_id=unit_id,
            session_id=session_id,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
) -> Response[ReportStatus]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
        session_id=session_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
) -> ReportStatus:
    """As `sync`, for asyncio."""
    return cast(
        ReportStatus,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                unit_id=unit_id,
                session_id=session_id,
            )
        ).parsed,
    )
