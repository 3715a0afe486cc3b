"""All SQL of the first day."""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.access import Account
from api.tables.installation import Installation
from api.tables.units import Unit


async def has_units(db: AsyncSession) -> bool:
    """Tell whether there is an organiser; units are never deleted."""
    return bool((await db.execute(select(exists().select_from(Unit)))).scalar_one())


async def has_accounts(db: AsyncSession) -> bool:
    """Tell whether anybody can sign in."""
    return bool((await db.execute(select(exists().select_from(Account)))).scalar_one())


async def is_demo(db: AsyncSession) -> bool:
    """Tell whether the members of this installation are invented."""
    return bool((await db.execute(select(Installation.is_demo))).scalar_one())


async def account_id(db: AsyncSession, username: str) -> UUID | None:
    """Find an account by its name."""
    query = select(Account.id).where(Account.username == username)
    return (await db.execute(query)).scalar_one_or_none()
