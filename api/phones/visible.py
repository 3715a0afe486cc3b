"""Members whose phones somebody manages."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.access.scope import FORBIDDEN, visible_units
from api.kit.errors import Problem
from api.members import store as members
from api.members.visible import visible_member
from api.tables.members import Member


async def managed_member(
    db: AsyncSession, principal: Principal, member_id: UUID, *, on: date
) -> Member:
    """Find a member whose phone a principal manages: of his unit, or of where he is for a time.

    Raises: Problem `not_found`, `forbidden`.
    """
    member = await visible_member(db, principal, member_id, on=on)
    managed = visible_units(principal, Act.MANAGE_PHONES)
    if await members.find(db, member_id, managed, on=on) is None:
        raise Problem(FORBIDDEN)
    return member
