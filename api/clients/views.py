"""Clients as the wire shows them."""

from datetime import datetime

from api.access.roles import scopes_of
from api.clients.schemas import ClientView
from api.tables.access import Client


def client_view(client: Client, unit_name: str, *, at: datetime) -> ClientView:
    """Show one client, without its secrets."""
    until = client.previous_until
    return ClientView(
        id=client.id,
        unit_id=client.unit_id,
        unit_name=unit_name,
        name=client.name,
        contact=client.contact,
        scopes=sorted(scopes_of(client.scopes)),
        requests_per_minute=client.requests_per_minute,
        previous_secret_ends_at=until if until is not None and until > at else None,
        created_by=client.created_by,
        created_at=client.created_at,
        revoked_at=client.revoked_at,
        version=client.version,
    )
