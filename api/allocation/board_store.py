"""All SQL of what is shown of an allocation: numbers by unit and session, and names."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, false, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.allocation.store import GONE, convened_by
from api.db import insert_into
from api.members.store import counted_at
from api.tables.allocation import Allocation, AllocationNote
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with somebody to convene, and how many."""

    id: UUID
    name: str
    sort_key: str
    path: str
    convened: int


async def units_page(
    db: AsyncSession,
    conference_id: UUID,
    organiser_path: str,
    visible: ColumnElement[bool],
    *,
    on: date,
    among: Collection[UUID] | None = None,
    only_waiting: bool = False,
    after: tuple[str, UUID] | None,
    limit: int,
) -> list[UnitRow]:
    """List units with somebody to convene, one more than `limit` where more follow.

    With `only_waiting`, those with somebody who has no session yet, or nowhere to sit.
    """
    seated = (
        select(Allocation.member_id)
        .join(Session, Session.id == Allocation.session_id)
        .where(Allocation.conference_id == conference_id, Session.state.not_in(GONE))
        .subquery()
    )
    query = (
        select(Unit.id, Unit.name, Unit.sort_key, Unit.path, func.count())
        .join(Member, Unit.id == counted_at(on))
        .where(within([organiser_path]), visible, convened_by(conference_id))
        .group_by(Unit.id, Unit.name, Unit.sort_key, Unit.path)
        .order_by(Unit.sort_key, Unit.id)
        .limit(limit + 1)
    )
    if only_waiting:
        query = query.outerjoin(seated, seated.c.member_id == Member.id).having(
            func.count() > func.count(seated.c.member_id)
        )
    if among is not None:
        query = query.where(Unit.id.in_(sorted(among)))
    if after is not None:
        query = query.where(tuple_(Unit.sort_key, Unit.id) > after)
    return [UnitRow(*row) for row in await db.execute(query)]


async def counts(
    db: AsyncSession, conference_id: UUID, unit_ids: Collection[UUID], *, on: date
) -> dict[UUID, dict[tuple[UUID, UUID], int]]:
    """Count by session and point who was put there, under the unit that counts him now."""
    found: dict[UUID, dict[tuple[UUID, UUID], int]] = {unit_id: {} for unit_id in unit_ids}
    unit = counted_at(on)
    query = (
        select(unit, Allocation.session_id, Allocation.bridge_point_id, func.count())
        .select_from(Allocation)
        .join(Member, Member.id == Allocation.member_id)
        .join(Session, Session.id == Allocation.session_id)
        .where(
            Allocation.conference_id == conference_id,
            unit.in_(sorted(found)),
            Session.state.not_in(GONE),
            convened_by(conference_id),
        )
        .group_by(unit, Allocation.session_id, Allocation.bridge_point_id)
    )
    for unit_id, session_id, point_id, number in await db.execute(query):
        found[unit_id][session_id, point_id] = number
    return found


async def members_page(
    db: AsyncSession,
    conference_id: UUID,
    unit_path: str,
    *,
    on: date,
    after: tuple[str, UUID, str, UUID] | None,
    limit: int,
) -> Sequence[Any]:
    """List those to be convened below a unit, with where each was put; one more follows."""
    there = (Allocation.conference_id == conference_id) & (Allocation.member_id == Member.id)
    query = (
        select(
            Member.id.label("member_id"),
            Member.full_name,
            Member.sort_key,
            Unit.id.label("unit_id"),
            Unit.name.label("unit_name"),
            Unit.sort_key.label("unit_sort_key"),
            Session.id.label("session_id"),
            case((Session.id.is_not(None), Allocation.bridge_point_id)).label("bridge_point_id"),
            func.coalesce(Allocation.is_fixed, false()).label("is_fixed"),
            Allocation.decided_at,
            Allocation.account_id.label("decided_by"),
        )
        .join(Unit, Unit.id == counted_at(on))
        .outerjoin(Allocation, there)
        .outerjoin(Session, (Session.id == Allocation.session_id) & Session.state.not_in(GONE))
        .where(within([unit_path]), convened_by(conference_id))
    )
    key = (Unit.sort_key, Unit.id, Member.sort_key, Member.id)
    if after is not None:
        query = query.where(tuple_(*key) > after)
    return (await db.execute(query.order_by(*key).limit(limit + 1))).all()


async def notes(db: AsyncSession, conference_id: UUID, unit_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Read what was noted on units' allocations."""
    query = select(AllocationNote.unit_id, AllocationNote.note).where(
        AllocationNote.conference_id == conference_id,
        AllocationNote.unit_id.in_(sorted(unit_ids)),
    )
    return {unit_id: note for unit_id, note in await db.execute(query)}  # noqa: C416


async def write_note(db: AsyncSession, row: Mapping[str, Any]) -> None:
    """Note why a unit is allocated as it is; the last note holds."""
    statement = insert_into(db, AllocationNote).values(**row)
    await db.execute(
        statement.on_conflict_do_update(
            index_elements=["conference_id", "unit_id"],
            set_={name: row[name] for name in ("note", "at", "account_id")},
        )
    )
