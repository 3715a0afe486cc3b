from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.new_from_preset import NewFromPreset
from ...models.planned_conference import PlannedConference
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewFromPreset,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences/from-preset",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> PlannedConference | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = PlannedConference.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[PlannedConference]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewFromPreset,
    idempotency_key: str | Unset = UNSET,
) -> Response[PlannedConference]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewFromPreset,
    idempotency_key: str | Unset = UNSET,
) -> PlannedConference:
    """Add Conference From Preset

     Plan a preset's conference on units that you have: with its points and sessions.

    The preset's units are found below the organiser by name or alias, marks and case aside. Where
    some are missing, nothing is done and they are named, unless `create_units` adds them.

    Args:
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewFromPreset): A preset's conference on a tree that exists.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        PlannedConference
    """

    return cast(
        PlannedConference,
        sync_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewFromPreset,
    idempotency_key: str | Unset = UNSET,
) -> Response[PlannedConference]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewFromPreset,
    idempotency_key: str | Unset = UNSET,
) -> PlannedConference:
    """As `sync`, for asyncio."""
    return cast(
        PlannedConference,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
