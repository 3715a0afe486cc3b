"""Webhooks as the wire shows them."""

from api.tables.webhooks import Webhook
from api.webhooks.schemas import ToldAct, WebhookView


def webhook_view(webhook: Webhook, unit_name: str) -> WebhookView:
    """Show one webhook, without its secret."""
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
        created_at=webhook.created_at,
    )
