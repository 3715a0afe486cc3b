from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.incident_view import IncidentView
from ...models.new_incident import NewIncident
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewIncident,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/incidents",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> IncidentView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = IncidentView.from_dict(response.json())

        return response_201

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
    *,
    client: AuthenticatedClient,
    body: NewIncident,
    idempotency_key: str | Unset = UNSET,
) -> Response[IncidentView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewIncident,
    idempotency_key: str | Unset = UNSET,
) -> IncidentView:
    """Add Incident

     Tell of a problem at one of your units, as soon as it arises; reports name it.

    Args:
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewIncident): A problem that arose at a unit, perhaps during one session or at one
            point.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        IncidentView
    """

    return cast(
        IncidentView,
        sync_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewIncident,
    idempotency_key: str | Unset = UNSET,
) -> Response[IncidentView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewIncident,
    idempotency_key: str | Unset = UNSET,
) -> IncidentView:
    """As `sync`, for asyncio."""
    return cast(
        IncidentView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
