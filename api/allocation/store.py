"""All SQL of allocation."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.db import insert_into
from api.members.rules import CONVENED
from api.members.store import counted_at
from api.tables.allocation import Allocation
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Exclusion
from api.tables.members import Member
from api.tables.sessions import Session, SessionPoint
from api.tables.units import Unit
from api.words import Form, SessionState

GONE = (SessionState.CANCELLED,)
_CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class ConvenedRow:
    """A member who is to be convened, and the unit that counts him."""

    member_id: UUID
    sort_key: str
    unit_id: UUID
    unit_name: str
    unit_path: str
    unit_sort_key: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """Where a member was put, and for which unit."""

    member_id: UUID
    unit_id: UUID
    unit_path: str
    session_id: UUID
    bridge_point_id: UUID
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session that is not cancelled, as far as allocation needs it.

    `is_held` once it was opened, `is_over` once it was closed too.
    """

    id: UUID
    form: Form
    title: str
    share: int
    is_over: bool
    is_held: bool


@dataclass(frozen=True, slots=True)
class PointRow:
    """A bridge point, as far as allocation needs it."""

    id: UUID
    name: str
    form: Form
    keeps_units_together: bool


def _excluded(conference_id: UUID) -> Select[UUID | None]:
    return select(Exclusion.member_id).where(
        Exclusion.conference_id == conference_id,
        Exclusion.member_id.is_not(None),
        Exclusion.removed_at.is_(None),
    )


def convened_by(conference_id: UUID) -> ColumnElement[bool]:
    """Make the condition of B: convened by status, and not on the exclusion list."""
    return Member.status.in_(CONVENED) & Member.id.not_in(_excluded(conference_id))


async def convened(
    db: AsyncSession, conference_id: UUID, organiser_path: str, *, on: date
) -> list[ConvenedRow]:
    """List everybody to be convened by a conference, with the unit that counts him on a day."""
    query = (
        select(Member.id, Member.sort_key, Unit.id, Unit.name, Unit.path, Unit.sort_key)
        .join(Unit, Unit.id == counted_at(on))
        .where(within([organiser_path]), convened_by(conference_id))
    )
    return [ConvenedRow(*row) for row in await db.execute(query)]


async def held(db: AsyncSession, conference_id: UUID) -> list[HeldRow]:
    """List who was put where, but for sessions that are cancelled."""
    query = (
        select(
            Allocation.member_id,
            Allocation.unit_id,
            Unit.path,
            Allocation.session_id,
            Allocation.bridge_point_id,
            Allocation.is_fixed,
        )
        .join(Unit, Unit.id == Allocation.unit_id)
        .join(Session, Session.id == Allocation.session_id)
        .where(Allocation.conference_id == conference_id, Session.state.not_in(GONE))
    )
    return [HeldRow(*row) for row in await db.execute(query)]


async def sessions(db: AsyncSession, conference_id: UUID) -> list[SessionRow]:
    """List a conference's sessions in their order, but for cancelled ones."""
    query = (
        select(Session.id, Session.form, Session.title, Session.share, Session.state)
        .where(Session.conference_id == conference_id, Session.state.not_in(GONE))
        .order_by(Session.form, Session.ordinal)
    )
    over = (SessionState.CLOSED, SessionState.LOCKED)
    held = (SessionState.OPEN, *over)
    return [
        SessionRow(session_id, form, title, share, state in over, state in held)
        for session_id, form, title, share, state in await db.execute(query)
    ]


async def points(db: AsyncSession, conference_id: UUID) -> dict[UUID, PointRow]:
    """List a conference's bridge points."""
    query = (
        select(BridgePoint.id, BridgePoint.name, BridgePoint.form, BridgePoint.keeps_units_together)
        .where(BridgePoint.conference_id == conference_id)
        .order_by(BridgePoint.ordinal)
    )
    return {row[0]: PointRow(*row) for row in await db.execute(query)}


async def capacities(db: AsyncSession, conference_id: UUID) -> dict[tuple[UUID, UUID], int]:
    """Map (session, point) to how many it holds, where somebody has said so."""
    query = (
        select(SessionPoint.session_id, SessionPoint.bridge_point_id, SessionPoint.capacity)
        .join(Session, Session.id == SessionPoint.session_id)
        .where(Session.conference_id == conference_id, SessionPoint.capacity.is_not(None))
    )
    return {
        (session_id, point_id): capacity
        for session_id, point_id, capacity in await db.execute(query)
        if capacity is not None
    }


async def loads(db: AsyncSession, conference_id: UUID) -> dict[tuple[UUID, UUID], int]:
    """Count who was put into each session at each point and is still to be convened."""
    query = (
        select(Allocation.session_id, Allocation.bridge_point_id, func.count())
        .join(Member, Member.id == Allocation.member_id)
        .where(Allocation.conference_id == conference_id, convened_by(conference_id))
        .group_by(Allocation.session_id, Allocation.bridge_point_id)
    )
    return {(session, point): number for session, point, number in await db.execute(query)}


async def put(db: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write where members go; a row of before is replaced."""
    for start in range(0, len(rows), _CHUNK):
        statement = insert_into(db, Allocation)
        replaced = {
            name: statement.excluded[name]
            for name in (
                "unit_id", "session_id", "bridge_point_id", "is_fixed", "decided_at", "account_id",
            )
        }  # fmt: skip
        await db.execute(
            statement.on_conflict_do_update(
                index_elements=["conference_id", "member_id"], set_=replaced
            ),
            [dict(row) for row in rows[start : start + _CHUNK]],
        )


async def take_out(db: AsyncSession, conference_id: UUID, member_ids: Collection[UUID]) -> None:
    """Forget where members were put."""
    ids = sorted(member_ids)
    for start in range(0, len(ids), _CHUNK):
        await db.execute(
            delete(Allocation).where(
                Allocation.conference_id == conference_id,
                Allocation.member_id.in_(ids[start : start + _CHUNK]),
            )
        )
