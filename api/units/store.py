"""All SQL of units."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Select,
    Subquery,
    func,
    literal,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.scope import within
from api.db import found_by, insert_into
from api.driver.reading import among
from api.tables.access import Account
from api.tables.events import Event
from api.tables.units import Unit, UnitName
from api.units.rules import depth_of, name_on, path_below
from api.units.schemas import ChangeView

LIVING = Unit.valid_until.is_(None)
"""A unit ends today at the latest, so whatever has a last day has ended."""


def lived_on(day: date) -> ColumnElement[bool]:
    """Make the condition that a unit was there on a day."""
    return (Unit.valid_from <= day) & or_(Unit.valid_until.is_(None), Unit.valid_until > day)


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    *,
    parent_id: UUID | None,
    search: str | None,
    after: tuple[str, UUID] | None,
    limit: int,
    valid_on: date | None = None,
    include_ended: bool = False,
) -> Sequence[Unit]:
    """List visible units in Vietnamese order, one more than `limit` to tell whether more follow."""
    query = select(Unit).where(visible)
    if valid_on is not None:
        query = query.where(Unit.valid_from <= valid_on if include_ended else lived_on(valid_on))
    elif not include_ended:
        query = query.where(LIVING)
    if parent_id is not None:
        query = query.where(Unit.parent_id == parent_id)
    if search:
        query = query.where(found_by(Unit.search_key, search))
    if after is not None:
        query = query.where(tuple_(Unit.sort_key, Unit.id) > after)
    query = query.order_by(Unit.sort_key, Unit.id).limit(limit + 1)
    return (await db.execute(query)).scalars().all()


async def find(db: AsyncSession, unit_id: UUID, visible: ColumnElement[bool]) -> Unit | None:
    """Find one unit through the condition of who asks."""
    return (await db.execute(select(Unit).where(Unit.id == unit_id, visible))).scalar_one_or_none()


async def get(db: AsyncSession, unit_id: UUID) -> Unit:
    """Load a unit that is known to be there."""
    return await db.get_one(Unit, unit_id)


async def hold(db: AsyncSession, unit: Unit, *, to_change: bool = False) -> None:
    """Read a unit anew, and keep others from changing it until this transaction ends.

    Several may hold it at once, unless one of them holds it `to_change` it.
    """
    # Not what a new attendance waits for: that only keeps the unit from being deleted.
    await db.refresh(unit, with_for_update={"key_share": True} if to_change else {"read": True})


async def hold_tree(db: AsyncSession, root: Unit) -> None:
    """Hold a unit and the living units below it, as `hold` does to change them.

    Nobody may be changing the shape of the tree (`actions.keep_shape`).
    """
    await hold(db, root, to_change=True)
    below = select(Unit.id).where(within([root.path]), LIVING).order_by(Unit.id)
    await db.execute(below.with_for_update(key_share=True))


def became(unit_ids: Select[UUID] | CompoundSelect[UUID]) -> Subquery:
    """Make the table of what some units are today.

    Each as `origin`, with `unit_id`: itself, or the last of the units that succeeded it.
    """
    first = select(Unit.id.label("origin"), Unit.id.label("unit_id"), Unit.successor_id)
    chain = first.where(Unit.id.in_(unit_ids)).cte(recursive=True)
    further = select(chain.c.origin, Unit.id, Unit.successor_id)
    whole = chain.union(further.join(chain, chain.c.successor_id == Unit.id))
    return select(whole.c.origin, whole.c.unit_id).where(whole.c.successor_id.is_(None)).subquery()


def walked(roots: str) -> CTE:
    """Make the table of the units of some subtrees, each with the path of its `root`.

    `roots` names the parameter with the roots' paths. A unit brings the name of the one `above` it,
    and its `grandparent_id`. It goes from parent to child, by key: how many units lie in a range of
    paths PostgreSQL guesses at a ninth of all there are, and then reads a nation's units whole for
    one hall.
    """
    parent = aliased(Unit)
    found = (Unit.id, Unit.path, Unit.name, Unit.aliases, Unit.parent_id)
    kept = (*found, Unit.search_key, Unit.sort_key, Unit.successor_id)
    over = (parent.name.label("above"), parent.parent_id.label("grandparent_id"))
    top = select(*kept, Unit.path.label("root"), *over)
    top = top.outerjoin(parent, parent.id == Unit.parent_id).where(among(Unit.path, roots))
    walk = top.cte(recursive=True)
    below = select(*kept, walk.c.root, walk.c.name, walk.c.parent_id)
    return walk.union_all(below.join(walk, Unit.parent_id == walk.c.id))


def around(roots: str, above: str) -> Subquery:
    """Make the table of the units of some subtrees, of some others, and of what became them.

    `roots` names the parameter with the subtrees' paths, `above` the one with the others'. Each is
    there as `origin` with the `path` of what it is today, and `is_itself` where it is that unit.
    """
    is_itself = literal(value=True).label("is_itself")
    tree = walked(roots).c
    reached = select(tree.id.label("origin"), tree.path, is_itself).where(
        tree.successor_id.is_(None)
    )
    others = select(Unit.id.label("origin"), Unit.path, is_itself).where(
        among(Unit.path, above), Unit.successor_id.is_(None)
    )
    today = select(reached.union(others).subquery()).cte(recursive=True)
    earlier = select(Unit.id, today.c.path, literal(value=False))
    whole = today.union(earlier.join(today, Unit.successor_id == today.c.origin))
    return select(whole.c.origin, whole.c.path, whole.c.is_itself).subquery()


async def tree(
    db: AsyncSession, root: Unit, *, depth: int, include_ended: bool, most: int
) -> Sequence[Unit]:
    """List a unit and what is at most `depth` levels below it, one more than `most`, unordered."""
    level = len(path_below(None, root.id))
    query = select(Unit).where(
        within([root.path]), func.length(Unit.path) <= len(root.path) + depth * level
    )
    if not include_ended:
        query = query.where(or_(LIVING, Unit.id == root.id))
    return (await db.execute(query.limit(most + 1))).scalars().all()


async def children(db: AsyncSession, unit_id: UUID) -> Sequence[Unit]:
    """List the living units right below a unit, in Vietnamese order."""
    query = select(Unit).where(Unit.parent_id == unit_id, LIVING)
    return (await db.execute(query.order_by(Unit.sort_key, Unit.id))).scalars().all()


async def is_taken(
    db: AsyncSession, *, parent_id: UUID | None, search_key: str, but: UUID | None = None
) -> bool:
    """Tell whether a living unit below a parent bears this folded name."""
    query = select(Unit.id).where(
        Unit.parent_id == parent_id, Unit.search_key == search_key, LIVING
    )
    if but is not None:
        query = query.where(Unit.id != but)
    return (await db.execute(query.limit(1))).first() is not None


async def deepest(db: AsyncSession, path: str) -> int:
    """Tell the level of the deepest unit of a subtree."""
    query = select(Unit.path).where(within([path])).order_by(func.length(Unit.path).desc())
    return depth_of((await db.execute(query.limit(1))).scalar_one())


async def rewrite_paths(
    db: AsyncSession, subtrees: Sequence[str], *, from_path: str, to_path: str
) -> None:
    """Put whole subtrees, which lie below one path, below another: one statement.

    Units that this transaction has loaded keep the paths they had; read them anew.
    """
    if subtrees:
        below = func.substr(Unit.path, len(from_path) + 1)
        await db.execute(
            update(Unit)
            .where(within(subtrees))
            .values(path=literal(to_path) + below)
            .execution_options(synchronize_session=False)
        )


async def names(db: AsyncSession, unit_id: UUID) -> list[tuple[date, str]]:
    """List the names that a unit has borne, and since when; empty where none was ever changed."""
    query = select(UnitName.valid_from, UnitName.name).where(UnitName.unit_id == unit_id)
    rows = await db.execute(query.order_by(UnitName.valid_from))
    return [(since, name) for since, name in rows]


async def keep_name(db: AsyncSession, unit_id: UUID, name: str, *, since: date) -> None:
    """Keep the name that a unit bears from a day on, in place of what was kept for that day."""
    key = ["unit_id", "valid_from"]
    new = insert_into(db, UnitName).values(unit_id=unit_id, valid_from=since, name=name)
    await db.execute(new.on_conflict_do_update(index_elements=key, set_={"name": name}))


async def names_on(db: AsyncSession, unit_ids: Iterable[UUID], day: date) -> dict[UUID, str]:
    """Tell the names that units bore on a day, so that what is old keeps the names of its day."""
    wanted = sorted(set(unit_ids))
    today = await db.execute(select(Unit.id, Unit.name).where(Unit.id.in_(wanted)))
    current = dict(today.all())
    kept: dict[UUID, list[tuple[date, str]]] = {}
    query = select(UnitName.unit_id, UnitName.valid_from, UnitName.name)
    for unit_id, since, name in await db.execute(query.where(UnitName.unit_id.in_(wanted))):
        kept.setdefault(unit_id, []).append((since, name))
    return {
        unit_id: name_on(kept.get(unit_id, []), day) or name for unit_id, name in current.items()
    }


async def told_of(
    db: AsyncSession,
    subject_id: UUID,
    acts: Sequence[str],
    *,
    after: tuple[UUID] | None,
    limit: int,
    since: datetime | None = None,
) -> list[ChangeView]:
    """List what was done to a unit or a member, the newest first; one more than `limit`."""
    query = (
        select(Event, Account.display_name)
        .outerjoin(Account, Account.id == Event.actor_id)
        .where(Event.subject_id == subject_id, Event.act.in_(acts))
    )
    if after is not None:
        query = query.where(Event.id < after[0])
    if since is not None:
        query = query.where(Event.at >= since)
    rows = await db.execute(query.order_by(Event.id.desc()).limit(limit + 1))
    return [
        ChangeView(
            id=event.id,
            happened_at=event.at,
            act=event.act,
            actor_kind=event.actor_kind,
            actor_id=event.actor_id,
            actor_name=name,
            detail={key: value for key, value in event.detail.items() if key != "changes"},
            changes=event.detail.get("changes", {}),
        )
        for event, name in rows
    ]
