from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.duty_view import DutyView
from ...models.new_duty import NewDuty
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    member_id: UUID,
    *,
    body: NewDuty,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/sessions/{session_id}/duties/{member_id}".format(
            session_id=quote(str(session_id), safe=""),
            member_id=quote(str(member_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> DutyView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = DutyView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[DutyView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewDuty,
) -> Response[DutyView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        member_id=member_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewDuty,
) -> DutyView:
    """Assign Duty

     Put a member on duty in a session: he presents or organises rather than attends.

    However many sessions somebody serves, he counts once, as present on duty ("nhiệm vụ phục vụ").
    So nobody puts himself on duty, and once the session's list is locked nobody is put there.

    Args:
        session_id (UUID):
        member_id (UUID):
        body (NewDuty): Why a member serves a session rather than attends it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        DutyView
    """

    return cast(
        DutyView,
        sync_detailed(
            session_id=session_id,
            member_id=member_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewDuty,
) -> Response[DutyView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        member_id=member_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    member_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewDuty,
) -> DutyView:
    """As `sync`, for asyncio."""
    return cast(
        DutyView,
        (
            await asyncio_detailed(
                session_id=session_id,
                member_id=member_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
