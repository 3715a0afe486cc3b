from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.paper_sheet_file import PaperSheetFile
from ...models.paper_sheet_view import PaperSheetView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    body: PaperSheetFile,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/paper-sheets".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> PaperSheetView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = PaperSheetView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PaperSheetView]:
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
    body: PaperSheetFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[PaperSheetView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PaperSheetFile,
    idempotency_key: str | Unset = UNSET,
) -> PaperSheetView:
    """Add Paper Sheet

     Add a photographed page of a list that was ticked on paper; marks may name it.

    It is drawn anew as a JPEG of at most 2,000 px a side: no place, time or telephone stays in it.
    After the lock it is what an addendum rests on.

    Args:
        session_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (PaperSheetFile): A photographed page of a list that was ticked on paper.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PaperSheetView
    """

    return cast(
        PaperSheetView,
        sync_detailed(
            session_id=session_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PaperSheetFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[PaperSheetView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PaperSheetFile,
    idempotency_key: str | Unset = UNSET,
) -> PaperSheetView:
    """As `sync`, for asyncio."""
    return cast(
        PaperSheetView,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
