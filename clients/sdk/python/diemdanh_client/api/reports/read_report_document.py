from http import HTTPStatus
from io import BytesIO
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    report_id: UUID,
    *,
    version: int | Unset = UNSET,
    names: bool | Unset = False,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["version"] = version

    params["names"] = names

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/reports/{report_id}/document.docx".format(
            report_id=quote(str(report_id), safe=""),
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
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    version: int | Unset = UNSET,
    names: bool | Unset = False,
) -> Response[File]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        version=version,
        names=names,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    version: int | Unset = UNSET,
    names: bool | Unset = False,
) -> File:
    """Read Report Document

     Download a report as a Word document, laid out as the conference's guidance wants it.

    Its number and date are left for the clerk. A list of names goes to the audit trail.

    Args:
        report_id (UUID):
        version (int | Unset): The version of this number; without it the newest one, or what a
            report that is not handed in says now, marked “DỰ THẢO”.
        names (bool | Unset): Add the list of the absent, as they are now, with their codes.
            Default: False.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        File
    """

    return cast(
        File,
        sync_detailed(
            report_id=report_id,
            client=client,
            version=version,
            names=names,
        ).parsed,
    )


async def asyncio_detailed(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    version: int | Unset = UNSET,
    names: bool | Unset = False,
) -> Response[File]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        version=version,
        names=names,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    version: int | Unset = UNSET,
    names: bool | Unset = False,
) -> File:
    """As `sync`, for asyncio."""
    return cast(
        File,
        (
            await asyncio_detailed(
                report_id=report_id,
                client=client,
                version=version,
                names=names,
            )
        ).parsed,
    )
