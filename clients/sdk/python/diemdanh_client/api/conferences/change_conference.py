from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.conference_change import ConferenceChange
from ...models.conference_view import ConferenceView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    body: ConferenceChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/conferences/{conference_id}".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ConferenceView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = ConferenceView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ConferenceView]:
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
    body: ConferenceChange,
    if_match: str | Unset = UNSET,
) -> Response[ConferenceView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ConferenceChange,
    if_match: str | Unset = UNSET,
) -> ConferenceView:
    """Change Conference

     Change a conference's plan, or the checklist that its points go through.

    Args:
        conference_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (ConferenceChange): What changes in a conference; what is left out stays as it is,
            null clears.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ConferenceView
    """

    return cast(
        ConferenceView,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ConferenceChange,
    if_match: str | Unset = UNSET,
) -> Response[ConferenceView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ConferenceChange,
    if_match: str | Unset = UNSET,
) -> ConferenceView:
    """As `sync`, for asyncio."""
    return cast(
        ConferenceView,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
