"""All SQL of notices: who is addressed, what was posted, who has been told."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.bridge_points import store as bridge_points
from api.conferences import store as conferences
from api.db import insert_into
from api.tables.access import Account
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.events import Event
from api.tables.notices import PostedNotice, ReceivedNotice
from api.tables.sessions import Session
from api.tables.units import Unit
from api.units import store as units

WITHOUT_GROUP = ""
"""How the absence of a label is stored, since it is part of a key."""


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit that a plan speaks of by itself."""

    id: UUID
    name: str
    path: str


async def conference(db: AsyncSession, session: Session) -> Conference:
    """Load the conference of a session."""
    return await db.get_one(Conference, session.conference_id)


async def points(db: AsyncSession, session: Session) -> Sequence[BridgePoint]:
    """List the points of a session's form, in the conference's order."""
    query = (
        select(BridgePoint)
        .where(BridgePoint.conference_id == session.conference_id, BridgePoint.form == session.form)
        .order_by(BridgePoint.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def named_units(db: AsyncSession, conference_id: UUID, day: date) -> Sequence[NamedUnit]:
    """List the living units that are expected somewhere or put into a group by themselves.

    Of a merged unit its successor is listed.
    """
    named = bridge_points.expected_somewhere(conference_id).union(
        conferences.grouped_somewhere(conference_id)
    )
    query = (
        select(Unit.id, Unit.name, Unit.path)
        .where(
            Unit.id.in_(select(units.became(named).c.unit_id)),
            Unit.valid_from <= day,
            or_(Unit.valid_until.is_(None), Unit.valid_until > day),
        )
        .order_by(Unit.sort_key, Unit.id)
    )
    return [NamedUnit(*row) for row in await db.execute(query)]


async def paths(
    db: AsyncSession, unit_ids: Collection[UUID], visible: ColumnElement[bool]
) -> dict[UUID, str]:
    """Find the paths of those units that somebody may see."""
    query = select(Unit.id, Unit.path).where(Unit.id.in_(sorted(unit_ids)), visible)
    return dict((await db.execute(query)).all())


async def changes(db: AsyncSession, session_id: UUID) -> list[dict[str, Any]]:
    """List what was changed of a session's plan, the newest first, as events have it."""
    query = (
        select(Event.detail)
        .where(
            Event.subject_id == session_id,
            Event.act.in_((events.SESSION_CHANGED, events.SESSION_POSTPONED)),
        )
        .order_by(Event.at.desc(), Event.id.desc())
    )
    return [detail.get("changes", {}) for detail in (await db.execute(query)).scalars()]


async def posted(db: AsyncSession, session_id: UUID) -> Sequence[PostedNotice]:
    """List what was posted of a session, the latest first."""
    query = (
        select(PostedNotice)
        .where(PostedNotice.session_id == session_id)
        .order_by(PostedNotice.at.desc(), PostedNotice.sequence.desc())
    )
    return (await db.execute(query)).scalars().all()


async def received(db: AsyncSession, session_id: UUID) -> Sequence[ReceivedNotice]:
    """List who said to know of a session, at whatever sequence."""
    query = select(ReceivedNotice).where(ReceivedNotice.session_id == session_id)
    return (await db.execute(query)).scalars().all()


async def account_names(db: AsyncSession, account_ids: Collection[UUID]) -> dict[UUID, str]:
    """Tell the display names of accounts."""
    query = select(Account.id, Account.display_name).where(Account.id.in_(sorted(account_ids)))
    return dict((await db.execute(query)).all())


async def post(
    db: AsyncSession,
    session_id: UUID,
    label: str | None,
    *,
    sequence: int,
    facts: dict[str, Any],
    account_id: UUID,
    at: datetime,
) -> None:
    """Keep that a text was posted; at an equal sequence the later one holds."""
    added = insert_into(db, PostedNotice).values(
        session_id=session_id,
        label=label or WITHOUT_GROUP,
        sequence=sequence,
        facts=facts,
        account_id=account_id,
        at=at,
    )
    new = {"facts": added.excluded.facts, "account_id": account_id, "at": at}
    keys = ["session_id", "label", "sequence"]
    await db.execute(added.on_conflict_do_update(index_elements=keys, set_=new))


async def receive(db: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Keep that units know of a session; at an equal sequence the later one holds."""
    added = insert_into(db, ReceivedNotice)
    new = {name: added.excluded[name] for name in ("bridge_point_id", "account_id", "at")}
    keys = ["session_id", "unit_id", "sequence"]
    await db.execute(added.on_conflict_do_update(index_elements=keys, set_=new), rows)
