from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.photo_file import PhotoFile
from ...models.photo_view import PhotoView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    report_id: UUID,
    *,
    body: PhotoFile,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/reports/{report_id}/photos".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> PhotoView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = PhotoView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PhotoView]:
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
    body: PhotoFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[PhotoView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PhotoFile,
    idempotency_key: str | Unset = UNSET,
) -> PhotoView:
    """Add Photo

     Add a picture from the hall, from a telephone too; the same file again is the same picture.

    Whoever serves a hall of the unit may, the operator of its bridge point too.
    It is drawn anew as a JPEG of at most 300 KB, without what the telephone wrote into it, and gets
    a band with the unit, the session, and the hour at which it came.

    Args:
        report_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (PhotoFile): A picture from the hall.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PhotoView
    """

    return cast(
        PhotoView,
        sync_detailed(
            report_id=report_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PhotoFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[PhotoView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        report_id=report_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    report_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PhotoFile,
    idempotency_key: str | Unset = UNSET,
) -> PhotoView:
    """As `sync`, for asyncio."""
    return cast(
        PhotoView,
        (
            await asyncio_detailed(
                report_id=report_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
