"""SQL of persons: what each was and did in a conference, in streams by the member's id."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.attendance.persons import Basis, persons
from api.attendance.rules import Span
from api.members import past_store
from api.members.past_store import Past
from api.rolls.hand_store import IS_CONFIRMED
from api.rolls.sighting_store import seen
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark, TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Exclusion
from api.tables.duties import Duty
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import Evidence, MakeUpKind, Standing, TypedNameOutcome

_BATCH = 1000
_STRENGTH = tuple(Evidence)


async def sessions(db: AsyncSession, conference_id: UUID) -> tuple[Session, ...]:
    """List the sessions of a conference, by form and ordinal."""
    query = (
        select(Session)
        .where(Session.conference_id == conference_id)
        .order_by(Session.form, Session.ordinal)
    )
    return tuple((await db.execute(query)).scalars())


async def exclusions(
    db: AsyncSession, conference_id: UUID
) -> dict[UUID, list[tuple[datetime, datetime | None]]]:
    """Tell from when, and perhaps until when, members stand on a conference's exclusion list."""
    query = select(Exclusion.member_id, Exclusion.created_at, Exclusion.removed_at).where(
        Exclusion.conference_id == conference_id, Exclusion.member_id.is_not(None)
    )
    found: dict[UUID, list[tuple[datetime, datetime | None]]] = {}
    for member_id, since, until in await db.execute(query):
        if member_id is not None:
            found.setdefault(member_id, []).append((since, until))
    return found


async def on_duty(db: AsyncSession, session_ids: Collection[UUID]) -> set[UUID]:
    """List the members who serve some sessions."""
    query = select(Duty.member_id).where(Duty.session_id.in_(sorted(session_ids)))
    return set((await db.execute(query)).scalars())


async def retold(db: AsyncSession, conference_id: UUID) -> set[UUID]:
    """List the members to whom their cells told a conference again."""
    query = select(MakeUp.member_id).where(
        MakeUp.conference_id == conference_id, MakeUp.kind == MakeUpKind.RETOLD
    )
    return set((await db.execute(query)).scalars())


async def hosts(db: AsyncSession, conference_id: UUID) -> dict[UUID, UUID]:
    """Map the points of a conference to the units that host them."""
    query = select(BridgePoint.id, BridgePoint.host_unit_id).where(
        BridgePoint.conference_id == conference_id
    )
    return {row[0]: row[1] for row in await db.execute(query)}


async def typed_guests(db: AsyncSession, session_id: UUID) -> dict[tuple[UUID, UUID | None], int]:
    """Count the typed names that somebody settled as guests, by point and unit."""
    place = (TypedName.bridge_point_id, TypedName.unit_id)
    query = (
        select(*place, func.count())
        .where(TypedName.session_id == session_id, TypedName.outcome == TypedNameOutcome.GUEST)
        .group_by(*place)
    )
    return {(row[0], row[1]): row[2] for row in await db.execute(query)}


async def changed_without_seat(
    db: AsyncSession, conference_id: UUID, then: datetime
) -> dict[UUID, Past]:
    """Tell what those were at an instant who have no class and were changed since."""
    seated = select(Allocation.member_id).where(Allocation.conference_id == conference_id)
    return await past_store.changed_since(db, then, Member.id.not_in(seated))


async def erased_without_seat(
    db: AsyncSession, conference_id: UUID, then: datetime
) -> dict[UUID, Past]:
    """Tell what those were at an instant who have no class and were erased since."""
    seated = select(Allocation.member_id).where(Allocation.conference_id == conference_id)
    return await past_store.erased_since(db, then, Member.id.not_in(seated))


def belonging(
    path: str, session_ids: Sequence[UUID], past_ids: Collection[UUID]
) -> ColumnElement[bool]:
    """Make the condition that a subtree may count a member: he is or was of it, or was seen."""
    units = select(Unit.id).where(within([path]))
    seen_there = (
        select(table.member_id).where(
            table.session_id.in_(sorted(session_ids)), table.unit_id.in_(units)
        )
        for table in (Attendance, Mark)
    )
    ways: list[ColumnElement[bool]] = [
        Member.unit_id.in_(units),
        Member.temporary_unit_id.in_(units),
        *(Member.id.in_(query) for query in seen_there),
    ]
    if past_ids:
        ways.append(Member.id.in_(sorted(past_ids)))
    return or_(*ways)


def members(among: ColumnElement[bool], conference_id: UUID) -> Select[*tuple[Any, ...]]:
    """Select members with their seats: what each is today."""
    seat = and_(Allocation.conference_id == conference_id, Allocation.member_id == Member.id)
    return (
        select(
            Member.id,
            Member.unit_id,
            Member.temporary_unit_id,
            Member.temporary_until,
            Member.status,
            Member.created_at,
            Allocation.session_id,
            Allocation.bridge_point_id,
        )
        .outerjoin(Allocation, seat)
        .where(among)
        .order_by(Member.id)
    )


def entries(known: Basis, among: ColumnElement[bool] | None) -> Select[*tuple[Any, ...]]:
    """Select everybody who counts in a session, and what was written of him."""
    each = persons(known, among)
    query = select(
        each.c.member_id,
        each.c.unit_id,
        each.c.point_id,
        each.c.is_expected,
        each.c.is_reduced,
        each.c.mark_kind,
        each.c.mark_reason,
        each.c.departed_at,
        each.c.mark_evidence,
        each.c.mark_countersigned_at,
    )
    return query.order_by(each.c.member_id)


def sightings(
    session_id: UUID, windows: Sequence[Span], among: ColumnElement[bool] | None
) -> Select[*tuple[Any, ...]]:
    """Select who was seen in a session, as `seen` does, with the evidence and what was confirmed.

    The last three numbers are the strength of the best evidence, counted from 0, and beyond those
    of the present for who only waits; whether a person confirmed it; and whether one of those
    confirmed was not countersigned.
    """
    strength = case(
        {evidence: place for place, evidence in enumerate(_STRENGTH)},
        value=Attendance.evidence,
    )
    held = case(
        (Attendance.standing == Standing.PRESENT, strength),
        (Attendance.standing == Standing.PENDING, strength + len(_STRENGTH)),
    )
    is_open = IS_CONFIRMED & Attendance.countersigned_at.is_(None)
    query = seen(session_id, windows).add_columns(
        func.min(held),
        func.max(case((IS_CONFIRMED, 1), else_=0)),
        func.max(case((is_open, 1), else_=0)),
    )
    if among is not None:
        query = query.where(Attendance.member_id.in_(select(Member.id).where(among)))
    return query.order_by(Attendance.member_id)


def evidence_of(strength: int | None) -> Evidence | None:
    """Tell the evidence of a strength that `sightings` gave."""
    return None if strength is None else _STRENGTH[strength % len(_STRENGTH)]


class Stream:
    """Rows that come by the member's id, read a batch at a time."""

    def __init__(self, batches: AsyncIterator[Sequence[Any]]) -> None:
        self._batches = batches
        self._rows: Sequence[Any] = ()
        self._next = 0

    async def until(self, member_id: UUID) -> dict[UUID, Any]:
        """Read on, through the row of a member, and give what was read by member."""
        found: dict[UUID, Any] = {}
        while True:
            while self._next < len(self._rows):
                row = self._rows[self._next]
                if row[0] > member_id:
                    return found
                found[row[0]] = row
                self._next += 1
            batch = await anext(self._batches, None)
            if batch is None:
                return found
            self._rows, self._next = batch, 0


@asynccontextmanager
async def streamed(
    db: AsyncSession, query: Select[*tuple[Any, ...]]
) -> AsyncIterator[AsyncIterator[Sequence[Any]]]:
    """Read a query in batches, so that memory stays flat however many rows there are."""
    result = await db.stream(query.execution_options(yield_per=_BATCH))
    try:
        yield result.partitions()
    finally:
        await result.close()
