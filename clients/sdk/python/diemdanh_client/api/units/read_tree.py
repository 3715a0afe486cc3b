from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.tree_view import TreeView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    depth: int | Unset = 12,
    include_ended: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["if-none-match"] = if_none_match

    params: dict[str, Any] = {}

    params["depth"] = depth

    params["include_ended"] = include_ended

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units/{unit_id}/tree".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> TreeView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = TreeView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[TreeView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    depth: int | Unset = 12,
    include_ended: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> Response[TreeView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        depth=depth,
        include_ended=include_ended,
        if_none_match=if_none_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    depth: int | Unset = 12,
    include_ended: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> TreeView:
    """Read Tree

     Read a unit and what is below it, at most 5,000 units, as a tree is read.

    Args:
        unit_id (UUID):
        depth (int | Unset): Levels below it. Default: 12.
        include_ended (bool | Unset): Also those that have ended. Default: False.
        if_none_match (str | Unset): The `ETag` of the answer you hold.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        TreeView
    """

    return cast(
        TreeView,
        sync_detailed(
            unit_id=unit_id,
            client=client,
            depth=depth,
            include_ended=include_ended,
            if_none_match=if_none_match,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    depth: int | Unset = 12,
    include_ended: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> Response[TreeView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        depth=depth,
        include_ended=include_ended,
        if_none_match=if_none_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    depth: int | Unset = 12,
    include_ended: bool | Unset = False,
    if_none_match: str | Unset = UNSET,
) -> TreeView:
    """As `sync`, for asyncio."""
    return cast(
        TreeView,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                depth=depth,
                include_ended=include_ended,
                if_none_match=if_none_match,
            )
        ).parsed,
    )
