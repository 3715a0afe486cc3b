from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.notice_view import NoticeView
from ...models.posting import Posting
from ...types import Response


def _get_kwargs(
    session_id: UUID,
    *,
    body: Posting,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/notices/posted".format(
            session_id=quote(str(session_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> NoticeView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = NoticeView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[NoticeView]:
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
    body: Posting,
) -> Response[NoticeView]:
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
    body: Posting,
) -> NoticeView:
    """Mark Posted

     Say that a group's text was posted as you read it; again, it changes nothing.

    Args:
        session_id (UUID):
        body (Posting): A text that was posted in its group.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        NoticeView
    """

    return cast(
        NoticeView,
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
    body: Posting,
) -> Response[NoticeView]:
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
    body: Posting,
) -> NoticeView:
    """As `sync`, for asyncio."""
    return cast(
        NoticeView,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                body=body,
            )
        ).parsed,
    )
