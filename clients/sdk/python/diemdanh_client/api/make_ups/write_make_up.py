from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.make_up_view import MakeUpView
from ...models.retold_make_up import RetoldMakeUp
from ...models.session_make_up import SessionMakeUp
from ...types import Response


def _get_kwargs(
    conference_id: UUID,
    member_id: UUID,
    *,
    body: RetoldMakeUp | SessionMakeUp,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/conferences/{conference_id}/make-ups/{member_id}".format(
            conference_id=quote(str(conference_id), safe=""),
            member_id=quote(str(member_id), safe=""),
        ),
    }

    if isinstance(body, SessionMakeUp):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MakeUpView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MakeUpView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MakeUpView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    conference_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: RetoldMakeUp | SessionMakeUp,
) -> Response[MakeUpView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        member_id=member_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: RetoldMakeUp | SessionMakeUp,
) -> MakeUpView:
    """Write Make Up

     Say to which later session a member shall come, or that his cell told him again.

    He must have missed a session that is over. The figures of the day stay as they are.

    Args:
        conference_id (UUID):
        member_id (UUID):
        body (RetoldMakeUp | SessionMakeUp):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MakeUpView
    """

    return cast(
        MakeUpView,
        sync_detailed(
            conference_id=conference_id,
            member_id=member_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: RetoldMakeUp | SessionMakeUp,
) -> Response[MakeUpView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        member_id=member_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: RetoldMakeUp | SessionMakeUp,
) -> MakeUpView:
    """As `sync`, for asyncio."""
    return cast(
        MakeUpView,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                member_id=member_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
