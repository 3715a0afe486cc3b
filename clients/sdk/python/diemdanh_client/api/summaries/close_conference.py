from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.conference_closed import ConferenceClosed
from ...types import Response


def _get_kwargs(
    conference_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences/{conference_id}/close".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ConferenceClosed | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ConferenceClosed.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ConferenceClosed]:
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
) -> Response[ConferenceClosed]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ConferenceClosed:
    """Close Conference

     Close a conference: its summary is frozen, with a digest; what changes later is an addendum.

    Nothing else stops: marks, make-ups and reports go on. Reports that have not come do not hinder
    it; a warning tells how many there are.

    Args:
        conference_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ConferenceClosed
    """

    return cast(
        ConferenceClosed,
        sync_detailed(
            conference_id=conference_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[ConferenceClosed]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
) -> ConferenceClosed:
    """As `sync`, for asyncio."""
    return cast(
        ConferenceClosed,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
            )
        ).parsed,
    )
