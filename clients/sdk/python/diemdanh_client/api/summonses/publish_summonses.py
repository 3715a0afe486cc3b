from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.publication import Publication
from ...models.publication_request import PublicationRequest
from ...types import Response


def _get_kwargs(
    conference_id: UUID,
    *,
    body: PublicationRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences/{conference_id}/allocation/publish".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Publication | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = Publication.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[Publication]:
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
    body: PublicationRequest,
) -> Response[Publication]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PublicationRequest,
) -> Publication:
    """Publish Summonses

     Give each unit its summons: session, time, hall, link, regulations, names.

    A unit's summons that would say the same is not published again, so this may be repeated. A
    later version tells what changed since the one before.

    Args:
        conference_id (UUID):
        body (PublicationRequest): Whose summonses to publish: everybody's, or those of one unit
            and all below it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        Publication
    """

    return cast(
        Publication,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PublicationRequest,
) -> Response[Publication]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: PublicationRequest,
) -> Publication:
    """As `sync`, for asyncio."""
    return cast(
        Publication,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
