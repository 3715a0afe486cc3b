from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.data_request_change import DataRequestChange
from ...models.data_request_view import DataRequestView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    request_id: UUID,
    *,
    body: DataRequestChange,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["if-match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/data-requests/{request_id}".format(
            request_id=quote(str(request_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> DataRequestView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = DataRequestView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[DataRequestView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    request_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DataRequestChange,
    if_match: str | Unset = UNSET,
) -> Response[DataRequestView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        request_id=request_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    request_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DataRequestChange,
    if_match: str | Unset = UNSET,
) -> DataRequestView:
    """Answer Data Request

     Answer a request, or say that it is done or declined; the member reads it on his phone.

    It changes no data of the member: do that first, where he is right. What was done or declined
    does not change any more.

    Args:
        request_id (UUID):
        if_match (str | Unset): The `ETag` of what you are changing; where somebody changed it
            since: 412.
        body (DataRequestChange): What became of a request; what is answered stands for the member
            to read.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        DataRequestView
    """

    return cast(
        DataRequestView,
        sync_detailed(
            request_id=request_id,
            client=client,
            body=body,
            if_match=if_match,
        ).parsed,
    )


async def asyncio_detailed(
    request_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DataRequestChange,
    if_match: str | Unset = UNSET,
) -> Response[DataRequestView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        request_id=request_id,
        body=body,
        if_match=if_match,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    request_id: UUID,
    *,
    client: AuthenticatedClient,
    body: DataRequestChange,
    if_match: str | Unset = UNSET,
) -> DataRequestView:
    """As `sync`, for asyncio."""
    return cast(
        DataRequestView,
        (
            await asyncio_detailed(
                request_id=request_id,
                client=client,
                body=body,
                if_match=if_match,
            )
        ).parsed,
    )
