"""All SQL of members."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.scope import within
from api.db import found_by
from api.members.rules import Candidate, Figures, Headcount, Placement, tally
from api.tables.members import Member
from api.tables.units import Unit
from api.units.rules import told_apart
from api.units.schemas import UnitName
from api.units.store import walked
from api.words import MemberStatus

Key = TypeVar("Key")

PRESENT = Member.status != MemberStatus.LEFT
"""Who has left is on file, and of no unit any more."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of members is narrowed to; None leaves it open."""

    status: MemberStatus | None = None
    include_left: bool = False
    search: str | None = None


def _away(on: date | ColumnElement[date]) -> ColumnElement[bool]:
    return Member.temporary_unit_id.is_not(None) & or_(
        Member.temporary_until.is_(None), Member.temporary_until >= on
    )


def counted_at(on: date | ColumnElement[date]) -> ColumnElement[UUID]:
    """Make the expression of the unit that counts a member on a day: where he is active."""
    return case((_away(on), Member.temporary_unit_id), else_=Member.unit_id)


def belongs_or_is_at(units: Select[UUID], on: date) -> ColumnElement[bool]:
    """Make the condition that a member belongs to one of some units, or is counted by one."""
    here = _away(on) & Member.temporary_unit_id.in_(units)
    return Member.unit_id.in_(units) | here


def placement_of(member: Member) -> Placement:
    """Tell where a member belongs and is."""
    return Placement(member.unit_id, member.temporary_unit_id, member.temporary_until)


async def page(
    db: AsyncSession,
    among: ColumnElement[bool],
    filters: Filters,
    *,
    on: date,
    after: tuple[str, UUID] | None,
    limit: int,
) -> list[tuple[Member, bool]]:
    """List the members of some units by tên, họ, đệm; one more than `limit` where more follow.

    Those away for a time are listed, and those here for a time, of whom the second part is True.
    """
    units = select(Unit.id).where(among)
    query = select(Member, Member.unit_id.not_in(units)).where(belongs_or_is_at(units, on))
    if filters.status is not None:
        query = query.where(Member.status == filters.status)
    elif not filters.include_left:
        query = query.where(PRESENT)
    if filters.search:
        query = query.where(found_by(Member.search_key, filters.search))
    if after is not None:
        query = query.where(tuple_(Member.sort_key, Member.id) > after)
    rows = await db.execute(query.order_by(Member.sort_key, Member.id).limit(limit + 1))
    return [(member, bool(is_temporary)) for member, is_temporary in rows]


async def find(
    db: AsyncSession, member_id: UUID, visible: ColumnElement[bool], *, on: date
) -> Member | None:
    """Find a member through the condition of who asks, on his unit or on where he is for a time."""
    units = select(Unit.id).where(visible)
    query = select(Member).where(Member.id == member_id, belongs_or_is_at(units, on))
    return (await db.execute(query)).scalar_one_or_none()


async def hold(db: AsyncSession, member: Member) -> None:
    """Read a member anew, and keep others from changing him until this transaction ends."""
    await db.refresh(member, with_for_update={"key_share": True})


async def is_card_taken(
    db: AsyncSession, card_number: str, among: ColumnElement[bool], *, but: UUID | None = None
) -> bool:
    """Tell whether another member of some units, who has not left, has a card number."""
    query = (
        select(Member.id)
        .join(Unit, Unit.id == Member.unit_id)
        .where(Member.card_number == card_number, PRESENT, among)
    )
    if but is not None:
        query = query.where(Member.id != but)
    return (await db.execute(query.limit(1))).first() is not None


async def count_at(db: AsyncSession, unit_id: UUID) -> int:
    """Count the members who belong to a unit or were sent to it, and have not left."""
    either = or_(Member.unit_id == unit_id, Member.temporary_unit_id == unit_id)
    return (await db.execute(select(func.count()).where(either, PRESENT))).scalar_one()


async def hold_placements(db: AsyncSession, unit_id: UUID) -> dict[UUID, Placement]:
    """Hold where those are placed who belong to a unit or were sent to it."""
    query = (
        select(Member.id, Member.unit_id, Member.temporary_unit_id, Member.temporary_until)
        .where(or_(Member.unit_id == unit_id, Member.temporary_unit_id == unit_id))
        .order_by(Member.id)
        .with_for_update(key_share=True)
    )
    return {row[0]: Placement(*row[1:]) for row in await db.execute(query)}


async def place(db: AsyncSession, placements: dict[UUID, Placement]) -> None:
    """Write where members are placed, in one statement run for each."""
    rows = [
        {
            "id": member_id,
            "unit_id": placed.home_id,
            "temporary_unit_id": placed.away_id,
            "temporary_until": placed.until,
        }
        for member_id, placed in placements.items()
    ]
    if rows:
        await db.execute(update(Member), rows)


async def figures(
    db: AsyncSession, paths: Sequence[str], *, on: date, excluded_ids: Collection[UUID] = ()
) -> dict[UUID, Figures]:
    """Work out the figures of every unit of some subtrees on a day (domain.md, section 4).

    `excluded_ids` are the members whom a conference's exclusion list names.
    """
    units = select(Unit.id).where(within(paths))
    excluded = Member.id.in_(sorted(excluded_ids)) if excluded_ids else literal(value=False)
    each = (
        select(
            Member.unit_id.label("home_id"),
            counted_at(on).label("counted_id"),
            Member.status.label("status"),
            case((excluded, 1), else_=0).label("excluded"),
        )
        .where(PRESENT, belongs_or_is_at(units, on))
        .subquery()
    )
    key = (each.c.home_id, each.c.counted_id, each.c.status, each.c.excluded)
    rows = await db.execute(select(*key, func.count()).group_by(*key))
    unit_ids = (await db.execute(units)).scalars().all()
    headcounts = [
        Headcount(home, counted, status, bool(is_excluded), number)
        for home, counted, status, is_excluded, number in rows
    ]
    return tally(headcounts, unit_ids)


def candidates(
    on: date | ColumnElement[date],
) -> Select[UUID, UUID, str, str | None, str, bool]:
    """Begin a query of members as candidates of the units that count them on a day."""
    at = counted_at(on)
    has_left = Member.status == MemberStatus.LEFT
    query = select(Member.id, at, Member.full_name, Member.card_number, Unit.path, has_left)
    return query.join(Unit, Unit.id == at)


async def by_ids(db: AsyncSession, ids: Iterable[UUID], *, on: date) -> dict[UUID, Candidate]:
    """Load members by id, as candidates of the units that count them on a day.

    Those who have left come too, and say so: a phone may still be theirs.
    """
    query = candidates(on).where(Member.id.in_(sorted(ids)))
    return {row[0]: Candidate(*row) for row in (await db.execute(query))}


async def units_with_members(
    db: AsyncSession,
    paths: Sequence[str],
    *,
    on: date,
    search: str | None = None,
    limit: int = 200,
) -> list[tuple[str, UnitName]]:
    """Name the units of some subtrees that have members of their own or for a time, with paths.

    In Vietnamese order; a parent that is the root of the tree is not named. Namesakes below one
    parent are told apart by an alias, where they have one that does.
    """
    parent = aliased(Unit)
    over = (parent.name.label("above"), parent.parent_id.label("grandparent_id"))
    query = select(*_named(Unit), *over).outerjoin(parent, parent.id == Unit.parent_id)
    query = query.where(within(paths), _has_members(Unit, on))
    query = query.order_by(Unit.sort_key, Unit.id).limit(limit)
    if search:
        query = query.where(found_by(Unit.search_key, search))
    return _names((await db.execute(query)).all())


async def units_below(
    db: AsyncSession, roots: Mapping[Key, Collection[str]], *, on: date, limit: int = 200
) -> dict[Key, list[tuple[str, UnitName]]]:
    """List for each key, given its subtrees, what `units_with_members` does: one statement for all.

    The subtrees of one key do not lie in each other.
    """
    tree = walked("roots").c
    place = func.row_number().over(partition_by=tree.root, order_by=(tree.sort_key, tree.id))
    columns = (*_named(tree), tree.above, tree.grandparent_id, tree.root, tree.sort_key)
    ranked = select(*columns, place.label("place")).where(_has_members(tree, on)).subquery()
    query = select(ranked).where(ranked.c.place <= limit).order_by(ranked.c.sort_key, ranked.c.id)
    asked = sorted({path for paths in roots.values() for path in paths})
    found: dict[str, list[tuple[int, Any]]] = {path: [] for path in asked}
    for order, row in enumerate(await db.execute(query, {"roots": asked})):
        found[row.root].append((order, row))
    in_order = {
        key: sorted(each for path in paths for each in found[path])[:limit]
        for key, paths in roots.items()
    }
    return {key: _names([row for _, row in listed]) for key, listed in in_order.items()}


def _named(unit: Any) -> tuple[Any, ...]:
    return unit.id, unit.path, unit.name, unit.aliases, unit.parent_id, unit.search_key


def _has_members(unit: Any, on: date) -> ColumnElement[bool]:
    """Make the condition that a unit, or a row with a unit's `id`, has members on a day.

    One of them is asked for, not "does any exist": PostgreSQL may answer that by hashing every
    member there is, once for each statement; in a nation's list it did.
    """
    own = select(Member.id).where(Member.unit_id == unit.id, PRESENT).limit(1)
    here = select(Member.id).where(Member.temporary_unit_id == unit.id, PRESENT, _away(on)).limit(1)
    return or_(own.scalar_subquery().is_not(None), here.scalar_subquery().is_not(None))


def _names(rows: Iterable[Any]) -> list[tuple[str, UnitName]]:
    listed = list(rows)
    borne = Counter((row.parent_id, row.search_key) for row in listed)
    return [
        (
            row.path,
            UnitName(
                id=row.id,
                name=told_apart(row.name, row.aliases)
                if borne[row.parent_id, row.search_key] > 1
                else row.name,
                parent_name=row.above if row.grandparent_id else None,
            ),
        )
        for row in listed
    ]
