"""What confidential means for papers, pictures, mail and messages (domain.md, section 7).

One rule for all of them: nothing of a confidential session leaves the house, nor anything of a
conference as a whole while one of its sessions is confidential, were it planned, held or
cancelled: what tells of the whole tells of that one, too. The other sessions of that conference
are told of by themselves. Whoever makes such a session, or takes the mark from it, decides for
what leaves from then on; so what waited to leave is looked at again when it does. A client is
outside the house: what it may not know does not exist for it.
"""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from api.access.roles import Principal
from api.access.scope import visible_organisers
from api.kit import errors
from api.kit.errors import Problem
from api.tables.sessions import Session


def is_secret(
    conference_id: InstrumentedAttribute[UUID],
    session_id: InstrumentedAttribute[UUID] | InstrumentedAttribute[UUID | None] | None = None,
) -> ColumnElement[bool]:
    """Tell of rows whether what they tell of must stay in the house.

    A row without a session tells of its whole conference; so do all where no column names one.
    """
    secret = aliased(Session)
    query = exists().where(secret.conference_id == conference_id, secret.confidential)
    if session_id is None:
        return query
    return query.where(or_(session_id.is_(None), secret.id == session_id))


async def keeps_secret(db: AsyncSession, conference_id: UUID, session_id: UUID | None) -> bool:
    """Tell whether what is of a session, or without one of a conference, must stay in the house."""
    query = select(literal(1)).where(Session.conference_id == conference_id, Session.confidential)
    if session_id is not None:
        query = query.where(Session.id == session_id)
    return await db.scalar(query.limit(1)) is not None


def visible_sessions(principal: Principal) -> ColumnElement[bool]:
    """Make the condition on sessions and their organisers that a principal may read a session."""
    visible = visible_organisers(principal)
    return visible if principal.client is None else and_(visible, Session.confidential.is_(False))


async def require_told(
    db: AsyncSession, principal: Principal, conference_id: UUID, session_id: UUID | None = None
) -> None:
    """Let a client go on where what it asks for, of a session or of a conference, may leave.

    Raises: Problem `not_found`.
    """
    if principal.client is not None and await keeps_secret(db, conference_id, session_id):
        raise Problem(errors.NOT_FOUND)
