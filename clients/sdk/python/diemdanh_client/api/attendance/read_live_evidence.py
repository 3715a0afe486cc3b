from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.live_evidence import LiveEvidence
from ...types import Response


def _get_kwargs(
    session_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/live/evidence".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> LiveEvidence | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = LiveEvidence.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[LiveEvidence]:
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
) -> Response[LiveEvidence]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
) -> LiveEvidence:
    """Read Live Evidence

     Tell by what those at each point were counted, when the last came, and which are silent.

    The figures are of `counted_at`, a few seconds ago at most in a district; the exact counts of
    the moment are those of `readLive`.

    Args:
        session_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        LiveEvidence
    """

    return cast(
        LiveEvidence,
        sync_detailed(
            session_id=session_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[LiveEvidence]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
) -> LiveEvidence:
    """As `sync`, for asyncio."""
    return cast(
        LiveEvidence,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
            )
        ).parsed,
    )
