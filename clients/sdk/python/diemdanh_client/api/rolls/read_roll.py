from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.roll import Roll
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    unit_id: UUID,
    *,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/units/{unit_id}/roll".format(
            session_id=quote(str(session_id), safe=""),
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Roll | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Roll.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Roll]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> Response[Roll]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        if_none_match=if_none_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> Roll:
    """Read Roll

     Tell where a unit and those below it stand in a session, without names.

    The figures agree at every instant: convened = present + pending + excused + unexcused +
    unknown. Ask again with the ETag.

    Args:
        session_id (UUID):
        unit_id (UUID):
        if_none_match (str | Unset): The `ETag` of the answer you hold.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Roll
    """

    return cast(
        Roll,
        sync_detailed(
            session_id=session_id,
            unit_id=unit_id,
            client=client,
            if_none_match=if_none_match,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> Response[Roll]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
        if_none_match=if_none_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    if_none_match: str | Unset = UNSET,
) -> Roll:
    """As `sync`, for asyncio."""
    return cast(
        Roll,
        (
            await asyncio_detailed(
                session_id=session_id,
                unit_id=unit_id,
                client=client,
                if_none_match=if_none_match,
            )
        ).parsed,
    )
