"""All SQL of exclusion lists."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.scope import within
from api.conferences.rules import Person
from api.kit.text import fold
from api.members.store import counted_at
from api.tables.conferences import Conference, Exclusion
from api.tables.members import Member
from api.tables.units import Unit
from api.words import MemberStatus

_AT_ONCE = 5000
"""Values in one statement: PostgreSQL takes 32,767 parameters."""

Value = TypeVar("Value")


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    *,
    conference_id: UUID,
    on: date,
    is_matched: bool | None,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[Exclusion]:
    """List the lines of a conference whose member's unit is visible, in the order they came."""
    query = (
        select(Exclusion)
        .outerjoin(Member, Member.id == Exclusion.member_id)
        .outerjoin(Unit, Unit.id == counted_at(on))
        .where(Exclusion.conference_id == conference_id, Exclusion.removed_at.is_(None), visible)
    )
    if is_matched is not None:
        settled = Exclusion.member_id.is_not(None)
        query = query.where(settled if is_matched else ~settled)
    if after is not None:
        query = query.where(Exclusion.id > after[0])
    return (await db.execute(query.order_by(Exclusion.id).limit(limit + 1))).scalars().all()


async def find(
    db: AsyncSession, exclusion_id: UUID, visible: ColumnElement[bool]
) -> tuple[Exclusion, str] | None:
    """Find a line that was not removed, and its organiser's path, through who asks."""
    query = (
        select(Exclusion, Unit.path)
        .join(Conference, Conference.id == Exclusion.conference_id)
        .join(Unit, Unit.id == Conference.organiser_id)
        .where(Exclusion.id == exclusion_id, Exclusion.removed_at.is_(None), visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def is_shown(
    db: AsyncSession, exclusion: Exclusion, visible: ColumnElement[bool], *, on: date
) -> bool:
    """Tell whether a line is of a member whose unit is visible."""
    query = (
        select(Member.id)
        .join(Unit, Unit.id == counted_at(on))
        .where(Member.id == exclusion.member_id, visible)
    )
    return (await db.execute(query)).first() is not None


async def of_document(
    db: AsyncSession, conference_id: UUID, document_number: str
) -> Sequence[Exclusion]:
    """List what a conference has from one document."""
    query = select(Exclusion).where(
        Exclusion.conference_id == conference_id,
        Exclusion.document_number == document_number,
        Exclusion.removed_at.is_(None),
    )
    return (await db.execute(query)).scalars().all()


async def persons(
    db: AsyncSession,
    organiser_path: str,
    *,
    on: date,
    cards: Iterable[str] = (),
    names: Iterable[str] = (),
    ids: Iterable[UUID] = (),
) -> list[Person]:
    """Find members counted below an organiser by card number, folded name, or id."""
    found: dict[UUID, Person] = {}
    for some in _in_parts(cards):
        found |= await _persons(db, organiser_path, Member.card_number.in_(some), on=on)
    for some_names in _in_parts(names):
        found |= await _persons(db, organiser_path, Member.search_key.in_(some_names), on=on)
    for some_ids in _in_parts(ids):
        found |= await _persons(db, organiser_path, Member.id.in_(some_ids), on=on)
    return list(found.values())


async def _persons(
    db: AsyncSession, organiser_path: str, wanted: ColumnElement[bool], *, on: date
) -> dict[UUID, Person]:
    home = aliased(Unit)
    query = (
        select(
            Member.id,
            Member.full_name,
            Member.card_number,
            Unit.id,
            Unit.name,
            Unit.path,
            home.path,
        )
        .join(Unit, Unit.id == counted_at(on))
        .join(home, home.id == Member.unit_id)
        .where(wanted, within([organiser_path]), Member.status != MemberStatus.LEFT)
        .order_by(Member.sort_key, Member.id)
    )
    return {
        member_id: Person(member_id, name, card, unit_id, unit_name, (path, home_path))
        for member_id, name, card, unit_id, unit_name, path, home_path in await db.execute(query)
    }


async def paths_by_name(db: AsyncSession, organiser_path: str) -> dict[str, set[str]]:
    """Map the folded names and aliases of an organiser's units to the paths that bear them.

    A unit that became part of another leads to its successor.
    """
    successor = aliased(Unit)
    query = (
        select(Unit.name, Unit.aliases, Unit.path, successor.path)
        .outerjoin(successor, successor.id == Unit.successor_id)
        .where(or_(within([organiser_path]), successor.path.startswith(organiser_path)))
    )
    found: dict[str, set[str]] = {}
    for name, aliases, path, new_path in await db.execute(query):
        for each in (name, *aliases):
            found.setdefault(fold(each), set()).add(new_path or path)
    return found


def _in_parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    rest = iter(sorted(set(values), key=str))
    while part := list(islice(rest, _AT_ONCE)):
        yield part
