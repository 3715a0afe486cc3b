from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.signed_scan_file import SignedScanFile
from ...models.signed_scan_view import SignedScanView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    report_id: UUID,
    *,
    body: SignedScanFile,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/reports/{report_id}/signed-scan".format(
            report_id=quote(str(report_id), safe=""),
        ),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> SignedScanView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = SignedScanView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[SignedScanView]:
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
    body: SignedScanFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[SignedScanView]:
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
    body: SignedScanFile,
    idempotency_key: str | Unset = UNSET,
) -> SignedScanView:
    """Add Signed Scan

     Add the scan of a report as it was signed; the same file again is the same scan.

    A PDF is kept as it came; a picture is drawn anew, so that no place stays in it.

    Args:
        report_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (SignedScanFile): A report as it was signed on paper.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SignedScanView
    """

    return cast(
        SignedScanView,
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
    body: SignedScanFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[SignedScanView]:
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
    body: SignedScanFile,
    idempotency_key: str | Unset = UNSET,
) -> SignedScanView:
    """As `sync`, for asyncio."""
    return cast(
        SignedScanView,
        (
            await asyncio_detailed(
                report_id=report_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
