"""A conference that was planned by mistake goes, with all that planning brought."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.conferences.faults import CONFERENCE_IN_USE
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.presets import removal_store as store
from api.tables.conferences import Conference


async def remove_conference(
    db: AsyncSession, actor: Actor, conference: Conference, *, at: datetime
) -> None:
    """Delete a conference of which nothing happened.

    What happened of it refers to it, its points or its sessions, and stays there: so the foreign
    keys have the last word.

    Raises: Problem `conference_in_use`.
    """
    for part in ("conference", "points of", "sessions of"):
        await one_at_a_time(db, f"{part} {conference.id}")
    await one_at_a_time(db, "doors")  # no session opens meanwhile
    if await store.has_screens(db, conference.id):
        raise Problem(CONFERENCE_IN_USE)
    told = events.changed({"is_removed": False, "title": conference.title}, {"is_removed": True})
    try:
        async with db.begin_nested():
            await store.remove(db, conference.id)
    except IntegrityError as used:
        raise Problem(CONFERENCE_IN_USE) from used
    await events.append(
        db, Happening(actor, events.CONFERENCE_CHANGED, conference.id, at, changes=told)
    )
