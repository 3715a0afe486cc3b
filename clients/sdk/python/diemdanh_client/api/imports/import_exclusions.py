from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.exclusions_file import ExclusionsFile
from ...models.exclusions_import import ExclusionsImport
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    body: ExclusionsFile,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences/{conference_id}/exclusions/import".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ExclusionsImport | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ExclusionsImport.from_dict(response.json())

        return response_200

    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = ExclusionsImport.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ExclusionsImport]:
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
    body: ExclusionsFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[ExclusionsImport]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ExclusionsFile,
    idempotency_key: str | Unset = UNSET,
) -> ExclusionsImport:
    """Import Exclusions

     Import an exclusion list from a file (.xlsx or CSV) with card numbers, or names and units.

    With `dry_run` the answer (200) shows whom each row means, and nothing is kept. With
    `dry_run=false` every row is listed (201), the unmatched ones too, to be settled by hand.

    Args:
        conference_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (ExclusionsFile): A list of persons who attended elsewhere, as the document's annex.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ExclusionsImport
    """

    return cast(
        ExclusionsImport,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ExclusionsFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[ExclusionsImport]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ExclusionsFile,
    idempotency_key: str | Unset = UNSET,
) -> ExclusionsImport:
    """As `sync`, for asyncio."""
    return cast(
        ExclusionsImport,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
