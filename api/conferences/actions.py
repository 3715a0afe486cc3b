"""What is done to conferences."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.ids import new_id
from api.kit.text import nfc
from api.tables.conferences import Conference
from api.tables.units import Unit


async def add_conference(
    db: AsyncSession,
    actor: Actor,
    *,
    organiser: Unit,
    title: str,
    year: int,
    quarter: int,
    plan_number: str | None,
    topics: Sequence[str],
    regulations: Sequence[str],
    report_email: str | None,
    at: datetime,
) -> Conference:
    """Add a conference of an organiser, without points or sessions yet."""
    conference = Conference(
        id=new_id(at),
        organiser_id=organiser.id,
        title=nfc(title),
        year=year,
        quarter=quarter,
        plan_number=plan_number,
        topics=list(topics),
        regulations=list(regulations),
        report_email=report_email,
        created_at=at,
    )
    db.add(conference)
    await db.flush()
    await events.append(db, Happening(actor, events.CONFERENCE_ADDED, conference.id, at))
    return conference
