from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.session_point_view import SessionPointView
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    point_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/points/{point_id}/restore-typed-codes".format(
            session_id=quote(str(session_id), safe=""),
            point_id=quote(str(point_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> SessionPointView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = SessionPointView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[SessionPointView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[SessionPointView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> SessionPointView:
    """Restore Typed Codes

     Let typed codes count again at a door that too many wrong ones had put in question.

    Args:
        session_id (UUID):
        point_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SessionPointView
    """

    return cast(
        SessionPointView,
        sync_detailed(
            session_id=session_id,
            point_id=point_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[SessionPointView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
) -> SessionPointView:
    """As `sync`, for asyncio."""
    return cast(
        SessionPointView,
        (
            await asyncio_detailed(
                session_id=session_id,
                point_id=point_id,
                client=client,
            )
        ).parsed,
    )
