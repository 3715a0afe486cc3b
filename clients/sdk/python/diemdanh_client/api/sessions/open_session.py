from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.opening import Opening
from ...models.session_view import SessionView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    body: None | Opening | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/open".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    if isinstance(body, Opening):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body

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
    body: None | Opening | Unset = UNSET,
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
    body: None | Opening | Unset = UNSET,
) -> SessionView:
    """Open Session

     Open a session: its points get doors, its opening window begins, screens show codes.

    A body is only needed on another day than the planned one. With `opens_ahead_minutes` it opens
    by itself. Who runs one of its points may open it on the planned day, from two hours before.

    Args:
        session_id (UUID):
        body (None | Opening | Unset):

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
    body: None | Opening | Unset = UNSET,
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
    body: None | Opening | Unset = UNSET,
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
