from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.settle_added import SettleAdded
from ...models.settle_guest import SettleGuest
from ...models.settle_matched import SettleMatched
from ...models.settle_rejected import SettleRejected
from ...models.typed_name_view import TypedNameView
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    name_id: UUID,
    *,
    body: SettleAdded | SettleGuest | SettleMatched | SettleRejected,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/typed-names/{name_id}/settle".format(
            session_id=quote(str(session_id), safe=""),
            name_id=quote(str(name_id), safe=""),
        ),
    }

    if isinstance(body, SettleMatched):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, SettleAdded):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, SettleGuest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> TypedNameView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = TypedNameView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[TypedNameView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    name_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SettleAdded | SettleGuest | SettleMatched | SettleRejected,
) -> Response[TypedNameView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        name_id=name_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    name_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SettleAdded | SettleGuest | SettleMatched | SettleRejected,
) -> TypedNameView:
    """Settle Typed Name

     Say whose name it was: a member's, a new member's, a guest's, or nobody's who was there.

    A member is recorded as present by it, with the evidence of the typed name, unless something is
    recorded already; a name typed on one's own phone binds that phone where both are free.

    Args:
        session_id (UUID):
        name_id (UUID):
        body (SettleAdded | SettleGuest | SettleMatched | SettleRejected):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        TypedNameView
    """

    return cast(
        TypedNameView,
        sync_detailed(
            session_id=session_id,
            name_id=name_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    name_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SettleAdded | SettleGuest | SettleMatched | SettleRejected,
) -> Response[TypedNameView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        name_id=name_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    name_id: UUID,
    *,
    client: AuthenticatedClient,
    body: SettleAdded | SettleGuest | SettleMatched | SettleRejected,
) -> TypedNameView:
    """As `sync`, for asyncio."""
    return cast(
        TypedNameView,
        (
            await asyncio_detailed(
                session_id=session_id,
                name_id=name_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
