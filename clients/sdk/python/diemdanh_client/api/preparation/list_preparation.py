from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.form import Form
from ...models.page_point_readiness import PagePointReadiness
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    only_missing: bool | Unset = True,
    form: Form | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["only_missing"] = only_missing

    json_form: str | Unset = UNSET
    if not isinstance(form, Unset):
        json_form = form.value

    params["form"] = json_form

    json_session_id: str | Unset = UNSET
    if not isinstance(session_id, Unset):
        json_session_id = str(session_id)
    params["session_id"] = json_session_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/preparation".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PagePointReadiness | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PagePointReadiness.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PagePointReadiness]:
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
    only_missing: bool | Unset = True,
    form: Form | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PagePointReadiness]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        only_missing=only_missing,
        form=form,
        session_id=session_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    only_missing: bool | Unset = True,
    form: Form | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PagePointReadiness:
    """List Preparation

     List what the points of a conference still lack, as it is looked at on the morning.

    With `form` or `session_id` only the points of that form or session. Notes are for those who
    prepare the point or test its line.

    Args:
        conference_id (UUID):
        only_missing (bool | Unset):  Default: True.
        form (Form | Unset): How a session reaches its halls: a dedicated line, or Google Meet
            (plan II.4).
        session_id (UUID | Unset): Only the points it reaches.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PagePointReadiness
    """

    return cast(
        PagePointReadiness,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            only_missing=only_missing,
            form=form,
            session_id=session_id,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    only_missing: bool | Unset = True,
    form: Form | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PagePointReadiness]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        only_missing=only_missing,
        form=form,
        session_id=session_id,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    only_missing: bool | Unset = True,
    form: Form | Unset = UNSET,
    session_id: UUID | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PagePointReadiness:
    """As `sync`, for asyncio."""
    return cast(
        PagePointReadiness,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                only_missing=only_missing,
                form=form,
                session_id=session_id,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
