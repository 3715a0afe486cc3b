"""All SQL of summonses."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.allocation.store import convened_by
from api.members.store import counted_at
from api.summonses.rules import Content, Facts, Summoned, content_of
from api.tables.allocation import Allocation, Summons
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import SessionState


async def contents(
    db: AsyncSession, conference: Conference, units: ColumnElement[bool], *, on: date
) -> dict[UUID, Content]:
    """Write what each of some units would be summoned by now; units without anybody are absent."""
    query = (
        select(Unit.id, Session, BridgePoint.id, BridgePoint.venue, Member.id, Member.full_name)
        .select_from(Allocation)
        .join(Member, Member.id == Allocation.member_id)
        .join(Unit, Unit.id == counted_at(on))
        .join(Session, Session.id == Allocation.session_id)
        .join(BridgePoint, BridgePoint.id == Allocation.bridge_point_id)
        .where(
            Allocation.conference_id == conference.id,
            Session.state != SessionState.CANCELLED,
            units,
            convened_by(conference.id),
        )
        .order_by(
            Unit.sort_key, Unit.id, Session.form, Session.ordinal, BridgePoint.ordinal,
            Member.sort_key, Member.id,
        )
    )  # fmt: skip
    found: dict[UUID, dict[Facts, list[Summoned]]] = defaultdict(dict)
    for unit_id, session, point_id, venue, member_id, name in await db.execute(query):
        facts = Facts(
            session_id=str(session.id),
            bridge_point_id=str(point_id),
            title=session.title,
            starts_at=session.starts_at,
            date_hint=session.date_hint,
            is_postponed=session.state is SessionState.POSTPONED,
            place=venue,
            meet_url=session.meet_url,
            confidential=session.confidential,
        )
        found[unit_id].setdefault(facts, []).append(Summoned(str(member_id), name))
    return {
        unit_id: content_of(conference.title, conference.regulations, sessions.items())
        for unit_id, sessions in found.items()
    }


async def latest(
    db: AsyncSession, conference_id: UUID, units: ColumnElement[bool]
) -> list[tuple[Unit, Summons, Summons | None]]:
    """List some units' summonses in their order: the latest version, and the one before."""
    newest = (
        select(Summons.unit_id, func.max(Summons.version).label("version"))
        .where(Summons.conference_id == conference_id)
        .group_by(Summons.unit_id)
        .subquery()
    )
    query = (
        select(Unit, Summons)
        .join(Summons, Summons.unit_id == Unit.id)
        .join(
            newest,
            (newest.c.unit_id == Unit.id) & (Summons.version >= newest.c.version - 1),
        )
        .where(Summons.conference_id == conference_id, units)
        .order_by(Unit.sort_key, Unit.id, Summons.version.desc())
    )
    found: list[tuple[Unit, Summons, Summons | None]] = []
    for unit, summons in await db.execute(query):
        if found and found[-1][0].id == unit.id:
            found[-1] = (unit, found[-1][1], summons)
        else:
            found.append((unit, summons, None))
    return found


async def published(db: AsyncSession, conference_id: UUID) -> tuple[int, datetime | None]:
    """Count the units that were given a summons, and tell when one was published last."""
    query = select(func.count(Summons.unit_id.distinct()), func.max(Summons.published_at)).where(
        Summons.conference_id == conference_id
    )
    units, at = (await db.execute(query)).one()
    return units, at


async def publish(db: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write new versions."""
    if rows:
        await db.execute(insert(Summons), [dict(row) for row in rows])


async def unallocated(
    db: AsyncSession, conference_id: UUID, units: ColumnElement[bool], *, on: date
) -> int:
    """Count those to be convened in some units who have no session yet."""
    seated = (
        select(Allocation.member_id)
        .join(Session, Session.id == Allocation.session_id)
        .where(Allocation.conference_id == conference_id, Session.state != SessionState.CANCELLED)
    )
    query = (
        select(func.count())
        .select_from(Member)
        .join(Unit, Unit.id == counted_at(on))
        .where(units, convened_by(conference_id), Member.id.not_in(seated))
    )
    return (await db.execute(query)).scalar_one()


async def letterhead(db: AsyncSession, organiser_id: UUID) -> tuple[str, str | None]:
    """Name who issues a conference's papers, and the body above it."""
    above = aliased(Unit)
    query = (
        select(Unit.name, above.name)
        .outerjoin(above, above.id == Unit.parent_id)
        .where(Unit.id == organiser_id)
    )
    row = (await db.execute(query)).one()
    return row[0], row[1]


async def confidential(db: AsyncSession, conference_id: UUID) -> set[str]:
    """List the sessions of a conference that are confidential now, as contents name them."""
    query = select(Session.id).where(
        Session.conference_id == conference_id, Session.confidential.is_(True)
    )
    return {str(session_id) for session_id in (await db.execute(query)).scalars()}


async def parents(
    db: AsyncSession, unit_ids: Collection[UUID], organiser_id: UUID
) -> dict[UUID, str]:
    """Name the unit above each, where that is not the organiser: "thôn 1" alone is any village."""
    above = aliased(Unit)
    query = (
        select(Unit.id, above.name)
        .join(above, above.id == Unit.parent_id)
        .where(Unit.id.in_(sorted(unit_ids)), above.id != organiser_id)
    )
    return {unit_id: name for unit_id, name in await db.execute(query)}  # noqa: C416
