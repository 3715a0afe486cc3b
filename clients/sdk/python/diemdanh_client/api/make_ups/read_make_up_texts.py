from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.make_up_texts import MakeUpTexts
from ...types import UNSET, Response, Unset


def _get_kwargs(
    conference_id: UUID,
    *,
    unit_id: UUID | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_unit_id: str | Unset = UNSET
    if not isinstance(unit_id, Unset):
        json_unit_id = str(unit_id)
    params["unit_id"] = json_unit_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/conferences/{conference_id}/make-ups/texts".format(
            conference_id=quote(str(conference_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> MakeUpTexts | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = MakeUpTexts.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MakeUpTexts]:
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
    unit_id: UUID | Unset = UNSET,
) -> Response[MakeUpTexts]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
) -> MakeUpTexts:
    """Read Make Up Texts

     Give what to tell of each later session: how many of which unit, when and where.

    No text names a member, so it may go to a group; of a confidential session there is none.

    Args:
        conference_id (UUID):
        unit_id (UUID | Unset): Only this unit and those below it.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MakeUpTexts
    """

    return cast(
        MakeUpTexts,
        sync_detailed(
            conference_id=conference_id,
            client=client,
            unit_id=unit_id,
        ).parsed,
    )


async def asyncio_detailed(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
) -> Response[MakeUpTexts]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        conference_id=conference_id,
        unit_id=unit_id,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    conference_id: UUID,
    *,
    client: AuthenticatedClient,
    unit_id: UUID | Unset = UNSET,
) -> MakeUpTexts:
    """As `sync`, for asyncio."""
    return cast(
        MakeUpTexts,
        (
            await asyncio_detailed(
                conference_id=conference_id,
                client=client,
                unit_id=unit_id,
            )
        ).parsed,
    )
