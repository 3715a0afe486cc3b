from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.roster_print_status import RosterPrintStatus
from ...types import Response


def _get_kwargs(
    code: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/roster-prints/{code}".format(
            code=quote(str(code), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> RosterPrintStatus | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = RosterPrintStatus.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[RosterPrintStatus]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    code: str,
    *,
    client: AuthenticatedClient,
) -> Response[RosterPrintStatus]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        code=code,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    code: str,
    *,
    client: AuthenticatedClient,
) -> RosterPrintStatus:
    """Read Roster Print

     Tell what a printed list was by the code on its pages, and whether it still holds.

    The code is read kindly: case, hyphens and spaces do not count, O is 0, I and L are 1.

    Args:
        code (str):

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        RosterPrintStatus
    """

    return cast(
        RosterPrintStatus,
        sync_detailed(
            code=code,
            client=client,
        ).parsed,
    )


async def asyncio_detailed(
    code: str,
    *,
    client: AuthenticatedClient,
) -> Response[RosterPrintStatus]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        code=code,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    code: str,
    *,
    client: AuthenticatedClient,
) -> RosterPrintStatus:
    """As `sync`, for asyncio."""
    return cast(
        RosterPrintStatus,
        (
            await asyncio_detailed(
                code=code,
                client=client,
            )
        ).parsed,
    )
