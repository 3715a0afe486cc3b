from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.marks_written import MarksWritten
from ...models.new_marks import NewMarks
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    body: NewMarks,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/marks".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MarksWritten | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MarksWritten.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MarksWritten]:
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
    body: NewMarks,
    idempotency_key: str | Unset = UNSET,
) -> Response[MarksWritten]:
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
    body: NewMarks,
    idempotency_key: str | Unset = UNSET,
) -> MarksWritten:
    """Write Marks

     Mark up to 500 members of a unit and those below it, by row numbers or ids.

    A mark holds for the whole session and stands before what the phones proved; marking again
    replaces it. Who cannot be marked comes back in `skipped`, and the others are marked all the
    same. Where `roster_code` is of a list that has changed since, or of another class or unit,
    nothing is written: 409 `roster_outdated` names in `rows` whom the numbers mean now.
    Absences may be written before the session; after its lock only with a `paper_sheet_id`.

    Args:
        session_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewMarks): What a secretary writes beside names of a unit and those below it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MarksWritten
    """

    return cast(
        MarksWritten,
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
    body: NewMarks,
    idempotency_key: str | Unset = UNSET,
) -> Response[MarksWritten]:
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
    body: NewMarks,
    idempotency_key: str | Unset = UNSET,
) -> MarksWritten:
    """As `sync`, for asyncio."""
    return cast(
        MarksWritten,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
