from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.page_unit_name import PageUnitName
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["q"] = q

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/check-ins/units",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageUnitName | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageUnitName.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageUnitName]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[PageUnitName]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        q=q,
        limit=limit,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> PageUnitName:
    """Find Units

     Find one's unit by part of its name, among all units of the organiser; needs a ticket.

    Args:
        q (str | Unset): Beginnings of words of a name; marks and case do not count.
        limit (int | Unset): Rows of a page. Default: 50.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageUnitName
    """

    return cast(
        PageUnitName,
        sync_detailed(
            client=client,
            q=q,
            limit=limit,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[PageUnitName]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        q=q,
        limit=limit,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> PageUnitName:
    """As `sync`, for asyncio."""
    return cast(
        PageUnitName,
        (
            await asyncio_detailed(
                client=client,
                q=q,
                limit=limit,
            )
        ).parsed,
    )
