"""Adding, changing, trying and removing webhooks, and renewing their secrets."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.programs import require_scopes
from api.access.roles import Act, Principal
from api.access.scope import require, visible_units, within
from api.db import one_at_a_time
from api.events import Happening
from api.kit import errors
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.outbox import actions as outbox
from api.tables.webhooks import Webhook
from api.units import store as units
from api.webhooks import signing, store
from api.webhooks.faults import URL_FAULT_NAMES, WEBHOOK_DISABLED, WEBHOOK_EXISTS, WEBHOOK_URL
from api.webhooks.rules import missing_scope, url_fault
from api.webhooks.schemas import NewWebhook
from api.webhooks.telling import message
from api.words import DeliveryChannel

TEST: Final = "webhook.test"
"""The type of a message that tells of nothing."""


async def add_webhook(
    db: AsyncSession,
    principal: Principal,
    new: NewWebhook,
    *,
    master_key: bytes,
    is_try_out: bool,
    at: datetime,
) -> tuple[Webhook, str, str]:
    """Add a webhook; gives it with its unit's name and its secret.

    A client keeps it for itself, and is told of what its scopes cover.

    Raises: Problem `not_found`, `forbidden`, `insufficient_scope`, `webhook_url`, `webhook_exists`.
    """
    client = principal.client
    seen = (
        visible_units(principal, Act.READ_UNITS) if client is None else within([client.unit_path])
    )
    unit = await units.find(db, new.unit_id, seen)
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    if client is None:
        require(principal, Act.MANAGE_WEBHOOKS, unit.path)
    _require_covered(principal, new.acts)
    _require_usable(new.url, is_try_out=is_try_out)
    client_id = principal.account_id if client is not None else None
    await _require_free(db, unit.id, new.url, client_id=client_id)
    webhook_id = new_id(at)
    secret, sealed = signing.new_secret(master_key, webhook_id)
    webhook = Webhook(
        id=webhook_id,
        unit_id=unit.id,
        url=new.url,
        description=new.description,
        acts=[act.value for act in new.acts],
        sealed_secret=sealed,
        created_at=at,
        account_id=principal.account_id,
        client_id=client_id,
    )
    db.add(webhook)
    await db.flush()
    detail = {"unit_id": str(unit.id), "acts": webhook.acts}
    actor = actor_of(principal)
    await events.append(db, Happening(actor, events.WEBHOOK_ADDED, webhook_id, at, detail=detail))
    return webhook, unit.name, secret


async def hold(db: AsyncSession, principal: Principal, webhook_id: UUID) -> tuple[Webhook, str]:
    """Find a webhook that somebody manages, with nobody else changing it meanwhile.

    Raises: Problem `not_found`.
    """
    await one_at_a_time(db, f"webhook {webhook_id}")
    found = await store.find(db, webhook_id, store.managed_by(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return found


async def change_webhook(
    db: AsyncSession,
    principal: Principal,
    webhook: Webhook,
    sent: Mapping[str, Any],
    *,
    is_try_out: bool,
    at: datetime,
) -> None:
    """Change a held webhook, turn it off, or on again.

    Raises: Problem `insufficient_scope`, `webhook_url`, `webhook_exists`.
    """
    before = _told(webhook)
    _require_covered(principal, sent.get("acts", []))
    if "url" in sent and sent["url"] != webhook.url:
        _require_usable(sent["url"], is_try_out=is_try_out)
        await _require_free(
            db, webhook.unit_id, sent["url"], client_id=webhook.client_id, but=webhook.id
        )
        webhook.url = sent["url"]
    webhook.description = sent.get("description", webhook.description)
    webhook.acts = [str(act) for act in sent.get("acts", webhook.acts)]
    is_disabled = sent.get("is_disabled", before["is_disabled"])
    if is_disabled != before["is_disabled"]:
        webhook.disabled_at = at if is_disabled else None
        webhook.disabled_reason = None
    await db.flush()
    changes = events.changed(before, _told(webhook))
    if changes:
        actor = actor_of(principal)
        happening = Happening(actor, events.WEBHOOK_CHANGED, webhook.id, at, changes=changes)
        await events.append(db, happening)


async def remove_webhook(
    db: AsyncSession, principal: Principal, webhook: Webhook, *, at: datetime
) -> None:
    """Take a held webhook away; what waits for it dies, and stays on the list."""
    await store.remove(db, webhook.id)
    changes = events.changed({"url": webhook.url}, {"url": None})
    happening = Happening(
        actor_of(principal), events.WEBHOOK_CHANGED, webhook.id, at, changes=changes
    )
    await events.append(db, happening)


async def renew_secret(
    db: AsyncSession,
    principal: Principal,
    webhook: Webhook,
    *,
    overlap: timedelta,
    master_key: bytes,
    at: datetime,
) -> str:
    """Give a held webhook a new secret; for `overlap` its messages bear both signatures."""
    secret, sealed = signing.new_secret(master_key, webhook.id)
    webhook.previous_secret, webhook.previous_until = webhook.sealed_secret, at + overlap
    webhook.sealed_secret = sealed
    await db.flush()
    detail = {"overlap_seconds": int(overlap.total_seconds())}
    renewed = Happening(
        actor_of(principal), events.WEBHOOK_SECRET_RENEWED, webhook.id, at, detail=detail
    )
    await events.append(db, renewed)
    return secret


async def try_webhook(
    db: AsyncSession, principal: Principal, webhook: Webhook, *, at: datetime
) -> UUID:
    """Send a message that tells of nothing; gives its delivery.

    Raises: Problem `webhook_disabled`.
    """
    if webhook.disabled_at is not None:
        raise Problem(WEBHOOK_DISABLED)
    return await outbox.queue(
        db,
        channel=DeliveryChannel.WEBHOOK,
        template=TEST,
        subject_id=webhook.id,
        unit_id=webhook.unit_id,
        webhook_id=webhook.id,
        destination=webhook.url,
        payload=message(TEST, at, {"webhook_id": str(webhook.id)}),
        attachments=[],
        account_id=principal.account_id,
        at=at,
    )


def _require_usable(url: str, *, is_try_out: bool) -> None:
    fault = url_fault(url, is_try_out=is_try_out)
    if fault is not None:
        raise Problem(WEBHOOK_URL, reason=fault.value, reason_name=URL_FAULT_NAMES[fault])


def _require_covered(principal: Principal, acts: Collection[str]) -> None:
    """Let a client be told of what one of its scopes covers, and nothing more."""
    if principal.client is not None:
        missing = missing_scope(acts, principal.client.scopes)
        if missing is not None:
            require_scopes(principal, [missing])


async def _require_free(
    db: AsyncSession, unit_id: UUID, url: str, *, client_id: UUID | None, but: UUID | None = None
) -> None:
    await one_at_a_time(db, f"webhooks of {unit_id}")
    if await store.is_taken(db, unit_id, url, client_id=client_id, but=but):
        raise Problem(WEBHOOK_EXISTS)


def _told(webhook: Webhook) -> dict[str, Any]:
    return {
        "url": webhook.url,
        "description": webhook.description,
        "acts": list(webhook.acts),
        "is_disabled": webhook.disabled_at is not None,
    }
