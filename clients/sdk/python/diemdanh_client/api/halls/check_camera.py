from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.camera_check_view import CameraCheckView
from ...models.new_camera_check import NewCameraCheck
from ...types import UNSET, Response, Unset


def _get_kwargs(
    session_id: UUID,
    point_id: UUID,
    *,
    body: NewCameraCheck,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/sessions/{session_id}/points/{point_id}/camera-checks".format(
            session_id=quote(str(session_id), safe=""),
            point_id=quote(str(point_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> CameraCheckView | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = CameraCheckView.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[CameraCheckView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewCameraCheck,
    idempotency_key: str | Unset = UNSET,
) -> Response[CameraCheckView]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewCameraCheck,
    idempotency_key: str | Unset = UNSET,
) -> CameraCheckView:
    """Check Camera

     Say whether the camera of a hall was on when you looked.

    Args:
        session_id (UUID):
        point_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (NewCameraCheck): Whether the camera of a hall was on; the plan wants it always on.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        CameraCheckView
    """

    return cast(
        CameraCheckView,
        sync_detailed(
            session_id=session_id,
            point_id=point_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewCameraCheck,
    idempotency_key: str | Unset = UNSET,
) -> Response[CameraCheckView]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        session_id=session_id,
        point_id=point_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    session_id: UUID,
    point_id: UUID,
    *,
    client: AuthenticatedClient,
    body: NewCameraCheck,
    idempotency_key: str | Unset = UNSET,
) -> CameraCheckView:
    """As `sync`, for asyncio."""
    return cast(
        CameraCheckView,
        (
            await asyncio_detailed(
                session_id=session_id,
                point_id=point_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
