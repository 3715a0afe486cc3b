from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.conference_view import ConferenceView
from ...models.new_conference import NewConference
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewConference,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/conferences",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ConferenceView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = ConferenceView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ConferenceView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewConference,
    idempotency_key: str | Unset = UNSET,
) -> Response[ConferenceView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: NewConference,
    idempotency_key: str | Unset = UNSET,
) -> ConferenceView:
    """Add Conference

     Add a conference from scratch: its plan first, then its points and its sessions.

    Args:
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewConference): A conference made from a plan; its points and sessions are added to
            it afterwards.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ConferenceView
    """

    return cast(
        ConferenceView,
        sync_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewConference,
    idempotency_key: str | Unset = UNSET,
) -> Response[ConferenceView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewConference,
    idempotency_key: str | Unset = UNSET,
) -> ConferenceView:
    """As `sync`, for asyncio."""
    return cast(
        ConferenceView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
