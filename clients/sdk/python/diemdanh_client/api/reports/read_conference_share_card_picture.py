from http import HTTPStatus
from io import BytesIO
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    session_id: UUID | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_session_id: str | Unset = UNSET
    if not isinstance(session_id, Unset):
        json_session_id = str(session_id)
    params["session_id"] = json_session_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/share-card.png".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> File | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[File]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    session_id: UUID | Unset = UNSET,
) -> Response[File]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        session_id=session_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    session_id: UUID | Unset = UNSET,
) -> File:
    """Read Conference Share Card Picture

     Show the organiser's figures as a picture: interim, or as they were frozen.

    Args:
        conference_id (UUID):
        session_id (UUID | Unset): Only this session; without it, those held so far.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        File
    """

    return cast(
        File,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            session_id=session_id,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    session_id: UUID | Unset = UNSET,
) -> Response[File]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        session_id=session_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    session_id: UUID | Unset = UNSET,
) -> File:
    """As `sync`, for asyncio."""
    return cast(
        File,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                session_id=session_id,
            )
        ).parsed,
    )
