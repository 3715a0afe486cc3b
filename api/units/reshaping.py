"""What changes the shape of the tree: a unit moves, becomes part of another, or ends."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.tables.units import Unit
from api.units import store
from api.units.actions import hold_shape, require_name_free
from api.units.faults import TREE_TOO_DEEP, UNIT_INSIDE_ITSELF, require_day
from api.units.rules import MAX_DEPTH, depth_after, parent_of, same_names

_LONGEST_LIST = 20


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merger did to the tree."""

    moved: int
    same_names: dict[str, list[UUID]]


async def move(
    db: AsyncSession, actor: Actor, unit: Unit, parent: Unit, *, same_name: bool, at: datetime
) -> None:
    """Put a unit, with everything below it, below another.

    Raises: Problem `unit_ended`, `unit_inside_itself`, `unit_name_taken`, `tree_too_deep`.
    """
    await hold_shape(db, unit, parent)
    if unit.parent_id == parent.id:
        return
    if parent.path.startswith(unit.path):
        raise Problem(UNIT_INSIDE_ITSELF)
    if not same_name:
        await require_name_free(db, unit.name, parent_id=parent.id)
    above = parent_of(unit.path)
    await _rehang(db, unit, [unit.path], from_path=above, to_path=parent.path)
    before, unit.parent_id = unit.parent_id, parent.id
    await db.flush()
    await db.refresh(unit)
    await events.append(db, _moved(actor, unit, before, at=at))


async def merge(
    db: AsyncSession, actor: Actor, unit: Unit, successor: Unit, *, on: date, at: datetime
) -> Merged:
    """End a unit in favour of another; the living units below it go below the successor.

    Each of them gets an alias that tells where it was, because cells of one name meet: thôn 1 of
    three communes.

    Raises: Problem `unit_ended`, `unit_inside_itself`, `tree_too_deep`, `day_refused`.
    """
    await hold_shape(db, unit, successor)
    if successor.path.startswith(unit.path):
        raise Problem(UNIT_INSIDE_ITSELF)
    earliest = max(unit.valid_from, successor.valid_from)
    require_day(on, earliest=earliest, latest=day_of(at))
    # Where the successor stands right above the unit it is among those compared, not itself.
    moving = await store.children(db, unit.id)
    paths = [child.path for child in moving]
    await _rehang(db, unit, paths, from_path=unit.path, to_path=successor.path)
    happenings = []
    for child in moving:
        child.parent_id = successor.id
        was = f"{child.name} ({unit.name})"
        if was not in child.aliases and len(child.aliases) < _LONGEST_LIST:
            child.aliases = [*child.aliases, was]
        happenings.append(_moved(actor, child, unit.id, at=at, merged=unit.id, to=successor.id))
    unit.valid_until, unit.successor_id = on, successor.id
    await db.flush()
    day = {"on": on.isoformat()}
    into = {**day, "successor_id": str(successor.id)}
    took = {**day, "merged_id": str(unit.id), "moved_units": len(moving)}
    happenings += [
        Happening(actor, events.UNIT_MERGED, unit.id, at, detail=into),
        Happening(actor, events.UNIT_MERGED, successor.id, at, detail=took),
    ]
    await events.append_all(db, happenings)
    beside = await store.children(db, successor.id)
    alike = same_names((child.id, child.name, child.search_key) for child in beside)
    arrived = {child.id for child in moving}
    return Merged(
        moved=len(moving),
        same_names={name: ids for name, ids in alike.items() if arrived & set(ids)},
    )


async def end(db: AsyncSession, actor: Actor, unit: Unit, *, on: date, at: datetime) -> None:
    """End a unit that nothing follows; whoever calls it has seen that it is empty.

    One that ends on the day on which it began was there on no day: it was added by mistake.

    Raises: Problem `day_refused`.
    """
    require_day(on, earliest=unit.valid_from, latest=day_of(at))
    unit.valid_until = on
    await db.flush()
    changes = events.changed({"valid_until": None}, {"valid_until": on.isoformat()})
    await events.append(db, Happening(actor, events.UNIT_CHANGED, unit.id, at, changes=changes))


async def _rehang(
    db: AsyncSession, unit: Unit, subtrees: list[str], *, from_path: str, to_path: str
) -> None:
    deepest = await store.deepest(db, unit.path)
    if depth_after(deepest, from_path, to_path) > MAX_DEPTH:
        raise Problem(TREE_TOO_DEEP, most=MAX_DEPTH)
    await store.rewrite_paths(db, subtrees, from_path=from_path, to_path=to_path)


def _moved(
    actor: Actor,
    unit: Unit,
    before: UUID | None,
    *,
    at: datetime,
    merged: UUID | None = None,
    to: UUID | None = None,
) -> Happening:
    after = to or unit.parent_id
    changes = events.changed(
        {"parent_id": str(before) if before else None}, {"parent_id": str(after)}
    )
    detail = {"merged_id": str(merged)} if merged else {}
    return Happening(actor, events.UNIT_MOVED, unit.id, at, detail=detail, changes=changes)
