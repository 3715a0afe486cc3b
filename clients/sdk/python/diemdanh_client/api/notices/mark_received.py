from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_told_unit import PageToldUnit
from ...models.receiving import Receiving
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    *,
    body: Receiving,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/notices/received".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> PageToldUnit | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageToldUnit.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageToldUnit]:
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
    body: Receiving,
) -> Response[PageToldUnit]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Receiving,
) -> PageToldUnit:
    """Mark Received

     Say that units know: a secretary for her own, a commune also for the cells below it.

    Args:
        session_id (UUID):
        body (Receiving): Units that know of a session as it stands now.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageToldUnit
    """

    return cast(
        PageToldUnit,
        sync_detailed(
            session_id=session_id,
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Receiving,
) -> Response[PageToldUnit]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    body: Receiving,
) -> PageToldUnit:
    """As `sync`, for asyncio."""
    return cast(
        PageToldUnit,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
