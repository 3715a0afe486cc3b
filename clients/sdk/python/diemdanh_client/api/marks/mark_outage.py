from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.outage import Outage
from ...models.outage_marked import OutageMarked
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    point_id: UUID,
    *,
    body: Outage,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/points/{point_id}/outage".format(
            session_id=quote(str(session_id), safe=""),
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> OutageMarked | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = OutageMarked.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[OutageMarked]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Outage,
    idempotency_key: str | Unset = UNSET,
) -> Response[OutageMarked]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Outage,
    idempotency_key: str | Unset = UNSET,
) -> OutageMarked:
    """Mark Outage

     Mark absent for a technical fault (KT) whoever was expected at a point and is not known of.

    Staff mark all of them; a secretary those of her unit and of the units below it. Who has a mark,
    or was seen, stays as he is.

    Args:
        session_id (UUID):
        point_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (Outage): Why nobody could be counted at a point.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        OutageMarked
    """

    return cast(
        OutageMarked,
        sync_detailed(
            session_id=session_id,
            point_id=point_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Outage,
    idempotency_key: str | Unset = UNSET,
) -> Response[OutageMarked]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Outage,
    idempotency_key: str | Unset = UNSET,
) -> OutageMarked:
    """As `sync`, for asyncio."""
    return cast(
        OutageMarked,
        (
            await asyncio_detailed(
                session_id=session_id,
                point_id=point_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
