from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_slips import NewSlips
from ...models.slip_order import SlipOrder
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    body: SlipOrder,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/units/{unit_id}/enrolment-slips".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> NewSlips | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = NewSlips.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[NewSlips]:
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
    body: SlipOrder,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewSlips]:
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
    body: SlipOrder,
    idempotency_key: str | Unset = UNSET,
) -> NewSlips:
    """Make Enrolment Slips

     Make slips by which members enrol their phones: one use, 72 hours.

    A member has one open slip; a new one takes its place. Whoever uses it on a phone gives up the
    phone he had. Nobody makes a slip for himself.

    Args:
        unit_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (SlipOrder): For whom slips are to be made.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        NewSlips
    """

    return cast(
        NewSlips,
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
    body: SlipOrder,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewSlips]:
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
    body: SlipOrder,
    idempotency_key: str | Unset = UNSET,
) -> NewSlips:
    """As `sync`, for asyncio."""
    return cast(
        NewSlips,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
