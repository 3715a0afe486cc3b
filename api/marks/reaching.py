"""Whose marks somebody may write."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.conferences import store as conferences
from api.kit import errors
from api.kit.errors import Problem
from api.members.visible import visible_unit
from api.tables.sessions import Session
from api.tables.units import Unit


async def marked_unit(
    db: AsyncSession, principal: Principal, session: Session, unit_id: UUID
) -> tuple[Unit, str]:
    """Find a unit of a session that a principal may decide for, and the organiser's path.

    Raises: Problem `not_found`, `forbidden`.
    """
    unit = await visible_unit(db, principal, unit_id, Act.DECIDE_ATTENDANCE)
    organiser_path = await conferences.organiser_path(db, session.conference_id)
    if not unit.path.startswith(organiser_path):
        raise Problem(errors.NOT_FOUND)
    return unit, organiser_path
