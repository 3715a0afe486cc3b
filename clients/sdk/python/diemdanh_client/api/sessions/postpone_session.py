from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.postponement import Postponement
from ...models.session_view import SessionView
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    *,
    body: Postponement,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/postpone".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> SessionView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = SessionView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[SessionView]:
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
    body: Postponement,
) -> Response[SessionView]:
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
    body: Postponement,
) -> SessionView:
    """Postpone Session

     Postpone a session: its time goes, who was put into it stays, its units are told why.

    Args:
        session_id (UUID):
        body (Postponement): Why a session is postponed, and until about when.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SessionView
    """

    return cast(
        SessionView,
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
    body: Postponement,
) -> Response[SessionView]:
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
    body: Postponement,
) -> SessionView:
    """As `sync`, for asyncio."""
    return cast(
        SessionView,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
