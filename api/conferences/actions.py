"""What is done to conferences."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.ids import new_id
from api.kit.text import nfc
from api.tables.conferences import Conference, GroupUnit
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
    preparation_items: Sequence[Mapping[str, Any]] = (),
    groups: Mapping[str, Sequence[UUID]] | None = None,
    copied_from_id: UUID | None = None,
) -> Conference:
    """Add a conference of an organiser, without points or sessions yet.

    `groups` maps the label of each group to its units; a unit belongs to one group only.
    """
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
        preparation_items=[dict(item) for item in preparation_items],
        copied_from_id=copied_from_id,
        created_at=at,
    )
    db.add(conference)
    await db.flush()
    rows = [
        {"conference_id": conference.id, "unit_id": unit_id, "label": nfc(label)}
        for label, unit_ids in (groups or {}).items()
        for unit_id in unit_ids
    ]
    if rows:
        await db.execute(insert(GroupUnit), rows)
    await events.append(db, Happening(actor, events.CONFERENCE_ADDED, conference.id, at))
    return conference
