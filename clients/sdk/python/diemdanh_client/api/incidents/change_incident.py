from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.incident_change import IncidentChange
from ...models.incident_view import IncidentView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    incident_id: UUID,
    *,
    body: IncidentChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/incidents/{incident_id}".format(
            incident_id=quote(str(incident_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> IncidentView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = IncidentView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[IncidentView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    incident_id: UUID,
    *,
    client: AuthenticatedClient,
    body: IncidentChange,
    if_match: str | Unset = UNSET,
) -> Response[IncidentView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        incident_id=incident_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    incident_id: UUID,
    *,
    client: AuthenticatedClient,
    body: IncidentChange,
    if_match: str | Unset = UNSET,
) -> IncidentView:
    """Change Incident

     Say how a problem was resolved, or put right what is told of it.

    Args:
        incident_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (IncidentChange): What to change: a field left out stays; a resolution resolves, null
            opens it again.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        IncidentView
    """

    return cast(
        IncidentView,
        sync_detailed(
            incident_id=incident_id,
            client=client,
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    incident_id: UUID,
    *,
    client: AuthenticatedClient,
    body: IncidentChange,
    if_match: str | Unset = UNSET,
) -> Response[IncidentView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        incident_id=incident_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    incident_id: UUID,
    *,
    client: AuthenticatedClient,
    body: IncidentChange,
    if_match: str | Unset = UNSET,
) -> IncidentView:
    """As `sync`, for asyncio."""
    return cast(
        IncidentView,
        (
            await asyncio_detailed(
                incident_id=incident_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
