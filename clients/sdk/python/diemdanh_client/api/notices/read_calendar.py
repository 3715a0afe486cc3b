from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    unit_id: UUID | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/calendar.ics".format(
            session_id=quote(str(session_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> str | None:
    if response.status_code == 200:
        response_200 = cast(str, response.content)
        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[str]:
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
    unit_id: UUID | Unset = UNSET,
) -> Response[str]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
) -> str:
    """Read Calendar

     Take a session into a calendar: for one unit with its hall, or for everybody.

    Take it again after a change: the UID stays and SEQUENCE grows. It keeps three hours free. Of a
    session that was postponed, or became confidential, the entry is cancelled where it last stood.

    Args:
        session_id (UUID):
        unit_id (UUID | Unset):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        str
    """

    return cast(
        str,
        sync_detailed(
            session_id=session_id,
            client=client,
            unit_id=unit_id,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
) -> Response[str]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
) -> str:
    """As `sync`, for asyncio."""
    return cast(
        str,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                unit_id=unit_id,
            )
        ).parsed,
    )
