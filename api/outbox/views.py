"""Deliveries as the wire shows them."""

from api.outbox.schemas import DeliveryView
from api.tables.outbox import Delivery
from api.words import DeliveryState


def delivery_view(delivery: Delivery) -> DeliveryView:
    """Show one delivery."""
    waits = delivery.state is DeliveryState.WAITING
    return DeliveryView(
        id=delivery.id,
        channel=delivery.channel,
        template=delivery.template,
        subject_id=delivery.subject_id,
        unit_id=delivery.unit_id,
        webhook_id=delivery.webhook_id,
        event_id=delivery.event_id,
        destination=delivery.destination,
        attachments=[each["name"] for each in delivery.attachments],
        state=delivery.state,
        attempts=delivery.attempts,
        next_at=delivery.next_at if waits else None,
        sent_at=delivery.sent_at,
        message_id=delivery.message_id,
        last_status=delivery.last_status,
        last_error=delivery.last_error,
        created_at=delivery.created_at,
    )
