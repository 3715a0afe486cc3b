"""All SQL of make-ups."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.scope import within
from api.db import insert_into
from api.make_ups.rules import Place
from api.make_ups.schemas import MakeUpView
from api.tables.access import Account
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark
from api.tables.bridge_points import BridgePoint
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from api.words import MarkKind, MemberStatus, Standing, WindowKind

_AT_ONCE: Final = 2000
"""Rows or values in one statement: PostgreSQL takes 32,767 parameters."""

Key = tuple[str, UUID, str, UUID]
"""Where a row stands in the list: by unit, then by name."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of make-ups is narrowed to; None leaves it open."""

    path: str | None = None
    session_id: UUID | None = None
    missed_session_id: UUID | None = None


def _parts(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    whole = sorted(ids)
    for start in range(0, len(whole), _AT_ONCE):
        yield whole[start : start + _AT_ONCE]


async def sessions(db: AsyncSession, conference_id: UUID) -> Sequence[Session]:
    """List the sessions of a conference."""
    query = (
        select(Session)
        .where(Session.conference_id == conference_id)
        .order_by(Session.form, Session.ordinal)
    )
    return (await db.execute(query)).scalars().all()


async def came(
    db: AsyncSession, conference_id: UUID, member_ids: Collection[UUID]
) -> dict[UUID, set[UUID]]:
    """Tell in which sessions of a conference some members were."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    ticked = (
        select(Mark.member_id, Mark.session_id)
        .join(Session, Session.id == Mark.session_id)
        .where(Session.conference_id == conference_id, Mark.kind == MarkKind.PRESENT)
    )
    its_mark = (Mark.session_id == Attendance.session_id) & (Mark.member_id == Attendance.member_id)
    seen = (
        select(Attendance.member_id, Attendance.session_id)
        .join(Session, Session.id == Attendance.session_id)
        .join(Window, Window.id == Attendance.window_id)
        .outerjoin(Mark, its_mark)
        .where(
            Session.conference_id == conference_id,
            Window.kind != WindowKind.REHEARSAL,
            Attendance.standing == Standing.PRESENT,
            Mark.kind.is_(None),
        )
    )
    for some in _parts(member_ids):
        for query in (
            ticked.where(Mark.member_id.in_(some)),
            seen.where(Attendance.member_id.in_(some)),
        ):
            for member_id, session_id in await db.execute(query):
                found[member_id].add(session_id)
    return dict(found)


async def excused_for_good(db: AsyncSession, member_ids: Collection[UUID]) -> set[UUID]:
    """Tell which of some members need not attend at all: of reduced duty, or no longer here."""
    beside = (MemberStatus.REDUCED, MemberStatus.LEFT)
    found: set[UUID] = set()
    for some in _parts(member_ids):
        query = select(Member.id).where(Member.id.in_(some), Member.status.in_(beside))
        found |= set((await db.execute(query)).scalars())
    return found


async def of_members(
    db: AsyncSession, conference_id: UUID, member_ids: Collection[UUID]
) -> dict[UUID, MakeUp]:
    """Load what is planned or done for some members."""
    found: dict[UUID, MakeUp] = {}
    for some in _parts(member_ids):
        query = select(MakeUp).where(
            MakeUp.conference_id == conference_id, MakeUp.member_id.in_(some)
        )
        found |= {each.member_id: each for each in (await db.execute(query)).scalars()}
    return found


async def write(db: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows whole, over those of the same members."""
    for start in range(0, len(rows), _AT_ONCE // 10):
        statement = insert_into(db, MakeUp).values(rows[start : start + _AT_ONCE // 10])
        kept = {
            name: statement.excluded[name]
            for name in rows[0]
            if name not in {"conference_id", "member_id"}
        }
        await db.execute(
            statement.on_conflict_do_update(
                index_elements=["conference_id", "member_id"], set_=kept
            )
        )


async def seats_allocated(
    db: AsyncSession, session_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], int]:
    """Count who is allocated to each point of some sessions."""
    query = (
        select(Allocation.session_id, Allocation.bridge_point_id, func.count())
        .where(Allocation.session_id.in_(sorted(session_ids)))
        .group_by(Allocation.session_id, Allocation.bridge_point_id)
    )
    return {(session, point): count for session, point, count in await db.execute(query)}


async def proposed(
    db: AsyncSession, session_ids: Collection[UUID], path: str | None = None
) -> Sequence[tuple[UUID, UUID, str, UUID | None, int]]:
    """Count who is proposed for some sessions: by session, unit, its path, and allocated point."""
    key = (MakeUp.session_id, Unit.id, Unit.path, Allocation.bridge_point_id)
    query = (
        select(*key, func.count())
        .join(Unit, Unit.id == MakeUp.unit_id)
        .outerjoin(
            Allocation,
            (Allocation.conference_id == MakeUp.conference_id)
            & (Allocation.member_id == MakeUp.member_id),
        )
        .where(MakeUp.session_id.in_(sorted(session_ids)))
        .group_by(*key)
    )
    if path is not None:
        query = query.where(within([path]))
    return [
        (session_id, unit_id, unit_path, point_id, count)
        for session_id, unit_id, unit_path, point_id, count in await db.execute(query)
        if session_id is not None
    ]


async def capacities(db: AsyncSession, session_ids: Collection[UUID]) -> dict[Place, int]:
    """Tell how many each point of some sessions seats, where that is known."""
    query = select(
        SessionPoint.session_id, SessionPoint.bridge_point_id, SessionPoint.capacity
    ).where(SessionPoint.session_id.in_(sorted(session_ids)), SessionPoint.capacity.is_not(None))
    return {
        (session, point): seats
        for session, point, seats in await db.execute(query)
        if seats is not None
    }


async def points(db: AsyncSession, conference_id: UUID) -> dict[UUID, BridgePoint]:
    """Load the bridge points of a conference."""
    query = select(BridgePoint).where(BridgePoint.conference_id == conference_id)
    return {point.id: point for point in (await db.execute(query)).scalars()}


def _views() -> Select[*tuple[Any, ...]]:
    missed, later = aliased(Session), aliased(Session)
    return (
        select(
            Unit.sort_key.label("unit_key"),
            Member.sort_key.label("member_key"),
            missed.opened_at.label("missed_at"),
            MakeUp.member_id,
            Member.full_name,
            MakeUp.unit_id,
            Unit.name.label("unit_name"),
            MakeUp.missed_session_id,
            missed.title.label("missed_title"),
            MakeUp.kind,
            MakeUp.session_id,
            later.title.label("session_title"),
            later.state.label("session_state"),
            later.starts_at,
            MakeUp.retold_on,
            MakeUp.note,
            MakeUp.made_at,
            Account.display_name.label("made_by"),
        )
        .join(Member, Member.id == MakeUp.member_id)
        .join(Unit, Unit.id == MakeUp.unit_id)
        .join(missed, missed.id == MakeUp.missed_session_id)
        .outerjoin(later, later.id == MakeUp.session_id)
        .outerjoin(Account, Account.id == MakeUp.account_id)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A make-up as the list has it; `missed_at` is when the missed session began, if it did."""

    key: Key
    missed_at: datetime | None
    values: Mapping[str, Any]

    def view(self, came_session_id: UUID | None) -> MakeUpView:
        """Show it, with the later session to which he came."""
        told = self.values["retold_on"] is not None
        has_made_up = told or came_session_id is not None
        return MakeUpView(**self.values, has_made_up=has_made_up, came_session_id=came_session_id)


def _row(found: Any) -> Row:
    values = dict(found)
    unit_key, member_key = values.pop("unit_key"), values.pop("member_key")
    key = (unit_key, values["unit_id"], member_key, values["member_id"])
    return Row(key, values.pop("missed_at"), values)


async def page(
    db: AsyncSession,
    conference_id: UUID,
    visible: ColumnElement[bool],
    filters: Filters,
    *,
    after: Key | None,
    limit: int,
) -> Sequence[Row]:
    """List the make-ups of visible units, by unit and name; one more than `limit`."""
    query = _views().where(MakeUp.conference_id == conference_id, visible)
    if filters.path is not None:
        query = query.where(within([filters.path]))
    for column, wanted in (
        (MakeUp.session_id, filters.session_id),
        (MakeUp.missed_session_id, filters.missed_session_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    key = (Unit.sort_key, Unit.id, Member.sort_key, Member.id)
    if after is not None:
        query = query.where(tuple_(*key) > after)
    rows = await db.execute(query.order_by(*key).limit(limit + 1))
    return [_row(row) for row in rows.mappings()]


async def row(db: AsyncSession, conference_id: UUID, member_id: UUID) -> Row | None:
    """Find the make-up of one member."""
    query = _views().where(MakeUp.conference_id == conference_id, MakeUp.member_id == member_id)
    found = (await db.execute(query)).mappings().one_or_none()
    return _row(found) if found is not None else None


async def still_to_come(
    db: AsyncSession, session_ids: Collection[UUID], visible: ColumnElement[bool]
) -> Sequence[tuple[UUID, UUID, UUID, str, str]]:
    """List who is proposed for some sessions: session, member, and the unit with path and name."""
    query = (
        select(MakeUp.session_id, MakeUp.member_id, Unit.id, Unit.path, Unit.name)
        .join(Unit, Unit.id == MakeUp.unit_id)
        .where(MakeUp.session_id.in_(sorted(session_ids)), visible)
        .order_by(Unit.sort_key, Unit.id)
    )
    return [
        (session_id, member_id, unit_id, path, name)
        for session_id, member_id, unit_id, path, name in await db.execute(query)
        if session_id is not None
    ]
