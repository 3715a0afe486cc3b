"""All SQL of imports."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.imports.naming import Place
from api.imports.people import Held, Item, Person
from api.kit.text import fold
from api.tables.members import Member
from api.tables.units import Unit
from api.words import MemberStatus

_AT_ONCE: Final = 5_000
"""Values in one statement: PostgreSQL takes 32,767 parameters."""

Value = TypeVar("Value")


async def places(db: AsyncSession, path: str, *, on: date) -> list[Place]:
    """List the living units of a subtree, the unit itself among them."""
    query = (
        select(Unit.id, Unit.path, Unit.name, Unit.aliases)
        .where(within([path]), or_(Unit.valid_until.is_(None), Unit.valid_until > on))
        .order_by(Unit.path)
    )
    return [
        Place(unit_id, its_path, name, tuple(aliases))
        for unit_id, its_path, name, aliases in await db.execute(query)
    ]


async def held(
    db: AsyncSession, unit_ids: Iterable[UUID], *, on: date, to_change: bool = False
) -> list[Held]:
    """List the members of some units, and who is there for a time, in a fixed order.

    Read `to_change`, they wait for nobody's change and are changed by nobody else.
    """
    wanted = set(unit_ids)
    columns = (
        Member.id,
        Member.unit_id,
        Member.temporary_unit_id,
        Member.full_name,
        Member.card_number,
        Member.status,
        Member.sort_key,
    )
    found: dict[tuple[UUID, UUID], Held] = {}
    for some in _in_parts(wanted):
        stays = Member.temporary_unit_id.in_(some) & or_(
            Member.temporary_until.is_(None), Member.temporary_until >= on
        )
        query = select(*columns).where(or_(Member.unit_id.in_(some), stays)).order_by(Member.id)
        if to_change:
            query = query.with_for_update(key_share=True)
        for member_id, home, host, name, card, status, key in await db.execute(query):
            person = Person(name, card, status, key)
            for unit_id in {home, host or home} & set(some):
                found[member_id, unit_id] = Held(
                    member_id, unit_id, person, is_guest=unit_id != home
                )
    return sorted(found.values(), key=lambda each: (each.member_id, each.is_guest))


async def card_homes(
    db: AsyncSession, cards: Iterable[str], paths: Sequence[str]
) -> dict[str, str]:
    """Name the unit of each card number that a member below `paths` bears."""
    found: dict[str, str] = {}
    for some in _in_parts(cards):
        query = (
            select(Member.card_number, Unit.name)
            .join(Unit, Unit.id == Member.unit_id)
            .where(Member.card_number.in_(some), Member.status != MemberStatus.LEFT, within(paths))
            .order_by(Member.id)
        )
        found |= {card: name for card, name in await db.execute(query) if card}
    return found


async def change(db: AsyncSession, items: Sequence[Item]) -> None:
    """Write what rows change of members, in one statement for all."""
    if not items:
        return
    statement = (
        update(Member)
        .where(Member.id == bindparam("of"))
        .values(
            full_name=bindparam("name"),
            sort_key=bindparam("sort"),
            search_key=bindparam("search"),
            card_number=bindparam("card"),
            status=bindparam("standing"),
        )
    )
    await (await db.connection()).execute(
        statement,
        [
            {
                "of": item.member_id,
                "name": item.after.full_name,
                "sort": item.after.key,
                "search": fold(item.after.full_name),
                "card": item.after.card_number,
                "standing": item.after.status,
            }
            for item in items
        ],
    )


def _in_parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    rest = iter(sorted(set(values), key=str))
    while part := list(islice(rest, _AT_ONCE)):
        yield part
