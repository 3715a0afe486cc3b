"""Webhooks as the wire shows them."""

from datetime import datetime

from api.tables.webhooks import Webhook
from api.webhooks.schemas import ToldAct, WebhookView


def webhook_view(webhook: Webhook, unit_name: str, *, at: datetime) -> WebhookView:
    """Show one webhook, without its secrets."""
    until = webhook.previous_until
    return WebhookView(
        id=webhook.id,
        unit_id=webhook.unit_id,
        unit_name=unit_name,
        url=webhook.url,
        description=webhook.description,
        acts=[ToldAct(act) for act in webhook.acts],
        is_disabled=webhook.disabled_at is not None,
        disabled_at=webhook.disabled_at,
        disabled_reason=webhook.disabled_reason,
        previous_secret_ends_at=until if until is not None and until > at else None,
        client_id=webhook.client_id,
        created_at=webhook.created_at,
    )
