"""What is done to units together with their members: mergers, and the end of an empty unit."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor
from api.kit.errors import Problem
from api.members import store
from api.members.actions import transferred
from api.members.faults import UNIT_NOT_EMPTY
from api.tables.units import Unit
from api.units import reshaping
from api.units import store as units
from api.units.actions import hold_shape
from api.units.reshaping import Merged


@dataclass(frozen=True, slots=True)
class MergedWithMembers:
    """What a merger did to the tree, and how many members belong to the successor by it."""

    tree: Merged
    moved_members: int


async def merge_units(
    db: AsyncSession, actor: Actor, unit: Unit, successor: Unit, *, on: date, at: datetime
) -> MergedWithMembers:
    """Merge a unit into its successor: its units and its own members pass, nothing else changes.

    What was recorded before, attendance above all, keeps the unit of its day.

    Raises: Problem `unit_ended`, `unit_inside_itself`, `tree_too_deep`, `day_refused`.
    """
    tree = await reshaping.merge(db, actor, unit, successor, on=on, at=at)
    before = await store.hold_placements(db, unit.id)
    after = {key: placed.after_merger(unit.id, successor.id) for key, placed in before.items()}
    await store.place(db, after)
    await events.append_all(
        db,
        [
            transferred(actor, key, before[key], placed, kind="merger", at=at)
            for key, placed in after.items()
        ],
    )
    moved = sum(placed.home_id == unit.id for placed in before.values())
    return MergedWithMembers(tree, moved)


async def end_unit(db: AsyncSession, actor: Actor, unit: Unit, *, on: date, at: datetime) -> None:
    """End a unit that has no units and no members any more.

    Raises: Problem `unit_ended`, `unit_not_empty`, `day_refused`.
    """
    await hold_shape(db, unit)
    children = len(await units.children(db, unit.id))
    members = await store.count_at(db, unit.id)
    if children or members:
        raise Problem(UNIT_NOT_EMPTY, children=children, members=members)
    await reshaping.end(db, actor, unit, on=on, at=at)
