from http import HTTPStatus
from io import BytesIO
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.print_signing_sheet_format import PrintSigningSheetFormat
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    point_id: UUID | Unset = UNSET,
    format_: PrintSigningSheetFormat | Unset = PrintSigningSheetFormat.DOCX,
    lines: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_point_id: str | Unset = UNSET
    if not isinstance(point_id, Unset):
        json_point_id = str(point_id)
    params["point_id"] = json_point_id

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params["lines"] = lines

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/signing-sheet".format(
            session_id=quote(str(session_id), safe=""),
        ),
        "params": params,
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
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    point_id: UUID | Unset = UNSET,
    format_: PrintSigningSheetFormat | Unset = PrintSigningSheetFormat.DOCX,
    lines: int | Unset = UNSET,
) -> Response[File]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        format_=format_,
        lines=lines,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    point_id: UUID | Unset = UNSET,
    format_: PrintSigningSheetFormat | Unset = PrintSigningSheetFormat.DOCX,
    lines: int | Unset = UNSET,
) -> File:
    """Print Signing Sheet

     Print blank numbered lines to sign, a sheet a point: no name, and so no roster code.

    The host of a point prints that point's; those of all points are the organiser's.

    Args:
        session_id (UUID):
        point_id (UUID | Unset):
        format_ (PrintSigningSheetFormat | Unset):  Default: PrintSigningSheetFormat.DOCX.
        lines (int | Unset): Lines of a sheet; else as many as will come.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        File
    """

    return cast(
        File,
        sync_detailed(
            session_id=session_id,
            client=client,
            point_id=point_id,
            format_=format_,
            lines=lines,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    point_id: UUID | Unset = UNSET,
    format_: PrintSigningSheetFormat | Unset = PrintSigningSheetFormat.DOCX,
    lines: int | Unset = UNSET,
) -> Response[File]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        format_=format_,
        lines=lines,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    point_id: UUID | Unset = UNSET,
    format_: PrintSigningSheetFormat | Unset = PrintSigningSheetFormat.DOCX,
    lines: int | Unset = UNSET,
) -> File:
    """As `sync`, for asyncio."""
    return cast(
        File,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                point_id=point_id,
                format_=format_,
                lines=lines,
            )
        ).parsed,
    )
