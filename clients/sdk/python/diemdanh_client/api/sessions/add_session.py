from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_session import NewSession
from ...models.session_view import SessionView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewSession,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> SessionView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = SessionView.from_dict(response.json())

        return response_201

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
    *,
    client: AuthenticatedClient,
    body: NewSession,
    idempotency_key: str | Unset = UNSET,
) -> Response[SessionView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewSession,
    idempotency_key: str | Unset = UNSET,
) -> SessionView:
    """Add Session

     Add a session to a conference; it reaches every bridge point of its form.

    Args:
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewSession): A session to add; it may lack a time, as the plan's do ("trung tuần
            tháng 3").

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SessionView
    """

    return cast(
        SessionView,
        sync_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewSession,
    idempotency_key: str | Unset = UNSET,
) -> Response[SessionView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewSession,
    idempotency_key: str | Unset = UNSET,
) -> SessionView:
    """As `sync`, for asyncio."""
    return cast(
        SessionView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
