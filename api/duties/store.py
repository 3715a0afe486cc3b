"""All SQL of duties."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from api.duties.schemas import DutyView
from api.members.store import counted_at
from api.tables.access import Account
from api.tables.duties import Duty
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit

Row = tuple[str, DutyView]
"""The key by which a member is sorted, and his duty."""


def _views(on: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Member.sort_key,
            Duty.session_id,
            Duty.member_id,
            Member.full_name,
            Unit.id.label("unit_id"),
            Unit.name.label("unit_name"),
            Duty.kind,
            Duty.note,
            Duty.added_at,
            Account.display_name.label("added_by"),
        )
        .join(Member, Member.id == Duty.member_id)
        .join(Unit, Unit.id == counted_at(on))
        .outerjoin(Account, Account.id == Duty.account_id)
    )


def _row(row: Any) -> Row:
    values = dict(row)
    return values.pop("sort_key"), DutyView(**values)


async def page(
    db: AsyncSession,
    session_id: UUID,
    visible: ColumnElement[bool],
    *,
    on: date,
    after: tuple[str, UUID] | None,
    limit: int,
) -> Sequence[Row]:
    """List who is on duty in a session, of visible units, by name; one more than `limit`."""
    query = _views(on).where(Duty.session_id == session_id, visible)
    if after is not None:
        query = query.where(tuple_(Member.sort_key, Member.id) > after)
    rows = await db.execute(query.order_by(Member.sort_key, Member.id).limit(limit + 1))
    return [_row(row) for row in rows.mappings()]


async def view(db: AsyncSession, duty: Duty, *, on: date) -> DutyView:
    """Show one duty that is known to be there."""
    one = (Duty.session_id == duty.session_id, Duty.member_id == duty.member_id)
    return _row((await db.execute(_views(on).where(*one))).mappings().one())[1]


async def find(db: AsyncSession, session_id: UUID, member_id: UUID) -> Duty | None:
    """Find the duty of a member in a session."""
    return await db.get(Duty, (session_id, member_id))


async def serving(db: AsyncSession, conference_id: UUID) -> frozenset[UUID]:
    """List the members who are on duty in some session of a conference that was held."""
    return frozenset((await db.execute(_serving(conference_id))).scalars())


async def on_duty(db: AsyncSession, conference_id: UUID, member_ids: Collection[UUID]) -> set[UUID]:
    """Tell which of some members were on duty in a session of a conference that was held."""
    among = _serving(conference_id).where(Duty.member_id.in_(sorted(member_ids)))
    return set((await db.execute(among)).scalars())


def _serving(conference_id: UUID) -> Select[UUID]:
    return (
        select(Duty.member_id)
        .join(Session, Session.id == Duty.session_id)
        .where(Session.conference_id == conference_id, Session.opened_at.is_not(None))
    )
