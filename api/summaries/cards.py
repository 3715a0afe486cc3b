"""The card of a conference: of its figures so far, or of those that its newest version froze."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.conferences.guards import visible_conference
from api.kit.dates import day_of
from api.letterheads.actions import letterhead_of
from api.letterheads.rules import frozen
from api.reports.gathering import gather
from api.reports.secrecy import require_open
from api.reports.shares import card_of_conference
from api.reports.sharing import Card
from api.summaries import store
from api.summaries.frozen import thaw


async def conference_card(
    db: AsyncSession,
    principal: Principal,
    conference_id: UUID,
    *,
    session_id: UUID | None,
    at: datetime,
) -> Card:
    """Make the organiser's card of a conference, or of one session of it.

    A closed conference shows what its newest version says, whatever was written since; a session
    that was added after it is shown as it is now.

    Raises: Problem `not_found`, `forbidden`, `confidential`.
    """
    conference, _ = await visible_conference(db, principal, conference_id, Act.READ_REPORTS)
    await require_open(db, conference.id, session_id=session_id)
    version = await store.latest(db, conference.id)
    if version is not None:
        then = thaw(version.content, conference, conference.organiser_id)
        known = {None, *(each.id for each in then.gathered.sessions)} if then else set()
        if then is not None and session_id in known:
            letterhead = frozen(version.content["letterhead"])
            return card_of_conference(
                then.gathered, letterhead, session_id=session_id, is_closed=True
            )
    gathered = await gather(db, conference, at=at)
    organiser = gathered.units[conference.organiser_id]
    letterhead = await letterhead_of(db, organiser, on=day_of(at))
    return card_of_conference(gathered, letterhead, session_id=session_id, is_closed=False)
