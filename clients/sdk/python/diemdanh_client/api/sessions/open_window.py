from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_window import NewWindow
from ...models.window_view import WindowView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    body: NewWindow,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/windows".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> WindowView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = WindowView.from_dict(response.json())

        return response_201

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
    *,
    client: AuthenticatedClient,
    body: NewWindow,
    idempotency_key: str | Unset = UNSET,
) -> Response[WindowView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewWindow,
    idempotency_key: str | Unset = UNSET,
) -> WindowView:
    """Open Window

     Open a further roll-call; the window that is open ends with it.

    Args:
        session_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewWindow): A roll-call to open; the one that is open is closed by it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        WindowView
    """

    return cast(
        WindowView,
        sync_detailed(
            session_id=session_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewWindow,
    idempotency_key: str | Unset = UNSET,
) -> Response[WindowView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewWindow,
    idempotency_key: str | Unset = UNSET,
) -> WindowView:
    """As `sync`, for asyncio."""
    return cast(
        WindowView,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
