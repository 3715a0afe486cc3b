"""How stored accounts are shown."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.views import grant_view
from api.accounts import store
from api.accounts.schemas import AccountView
from api.tables.access import Account


async def account_views(
    db: AsyncSession, accounts: Sequence[Account], paths: Sequence[str], *, at: datetime
) -> list[AccountView]:
    """Show accounts, each with its grants in the subtrees alone."""
    ids = [account.id for account in accounts]
    grants = await store.shown_grants(db, ids, paths)
    invitations = await store.open_invitations(db, ids, at=at)
    return [
        AccountView(
            id=account.id,
            username=account.username,
            display_name=account.display_name,
            is_disabled=account.disabled_at is not None,
            has_password=account.password_hash is not None,
            has_totp=account.totp_id is not None,
            invitation_expires_at=invitations.get(account.id),
            created_at=account.created_at,
            grants=[grant_view(held) for held in grants.get(account.id, [])],
        )
        for account in accounts
    ]
