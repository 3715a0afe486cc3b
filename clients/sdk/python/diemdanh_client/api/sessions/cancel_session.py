from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.cancellation import Cancellation
from ...models.cancelled_session import CancelledSession
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    *,
    body: Cancellation,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/cancel".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> CancelledSession | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = CancelledSession.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[CancelledSession]:
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
    body: Cancellation,
) -> Response[CancelledSession]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Cancellation,
) -> CancelledSession:
    """Cancel Session

     Cancel a session; answers the other planned sessions of its form, for those put into it.

    Args:
        session_id (UUID):
        body (Cancellation): Why a session is cancelled.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        CancelledSession
    """

    return cast(
        CancelledSession,
        sync_detailed(
            session_id=session_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Cancellation,
) -> Response[CancelledSession]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Cancellation,
) -> CancelledSession:
    """As `sync`, for asyncio."""
    return cast(
        CancelledSession,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
