from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.stated_member import StatedMember
from ...models.stated_member_view import StatedMemberView
from ...types import Response


def _get_kwargs(
    *,
    body: StatedMember,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/me/member",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> StatedMemberView | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = StatedMemberView.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[StatedMemberView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> Response[StatedMemberView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> StatedMemberView:
    """State Own Member

     Say once which member you are, or that you are none: nobody marks or confirms himself.

    The member is one whom a unit of your grants, or one below, counts. Whoever manages your account
    can put it right later.

    Args:
        body (StatedMember): Which member the owner of an account is; null where he is none.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        StatedMemberView
    """

    return cast(
        StatedMemberView,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> Response[StatedMemberView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: StatedMember,
) -> StatedMemberView:
    """As `sync`, for asyncio."""
    return cast(
        StatedMemberView,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
