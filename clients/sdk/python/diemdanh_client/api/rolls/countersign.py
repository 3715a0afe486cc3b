from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.countersigned import Countersigned
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    unit_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/units/{unit_id}/countersign".format(
            session_id=quote(str(session_id), safe=""),
            unit_id=quote(str(unit_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Countersigned | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Countersigned.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Countersigned]:
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
) -> Response[Countersigned]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Countersigned:
    """Countersign

     Countersign what was ticked and confirmed by hand for a unit and those below it, all at once.

    Nobody countersigns what he wrote himself, nor what was written of himself: that stays open for
    another person, and `left_own` tells how much it is.

    Args:
        session_id (UUID):
        unit_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Countersigned
    """

    return cast(
        Countersigned,
        sync_detailed(
            session_id=session_id,
            unit_id=unit_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[Countersigned]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        unit_id=unit_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Countersigned:
    """As `sync`, for asyncio."""
    return cast(
        Countersigned,
        (
            await asyncio_detailed(
                session_id=session_id,
                unit_id=unit_id,
                client=client,
            )
        ).parsed,
    )
