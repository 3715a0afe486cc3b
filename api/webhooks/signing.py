"""The secrets that messages are signed with (Standard Webhooks).

None is stored: a secret derives from the master key and a random seed, and what is kept of it is
the seed, sealed to its webhook. Whoever has a copy of the database can sign nothing with it.
"""

import base64
import secrets
from datetime import datetime
from typing import Final
from uuid import UUID

from api.kit import keys, seals
from api.tables.webhooks import Webhook

_SEED_BYTES: Final = 16


def new_secret(master: bytes, webhook_id: UUID) -> tuple[str, str]:
    """Make a secret: as its receiver keeps it, and what is stored of it."""
    seed = secrets.token_bytes(_SEED_BYTES)
    return _derived(master, seed), seals.seal(_key(master), seed, bound_to=webhook_id.bytes)


def secret_of(master: bytes, webhook_id: UUID, sealed: str) -> str | None:
    """Give the secret of a webhook again; None where it was made with another master key."""
    seed = seals.unseal(_key(master), sealed, bound_to=webhook_id.bytes)
    return None if seed is None else _derived(master, seed)


def previous_secret_of(master: bytes, webhook: Webhook, *, at: datetime) -> str | None:
    """Give the secret before the newest, as long as it signs beside it."""
    until = webhook.previous_until
    if webhook.previous_secret is None or until is None or at >= until:
        return None
    return secret_of(master, webhook.id, webhook.previous_secret)


def _derived(master: bytes, seed: bytes) -> str:
    raw = keys.derive(master, info=b"webhook secret", salt=seed)
    return "whsec_" + base64.b64encode(raw).decode()


def _key(master: bytes) -> bytes:
    return keys.derive(master, info=b"webhook seal")
