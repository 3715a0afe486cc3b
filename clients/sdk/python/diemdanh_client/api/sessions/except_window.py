from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.window_exception_change import WindowExceptionChange
from ...models.window_view import WindowView
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    window_id: UUID,
    point_id: UUID,
    *,
    body: WindowExceptionChange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/sessions/{session_id}/windows/{window_id}/points/{point_id}".format(
            session_id=quote(str(session_id), safe=""),
            window_id=quote(str(window_id), safe=""),
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> WindowView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = WindowView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[WindowView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    window_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: WindowExceptionChange,
) -> Response[WindowView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        window_id=window_id,
        point_id=point_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    window_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: WindowExceptionChange,
) -> WindowView:
    """Except Window

     Void a window at one point, or let it go on there, as after a cut of power or line.

    Voided, nobody of this point misses anything by it; whoever checks in is recorded all the same.
    Extended, the codes of this point count for it until then, also those that a screen without a
    line went on to show. Other points are as they were, and so is what was recorded before.

    Args:
        session_id (UUID):
        window_id (UUID):
        point_id (UUID):
        body (WindowExceptionChange): What holds at one point alone: the window is void there, or
            goes on there until an instant.

            One of the two, with the reason that reports will name.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        WindowView
    """

    return cast(
        WindowView,
        sync_detailed(
            session_id=session_id,
            window_id=window_id,
            point_id=point_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    window_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: WindowExceptionChange,
) -> Response[WindowView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        window_id=window_id,
        point_id=point_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    window_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: WindowExceptionChange,
) -> WindowView:
    """As `sync`, for asyncio."""
    return cast(
        WindowView,
        (
            await asyncio_detailed(
                session_id=session_id,
                window_id=window_id,
                point_id=point_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
