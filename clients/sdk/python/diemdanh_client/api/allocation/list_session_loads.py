from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_session_load import PageSessionLoad
from ...types import Response


def _get_kwargs(
    conference_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/allocation/loads".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageSessionLoad | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageSessionLoad.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageSessionLoad]:
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
) -> Response[PageSessionLoad]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PageSessionLoad:
    """List Session Loads

     Tell how full each session is at each bridge point, all on one page.

    Args:
        conference_id (UUID):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageSessionLoad
    """

    return cast(
        PageSessionLoad,
        sync_detailed(
            conference_id=conference_id,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
) -> Response[PageSessionLoad]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
) -> PageSessionLoad:
    """As `sync`, for asyncio."""
    return cast(
        PageSessionLoad,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
            )
        ).parsed,
    )
