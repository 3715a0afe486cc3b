from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.session_notices import SessionNotices
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    *,
    only_missing: bool | Unset = False,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["only_missing"] = only_missing

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/sessions/{session_id}/notices".format(
            session_id=quote(str(session_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> SessionNotices | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = SessionNotices.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[SessionNotices]:
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
    only_missing: bool | Unset = False,
) -> Response[SessionNotices]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        only_missing=only_missing,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    only_missing: bool | Unset = False,
) -> SessionNotices:
    """Read Notices

     Read what each group is told of a session, and which of your units know.

    Whatever changes the time, link, title or state begins every told-list anew; a hall that changes
    begins those of its units. With `only_missing`, only what is still to do: groups whose text is
    not posted, and units that do not know; the counts stay those of all.

    Args:
        session_id (UUID):
        only_missing (bool | Unset):  Default: False.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SessionNotices
    """

    return cast(
        SessionNotices,
        sync_detailed(
            session_id=session_id,
            client=client,
            only_missing=only_missing,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    only_missing: bool | Unset = False,
) -> Response[SessionNotices]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        only_missing=only_missing,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    *,
    client: AuthenticatedClient,
    only_missing: bool | Unset = False,
) -> SessionNotices:
    """As `sync`, for asyncio."""
    return cast(
        SessionNotices,
        (
            await asyncio_detailed(
                session_id=session_id,
                client=client,
                only_missing=only_missing,
            )
        ).parsed,
    )
