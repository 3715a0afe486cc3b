from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient
from ...models.invitation_mail import InvitationMail
from ...models.mailed_invitation import MailedInvitation
from ...types import UNSET, Response, Unset


def _get_kwargs(
    account_id: UUID,
    *,
    body: InvitationMail,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/accounts/{account_id}/invitation/mail".format(
            account_id=quote(str(account_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> MailedInvitation | None:
    if response.status_code == 201 and "json" in response.headers.get("content-type", ""):
        response_201 = MailedInvitation.from_dict(response.json())

        return response_201

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[MailedInvitation]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InvitationMail,
    idempotency_key: str | Unset = UNSET,
) -> Response[MailedInvitation]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InvitationMail,
    idempotency_key: str | Unset = UNSET,
) -> MailedInvitation:
    """Mail Invitation

     Mail a new link to the owner of an account, within seconds; nobody else sees it.

    It is made while the mail leaves, counts for 72 hours, and from then on older links do not.
    Every sign-in ends at once. Where the mail did not arrive, ask for another link.

    Args:
        account_id (UUID):
        idempotency_key (str | Unset): Send the same key with the same body again, and nothing
            happens twice.
        body (InvitationMail): To whom a link is mailed.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        MailedInvitation
    """

    return cast(
        MailedInvitation,
        sync_detailed(
            account_id=account_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        ).parsed,
    )


async def asyncio_detailed(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InvitationMail,
    idempotency_key: str | Unset = UNSET,
) -> Response[MailedInvitation]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        account_id=account_id,
        body=body,
        idempotency_key=idempotency_key,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    account_id: UUID,
    *,
    client: AuthenticatedClient,
    body: InvitationMail,
    idempotency_key: str | Unset = UNSET,
) -> MailedInvitation:
    """As `sync`, for asyncio."""
    return cast(
        MailedInvitation,
        (
            await asyncio_detailed(
                account_id=account_id,
                client=client,
                body=body,
                idempotency_key=idempotency_key,
            )
        ).parsed,
    )
