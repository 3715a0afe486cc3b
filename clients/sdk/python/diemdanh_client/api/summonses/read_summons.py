from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.read_summons_format import ReadSummonsFormat
from ...models.summons_view import SummonsView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    unit_id: UUID,
    conference_id: UUID,
    *,
    format_: ReadSummonsFormat | Unset = ReadSummonsFormat.JSON,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.value

    params["format"] = json_format_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/units/{unit_id}/summons/{conference_id}".format(
            unit_id=quote(str(unit_id), safe=""),
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> SummonsView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = SummonsView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[SummonsView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadSummonsFormat | Unset = ReadSummonsFormat.JSON,
) -> Response[SummonsView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        conference_id=conference_id,
        format_=format_,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadSummonsFormat | Unset = ReadSummonsFormat.JSON,
) -> SummonsView:
    """Read Summons

     Read a unit's summons as it was published last, with those of the units below it.

    `text` is ready to post; `format=docx` is the document. Of a confidential session neither says
    more than its title. 404 where nothing was published for the unit.

    Args:
        unit_id (UUID):
        conference_id (UUID):
        format_ (ReadSummonsFormat | Unset): Data, or the document to print. Default:
            ReadSummonsFormat.JSON.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        SummonsView
    """

    return cast(
        SummonsView,
        sync_detailed(
            unit_id=unit_id,
            conference_id=conference_id,
            client=client,
            format_=format_,
        ).parsed,
    )


async def asyncio_detailed(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadSummonsFormat | Unset = ReadSummonsFormat.JSON,
) -> Response[SummonsView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        unit_id=unit_id,
        conference_id=conference_id,
        format_=format_,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    unit_id: UUID,
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    format_: ReadSummonsFormat | Unset = ReadSummonsFormat.JSON,
) -> SummonsView:
    """As `sync`, for asyncio."""
    return cast(
        SummonsView,
        (
            await asyncio_detailed(
                unit_id=unit_id,
                conference_id=conference_id,
                client=client,
                format_=format_,
            )
        ).parsed,
    )
