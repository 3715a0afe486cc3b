"""Of what is confidential there is no picture, no mail and no text to share."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.errors import Problem
from api.reports.faults import CONFIDENTIAL
from api.sessions.secrecy import keeps_secret


async def require_open(
    db: AsyncSession, conference_id: UUID, *, session_id: UUID | None = None
) -> None:
    """Let pass what may leave the house, as `sessions.secrecy` says.

    Raises: Problem `confidential`.
    """
    if await keeps_secret(db, conference_id, session_id):
        raise Problem(CONFIDENTIAL)
