"""Of a confidential session there is no picture and no text to share (domain.md, section 7)."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.errors import Problem
from api.reports import store
from api.reports.faults import CONFIDENTIAL
from api.words import SessionState


async def require_open(
    db: AsyncSession, conference_id: UUID, *, session_id: UUID | None = None
) -> None:
    """Let pass what is of a session that is not confidential, or of a conference without any.

    What is of a whole conference cannot be told from its one confidential session; one that was
    cancelled keeps nothing.

    Raises: Problem `confidential`.
    """
    for session in await store.sessions(db, conference_id):
        is_meant = session_id == session.id or (
            session_id is None and session.state is not SessionState.CANCELLED
        )
        if is_meant and session.confidential:
            raise Problem(CONFIDENTIAL)
