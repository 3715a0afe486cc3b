from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.meet_match import MeetMatch
from ...models.meet_participant_view import MeetParticipantView
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    participant_id: UUID,
    *,
    body: MeetMatch,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/sessions/{session_id}/meet-participants/{participant_id}".format(
            session_id=quote(str(session_id), safe=""),
            participant_id=quote(str(participant_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MeetParticipantView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MeetParticipantView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MeetParticipantView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    participant_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MeetMatch,
) -> Response[MeetParticipantView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        participant_id=participant_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    participant_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MeetMatch,
) -> MeetParticipantView:
    """Match Meet Participant

     Say which hall a participant was, or that it is none.

    All connections of that name in the session follow, and so will the same name in later files of
    this conference. With neither it is open again.

    Args:
        session_id (UUID):
        participant_id (UUID):
        body (MeetMatch): Which hall a participant was, or that he is none; with neither, nobody
            knows.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MeetParticipantView
    """

    return cast(
        MeetParticipantView,
        sync_detailed(
            session_id=session_id,
            participant_id=participant_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    participant_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MeetMatch,
) -> Response[MeetParticipantView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        participant_id=participant_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    participant_id: UUID,
    *,
    client: AuthenticatedClient,
    body: MeetMatch,
) -> MeetParticipantView:
    """As `sync`, for asyncio."""
    return cast(
        MeetParticipantView,
        (
            await asyncio_detailed(
                session_id=session_id,
                participant_id=participant_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
