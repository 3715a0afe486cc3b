from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.enrolled_phone import EnrolledPhone
from ...models.enrolment import Enrolment
from ...types import Response


def _get_kwargs(
    *,
    body: Enrolment,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/devices/enrol",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> EnrolledPhone | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):
        response_200 = EnrolledPhone.from_dict(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[EnrolledPhone]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: Enrolment,
) -> Response[EnrolledPhone]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient,
    body: Enrolment,
) -> EnrolledPhone:
    """Enrol Phone

     Make this phone a member's own, by the code of a slip; his former phone is his no more.

    A slip works once; the phone that used it may send the code again and is answered the same.
    Five wrong codes in ten minutes answer 429. Sets the phone's cookie where it has none.

    Args:
        body (Enrolment): The code of a slip, scanned or typed.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        EnrolledPhone
    """

    return cast(
        EnrolledPhone,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: Enrolment,
) -> Response[EnrolledPhone]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: Enrolment,
) -> EnrolledPhone:
    """As `sync`, for asyncio."""
    return cast(
        EnrolledPhone,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
