from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.meet_import import MeetImport
from ...models.participants_file import ParticipantsFile
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    body: ParticipantsFile,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/meet-participants".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MeetImport | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MeetImport.from_dict(response.json())

        return response_200

    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = MeetImport.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MeetImport]:
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
    body: ParticipantsFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[MeetImport]:
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
    body: ParticipantsFile,
    idempotency_key: str | Unset = UNSET,
) -> MeetImport:
    """Import Meet Participants

     Import who was connected, from Meet's own list or an extension's (.xlsx or CSV).

    With `dry_run` the answer (200) shows how the file is read, and nothing is kept. With
    `dry_run=false` each connection is kept once (201), however often it is sent. Addresses of
    e-mail are dropped before that. It proves that a hall was connected; nobody's attendance changes
    by it.

    Args:
        session_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (ParticipantsFile): A participants' file of Google Meet, or of an extension that
            lists them.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MeetImport
    """

    return cast(
        MeetImport,
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
    body: ParticipantsFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[MeetImport]:
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
    body: ParticipantsFile,
    idempotency_key: str | Unset = UNSET,
) -> MeetImport:
    """As `sync`, for asyncio."""
    return cast(
        MeetImport,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
