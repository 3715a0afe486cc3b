from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.list_enrolment_slips_format import ListEnrolmentSlipsFormat
from ...models.page_open_slip import PageOpenSlip
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    *,
    format_: ListEnrolmentSlipsFormat | Unset = ListEnrolmentSlipsFormat.JSON,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units/{unit_id}/enrolment-slips".format(
            unit_id=quote(str(unit_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageOpenSlip | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = PageOpenSlip.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PageOpenSlip]:
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
    format_: ListEnrolmentSlipsFormat | Unset = ListEnrolmentSlipsFormat.JSON,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageOpenSlip]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        format_=format_,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ListEnrolmentSlipsFormat | Unset = ListEnrolmentSlipsFormat.JSON,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageOpenSlip:
    """List Enrolment Slips

     List or print the slips of a unit and those below it that can still be used.

    Only the printed page shows codes. Slips that members made on their own phones are not in it.

    Args:
        unit_id (UUID):
        format_ (ListEnrolmentSlipsFormat | Unset): `docx` prints all of them with their codes,
            whatever `limit` and `cursor` say: ten on a page, to be cut. Default:
            ListEnrolmentSlipsFormat.JSON.
        limit (int | Unset): Rows of a page. Default: 50.
        cursor (str | Unset): The `next_cursor` of the page before.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PageOpenSlip
    """

    return cast(
        PageOpenSlip,
        sync_detailed(
            unit_id=unit_id,
            client=client,
            format_=format_,
            limit=limit,
            cursor=cursor,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ListEnrolmentSlipsFormat | Unset = ListEnrolmentSlipsFormat.JSON,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[PageOpenSlip]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        format_=format_,
        limit=limit,
        cursor=cursor,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ListEnrolmentSlipsFormat | Unset = ListEnrolmentSlipsFormat.JSON,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageOpenSlip:
    """As `sync`, for asyncio."""
    return cast(
        PageOpenSlip,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                client=client,
                format_=format_,
                limit=limit,
                cursor=cursor,
            )
        ).parsed,
    )
