"""Members as their reader may see them, or not at all."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal, may
from api.access.scope import require, visible_units
from api.kit import errors
from api.kit.errors import Problem
from api.members import past_store, store
from api.members.schemas import MemberView
from api.tables.members import Member
from api.tables.units import Unit
from api.units import store as units


async def visible_unit(db: AsyncSession, principal: Principal, unit_id: UUID, act: Act) -> Unit:
    """Find a unit inside the principal's grants on which it may do `act`.

    Raises: Problem `not_found`, `forbidden`.
    """
    unit = await units.find(db, unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, act, unit.path)
    return unit


async def visible_member(
    db: AsyncSession, principal: Principal, member_id: UUID, *, on: date
) -> Member:
    """Find a member of a unit inside the principal's grants, or who is at one for a time.

    Raises: Problem `not_found`.
    """
    member = await store.find(db, member_id, visible_units(principal, Act.READ_MEMBERS), on=on)
    if member is None:
        raise Problem(errors.NOT_FOUND)
    return member


async def past_since(
    db: AsyncSession, principal: Principal, member: Member, *, at: datetime
) -> datetime | None:
    """Tell since when a reader may know a member's past; None for all of it.

    Who has him for a time, and not the unit he belongs to, knows it from the stay's first day.
    """
    home = await units.get(db, member.unit_id)
    if may(principal, Act.READ_MEMBERS, home.path):
        return None
    return await past_store.stay_began(db, member) or at


def view_of(member: Member, *, on: date) -> MemberView:
    """Show a member as he is on a day."""
    away_at = store.placement_of(member).away_on(on)
    return MemberView(
        id=member.id,
        unit_id=member.unit_id,
        full_name=member.full_name,
        card_number=member.card_number,
        status=member.status,
        away_at=away_at,
        away_until=member.temporary_until if away_at else None,
    )
