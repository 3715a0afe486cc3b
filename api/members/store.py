"""All SQL of members."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, case, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.scope import within
from api.db import found_by
from api.members.rules import Candidate
from api.tables.members import Member
from api.tables.units import Unit
from api.units.schemas import UnitName


def counted_at(on: date) -> ColumnElement[UUID]:
    """Make the expression of the unit that counts a member on a day: where he is active."""
    stays = Member.temporary_unit_id.is_not(None) & or_(
        Member.temporary_until.is_(None), Member.temporary_until >= on
    )
    return case((stays, Member.temporary_unit_id), else_=Member.unit_id)


_CANDIDATE = (Member.id, Member.unit_id, Member.full_name, Member.card_number, Unit.path)


async def page(
    db: AsyncSession,
    unit_id: UUID,
    *,
    search: str | None,
    after: tuple[str, UUID] | None,
    limit: int,
) -> Sequence[Member]:
    """List a unit's own members by tên, họ, đệm; one more than `limit` where more follow."""
    query = select(Member).where(Member.unit_id == unit_id)
    if search:
        query = query.where(found_by(Member.search_key, search))
    if after is not None:
        query = query.where(tuple_(Member.sort_key, Member.id) > after)
    query = query.order_by(Member.sort_key, Member.id).limit(limit + 1)
    return (await db.execute(query)).scalars().all()


async def find(db: AsyncSession, member_id: UUID, visible: ColumnElement[bool]) -> Member | None:
    """Find one member through the condition of who asks."""
    query = (
        select(Member).join(Unit, Unit.id == Member.unit_id).where(Member.id == member_id, visible)
    )
    return (await db.execute(query)).scalar_one_or_none()


async def by_ids(db: AsyncSession, ids: Iterable[UUID]) -> dict[UUID, Candidate]:
    """Load members by id, as candidates."""
    query = (
        select(*_CANDIDATE).join(Unit, Unit.id == Member.unit_id).where(Member.id.in_(sorted(ids)))
    )
    return {row[0]: Candidate(*row) for row in (await db.execute(query))}


async def named(
    db: AsyncSession, typed: Iterable[tuple[UUID, str]]
) -> dict[tuple[UUID, str], list[Candidate]]:
    """Find members by pairs of unit and folded name, in one statement."""
    wanted = sorted(set(typed))
    found: dict[tuple[UUID, str], list[Candidate]] = {pair: [] for pair in wanted}
    if wanted:
        query = (
            select(Member.search_key, *_CANDIDATE)
            .join(Unit, Unit.id == Member.unit_id)
            .where(
                Member.unit_id.in_({unit_id for unit_id, _ in wanted}),
                Member.search_key.in_({key for _, key in wanted}),
            )
            .order_by(Member.id)
        )
        for key, member_id, unit_id, name, card, path in await db.execute(query):
            candidate = Candidate(member_id, unit_id, name, card, path)
            found.get((unit_id, key), []).append(candidate)
    return found


async def units_with_members(
    db: AsyncSession, paths: Sequence[str], *, search: str | None = None, limit: int = 200
) -> list[tuple[str, UnitName]]:
    """Name the units of some subtrees that have members of their own, each with its path.

    In Vietnamese order; a parent that is the root of the tree is not named.
    """
    parent = aliased(Unit)
    query = (
        select(Unit.path, Unit.id, Unit.name, parent.name, parent.parent_id)
        .outerjoin(parent, parent.id == Unit.parent_id)
        .where(within(paths), select(Member.id).where(Member.unit_id == Unit.id).exists())
        .order_by(Unit.sort_key, Unit.id)
        .limit(limit)
    )
    if search:
        query = query.where(found_by(Unit.search_key, search))
    rows = await db.execute(query)
    return [
        (path, UnitName(id=unit_id, name=name, parent_name=parent_name if grandparent else None))
        for path, unit_id, name, parent_name, grandparent in rows
    ]
