from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.flag_view import FlagView
from ...models.new_flag_decision import NewFlagDecision
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    flag_id: UUID,
    *,
    body: NewFlagDecision,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/flags/{flag_id}/decide".format(
            session_id=quote(str(session_id), safe=""),
            flag_id=quote(str(flag_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> FlagView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = FlagView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[FlagView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    flag_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewFlagDecision,
) -> Response[FlagView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        flag_id=flag_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    flag_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewFlagDecision,
) -> FlagView:
    """Decide Flag

     Say what you make of a flag: explained, or upheld; nothing else changes by it.

    Nobody decides on a flag that names himself.

    Args:
        session_id (UUID):
        flag_id (UUID):
        body (NewFlagDecision): What a person makes of a flag; deciding again replaces it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        FlagView
    """

    return cast(
        FlagView,
        sync_detailed(
            session_id=session_id,
            flag_id=flag_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    flag_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewFlagDecision,
) -> Response[FlagView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        flag_id=flag_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    flag_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewFlagDecision,
) -> FlagView:
    """As `sync`, for asyncio."""
    return cast(
        FlagView,
        (
            await asyncio_detailed(
                session_id=session_id,
                flag_id=flag_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
