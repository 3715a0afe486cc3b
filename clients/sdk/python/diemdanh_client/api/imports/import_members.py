from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.import_preview import ImportPreview
from ...models.import_result import ImportResult
from ...models.members_file import MembersFile
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    body: MembersFile,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/units/{unit_id}/members/import".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ImportPreview | ImportResult | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ImportPreview.from_dict(response.json())

        return response_200

    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = ImportResult.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ImportPreview | ImportResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MembersFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[ImportPreview | ImportResult]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MembersFile,
    idempotency_key: str | Unset = UNSET,
) -> ImportPreview | ImportResult:
    """Import Members

     Import members from a list as offices have it (.xlsx or CSV).

    First with `dry_run`: the answer (200) is a preview, and nothing is kept. Then the same file
    with `dry_run=false` and the `preview_id`: exactly what the preview said is done (201), or
    nothing where the members have changed since. Only name, card number, unit and status are read.
    Members whom the file does not name stay as they are.

    Args:
        unit_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (MembersFile): A list of members as an office has it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ImportPreview | ImportResult
    """

    return cast(
        ImportPreview | ImportResult,
        sync_detailed(
            unit_id=unit_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MembersFile,
    idempotency_key: str | Unset = UNSET,
) -> Response[ImportPreview | ImportResult]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MembersFile,
    idempotency_key: str | Unset = UNSET,
) -> ImportPreview | ImportResult:
    """As `sync`, for asyncio."""
    return cast(
        ImportPreview | ImportResult,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
