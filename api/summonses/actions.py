"""Publishing summonses."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.summonses import store
from api.summonses.faults import NOTHING_TO_PUBLISH
from api.summonses.rules import content_of
from api.tables.conferences import Conference


@dataclass(frozen=True, slots=True)
class Published:
    """How many units have a new summons, and how many kept theirs."""

    published: int
    unchanged: int
    unallocated: int


async def publish_summonses(
    db: AsyncSession,
    actor: Actor,
    *,
    conference: Conference,
    units: ColumnElement[bool],
    at: datetime,
) -> Published:
    """Give each unit its summons as things stand; one that says the same stays as it was.

    A unit that has nobody to send any more gets a version that says so.

    Raises: Problem `nothing_allocated`.
    """
    await one_at_a_time(db, f"summonses {conference.id}")
    contents = dict(await store.contents(db, conference, units, on=day_of(at)))
    held = {unit.id: now for unit, now, _ in await store.latest(db, conference.id, units)}
    if not contents and not held:
        raise Problem(NOTHING_TO_PUBLISH)
    for unit_id in held.keys() - contents.keys():
        contents[unit_id] = content_of(conference.title, conference.regulations, [])
    new = {
        unit_id: content
        for unit_id, content in contents.items()
        if unit_id not in held or held[unit_id].content != content
    }
    versions = {unit_id: held[unit_id].version + 1 if unit_id in held else 1 for unit_id in new}
    common = {"conference_id": conference.id, "published_at": at, "account_id": actor.id}
    await store.publish(
        db,
        [
            {"unit_id": unit_id, "version": versions[unit_id], "content": content, **common}
            for unit_id, content in new.items()
        ],
    )
    await events.append_all(
        db,
        [
            Happening(
                actor,
                events.SUMMONS_PUBLISHED,
                unit_id,
                at,
                detail={"conference_id": str(conference.id), "version": version},
            )
            for unit_id, version in versions.items()
        ],
    )
    waiting = await store.unallocated(db, conference.id, units, on=day_of(at))
    return Published(len(new), len(contents) - len(new), waiting)
