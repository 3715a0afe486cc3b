"""Webhooks over HTTP: addresses of other programs, for the administrator of their unit.

A client keeps webhooks of its own here, and sees no others.
"""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api import idempotency
from api.access.guards import REFUSALS, AnyCaller
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.keys import MasterKey
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.outbox import store as outbox
from api.outbox.schemas import DeliveryView
from api.outbox.store import Filters
from api.outbox.views import delivery_view
from api.tables.outbox import Delivery
from api.webhooks import actions, store
from api.webhooks.faults import WEBHOOK_DISABLED, WEBHOOK_EXISTS, WEBHOOK_URL
from api.webhooks.schemas import (
    AddedWebhook,
    NewWebhook,
    WebhookChange,
    WebhookSecretRenewal,
    WebhookTest,
    WebhookView,
)
from api.webhooks.views import webhook_view
from api.words import DeliveryState

router = APIRouter(tags=["webhooks"], responses=REFUSALS)


async def webhook_manager(principal: AnyCaller) -> Principal:
    """Let administrators go on, and clients.

    Raises: Problem `forbidden`.
    """
    if principal.client is None and not reach(principal, Act.MANAGE_WEBHOOKS):
        raise Problem(FORBIDDEN)
    return principal


Manager = Annotated[Principal, Depends(webhook_manager)]


def _is_try_out(request: Request) -> bool:
    return bool(request.app.state.settings.is_try_out)


IsTryOut = Annotated[bool, Depends(_is_try_out)]


@router.get("/webhooks", operation_id="listWebhooks")
async def list_webhooks(
    principal: Manager,
    db: ReadDb,
    at: At,
    unit_id: UUID | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[WebhookView]:
    """List the addresses that are told what happens at your units, newest first; a client's own."""
    rows = await store.page(
        db,
        store.managed_by(principal),
        unit_id=unit_id,
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    return paged(
        rows, limit, view=lambda row: webhook_view(*row, at=at), key=lambda row: (str(row[0].id),)
    )


@router.post(
    "/webhooks",
    operation_id="addWebhook",
    status_code=201,
    responses=documented(WEBHOOK_URL, WEBHOOK_EXISTS),
)
async def add_webhook(
    new: NewWebhook,
    principal: Manager,
    db: Db,
    at: At,
    master_key: MasterKey,
    is_try_out: IsTryOut,
    response: Response,
) -> AddedWebhook:
    """Let a program be told what happens at a unit and below it, from now on.

    A client has itself told, of what its scopes cover: `sessions:read` sessions and incidents,
    `attendance:count` reports, summaries and the count of a session, `reports:write` reports.

    The secret is shown once, so this operation takes no Idempotency-Key; sent again it answers
    `webhook_exists`. Nothing of a confidential session is ever told, and no name of a member.
    """
    webhook, unit_name, secret = await actions.add_webhook(
        db, principal, new, master_key=master_key, is_try_out=is_try_out, at=at
    )
    response.headers["Cache-Control"] = "no-store"
    return AddedWebhook(**webhook_view(webhook, unit_name, at=at).model_dump(), secret=secret)


@router.get("/webhooks/{webhook_id}", operation_id="readWebhook", response_model=WebhookView)
async def read_webhook(
    webhook_id: UUID, principal: Manager, db: ReadDb, at: At, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one webhook; its secret is not shown again."""
    found = await store.find(db, webhook_id, store.managed_by(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return conditional.answer(webhook_view(*found, at=at), if_none_match)


@router.patch(
    "/webhooks/{webhook_id}",
    operation_id="changeWebhook",
    response_model=WebhookView,
    responses=documented(WEBHOOK_URL, WEBHOOK_EXISTS),
)
async def change_webhook(
    webhook_id: UUID,
    change: WebhookChange,
    principal: Manager,
    db: Db,
    at: At,
    is_try_out: IsTryOut,
    if_match: IfMatch = None,
) -> Response:
    """Change an address or what it is told of, turn it off, or on again."""
    webhook, unit_name = await actions.hold(db, principal, webhook_id)
    conditional.require_unchanged(webhook_view(webhook, unit_name, at=at), if_match)
    sent = change.model_dump(exclude_unset=True)
    await actions.change_webhook(db, principal, webhook, sent, is_try_out=is_try_out, at=at)
    return conditional.answer(webhook_view(webhook, unit_name, at=at))


@router.post("/webhooks/{webhook_id}/secret", operation_id="renewWebhookSecret")
async def renew_webhook_secret(
    webhook_id: UUID,
    principal: Manager,
    db: Db,
    at: At,
    master_key: MasterKey,
    response: Response,
    renewal: WebhookSecretRenewal | None = None,
) -> AddedWebhook:
    """Give a webhook a new secret, shown once; for a day its messages bear both signatures.

    So the receiver takes the new secret over when it likes. One that others know is renewed with
    `overlap_seconds` 0.
    """
    webhook, unit_name = await actions.hold(db, principal, webhook_id)
    overlap = timedelta(seconds=(renewal or WebhookSecretRenewal()).overlap_seconds)
    secret = await actions.renew_secret(
        db, principal, webhook, overlap=overlap, master_key=master_key, at=at
    )
    response.headers["Cache-Control"] = "no-store"
    shown = webhook_view(webhook, unit_name, at=at)
    return AddedWebhook(**shown.model_dump(), secret=secret)


@router.delete("/webhooks/{webhook_id}", operation_id="removeWebhook", status_code=204)
async def remove_webhook(webhook_id: UUID, principal: Manager, db: Db, at: At) -> Response:
    """Take a webhook away; what was sent to it stays among the deliveries."""
    webhook, _ = await actions.hold(db, principal, webhook_id)
    await actions.remove_webhook(db, principal, webhook, at=at)
    return Response(status_code=204)


@router.get("/webhooks/{webhook_id}/deliveries", operation_id="listWebhookDeliveries")
async def list_webhook_deliveries(
    webhook_id: UUID,
    principal: Manager,
    db: ReadDb,
    state: DeliveryState | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[DeliveryView]:
    """List the messages to a webhook and how each ended, newest first."""
    found = await store.find(db, webhook_id, store.managed_by(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    rows = await outbox.page(
        db,
        Delivery.webhook_id == webhook_id,
        Filters(state),
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    return paged(rows, limit, view=delivery_view, key=lambda row: (str(row.id),))


@router.post(
    "/webhooks/{webhook_id}/test",
    operation_id="testWebhook",
    status_code=201,
    response_model=DeliveryView,
    responses=documented(WEBHOOK_DISABLED, KEY_REUSED),
)
async def try_webhook(
    webhook_id: UUID,
    principal: Manager,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Send a message of the type `webhook.test`, to see whether it arrives."""
    webhook, _ = await actions.hold(db, principal, webhook_id)

    async def make() -> DeliveryView:
        delivery_id = await actions.try_webhook(db, principal, webhook, at=at)
        return delivery_view(await outbox.get(db, delivery_id))

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="testWebhook",
        body=WebhookTest(webhook_id=webhook_id),
        at=at,
        make=make,
    )
