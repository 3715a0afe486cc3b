from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.proposal import Proposal
from ...models.proposal_request import ProposalRequest
from ...types import Response


def _get_kwargs(
    conference_id: UUID,
    *,
    body: ProposalRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences/{conference_id}/allocation/propose".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Proposal | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Proposal.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Proposal]:
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
    body: ProposalRequest,
) -> Response[Proposal]:
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
    body: ProposalRequest,
) -> Proposal:
    """Propose Allocation

     Give everybody to be convened a session, by share and capacity, with the fewest moves.

    Staff propose for the whole conference, a secretary for her unit and those below it. What
    somebody fixed by hand stays. The same again changes nothing, so this takes no Idempotency-Key.

    Args:
        conference_id (UUID):
        body (ProposalRequest): What to propose for: the whole conference, or one unit with all
            below it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Proposal
    """

    return cast(
        Proposal,
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
    body: ProposalRequest,
) -> Response[Proposal]:
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
    body: ProposalRequest,
) -> Proposal:
    """As `sync`, for asyncio."""
    return cast(
        Proposal,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
