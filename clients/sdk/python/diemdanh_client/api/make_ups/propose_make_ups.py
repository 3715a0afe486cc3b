from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.make_ups_proposed import MakeUpsProposed
from ...models.proposal_order import ProposalOrder
from ...types import Response


def _get_kwargs(
    conference_id: UUID,
    *,
    body: ProposalOrder,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences/{conference_id}/make-ups/propose".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MakeUpsProposed | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MakeUpsProposed.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MakeUpsProposed]:
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
    body: ProposalOrder,
) -> Response[MakeUpsProposed]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ProposalOrder,
) -> MakeUpsProposed:
    """Propose Make Ups

     Put those who missed a session to the next ones, of the same form first.

    Staff propose for the whole conference, a secretary for her unit and those below it. Where a
    point has no seat left you are warned. Nothing of the day changes, nor who is allocated where.
    The same again changes nothing, so this takes no Idempotency-Key.

    Args:
        conference_id (UUID):
        body (ProposalOrder): Whose absentees are to be proposed for the next sessions.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MakeUpsProposed
    """

    return cast(
        MakeUpsProposed,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ProposalOrder,
) -> Response[MakeUpsProposed]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ProposalOrder,
) -> MakeUpsProposed:
    """As `sync`, for asyncio."""
    return cast(
        MakeUpsProposed,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
