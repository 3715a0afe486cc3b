"""What imports do: plan from what the file says and the units have, then exactly that."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from anyio import to_thread
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.imports import rules, store
from api.imports.entries import ImportScope, Understood, with_units
from api.imports.faults import IMPORT_UNIT_ENDED, PREVIEW_OUTDATED
from api.imports.naming import Directory
from api.imports.people import Deed, Entry, Held, Item, Person, Plan, Warned
from api.imports.reading import ListFile
from api.kit.errors import Problem
from api.members.actions import NewMember, add_members
from api.tables.units import Unit
from api.units import store as units
from api.units.actions import keep_shape


@dataclass(frozen=True, slots=True)
class Order:
    """Which file goes into which unit, and how far down; `reach` is what the actor manages."""

    file: ListFile
    understood: Understood
    unit: Unit
    scope: ImportScope
    reach: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with the names of its units, and the id that stands for all of it."""

    preview_id: str
    plan: Plan
    unit_names: Mapping[UUID, str]
    members_read: int

    def counts(self) -> dict[str, int]:
        """Count what would be done."""
        deeds = Counter(item.deed for item in self.plan.items)
        return {deed.value: deeds[deed] for deed in Deed} | {
            "skipped": self.plan.skipped,
            "unlisted": len(self.plan.unlisted),
        }


async def plan_import(
    db: AsyncSession, order: Order, *, today: date, to_change: bool = False
) -> Planned:
    """Plan what a file would do to the members of a unit, or of its tree; changes nothing.

    `to_change` keeps others from changing these members until the transaction ends.

    Raises: Problem `import_unit_ended`.
    """
    places = await store.places(db, order.unit.path, on=today)
    if not any(place.unit_id == order.unit.id for place in places):
        raise Problem(IMPORT_UNIT_ENDED)
    if order.scope is ImportScope.UNIT:
        places = [place for place in places if place.unit_id == order.unit.id]
    found = order.understood.found
    # In a thread, as is the plan below: thousands of rows must not keep check-ins waiting.
    entries, warned = await to_thread.run_sync(
        with_units, found, Directory(places), order.unit.id, order.scope
    )
    held = await store.held(db, {entry.unit_id for entry in entries}, on=today, to_change=to_change)
    cards = [entry.card_number for entry in entries if entry.card_number]
    homes = await store.card_homes(db, cards, order.reach)
    planned = await to_thread.run_sync(rules.plan, entries, held, homes)
    return _planned(order, planned, entries, held, warned, {p.unit_id: p.name for p in places})


def _planned(
    order: Order,
    planned: Plan,
    entries: Sequence[Entry],
    held: Sequence[Held],
    warned: Sequence[Warned],
    unit_names: Mapping[UUID, str],
) -> Planned:
    left_out = order.understood.skipped + len(order.understood.found) - len(entries)
    whole = Plan(
        planned.items,
        planned.unlisted,
        (*order.understood.warned, *warned, *planned.warned),
        planned.skipped + left_out,
    )
    return Planned(_preview_id(order, whole), whole, unit_names, len(held))


def _preview_id(order: Order, plan: Plan) -> str:
    """Name a plan by the file, the unit, and everything that would be done."""
    content = [
        order.file.digest,
        order.file.table.title,
        str(order.unit.id),
        order.scope.value,
        [
            [
                item.row,
                item.deed.value,
                str(item.unit_id),
                str(item.member_id),
                _told(item.before),
                _told(item.after),
            ]
            for item in plan.items
        ],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _told(person: Person | None) -> dict[str, Any]:
    if person is None:
        return {}
    return {
        "full_name": person.full_name,
        "card_number": person.card_number,
        "status": person.status.value,
    }


async def note_reading(
    db: AsyncSession, actor: Actor, order: Order, planned: Planned, *, at: datetime
) -> None:
    """Write down that a preview showed the members of its units."""
    counts = {order.unit.id: planned.members_read}
    await events.append_readings(db, actor, "importMembers", counts, at=at)


async def import_members(
    db: AsyncSession, actor: Actor, order: Order, preview_id: str, *, today: date, at: datetime
) -> Planned:
    """Do exactly what a preview said, in this transaction.

    Raises: Problem `preview_outdated` where the file or the members are no longer those of the
    preview, `import_unit_ended`.
    """
    await one_at_a_time(db, "import of members")
    # The units before the members, as transfers and mergers take them.
    await keep_shape(db)
    if order.scope is ImportScope.TREE:
        await units.hold_tree(db, order.unit)
    else:
        await units.hold(db, order.unit, to_change=True)
    planned = await plan_import(db, order, today=today, to_change=True)
    if planned.preview_id != preview_id:
        raise Problem(PREVIEW_OUTDATED)
    added: dict[UUID, list[Item]] = defaultdict(list)
    changed = []
    for item in planned.plan.items:
        if item.deed is Deed.ADD:
            added[item.unit_id].append(item)
        elif item.deed is Deed.CHANGE:
            changed.append(item)
    for unit_id, items in added.items():
        new = [
            NewMember(item.after.full_name, item.after.card_number, item.after.status)
            for item in items
        ]
        await add_members(db, actor, await units.get(db, unit_id), new, at=at)
    await store.change(db, changed)
    await events.append(
        db,
        *(_change_of(actor, item, at=at) for item in changed),
        Happening(
            actor,
            events.MEMBERS_IMPORTED,
            order.unit.id,
            at,
            detail={**planned.counts(), "scope": order.scope.value},
        ),
    )
    return planned


def _change_of(actor: Actor, item: Item, *, at: datetime) -> Happening:
    if item.member_id is None:
        raise AssertionError("a change of nobody")
    changes = events.changed(_told(item.before), _told(item.after))
    return Happening(actor, events.MEMBER_CHANGED, item.member_id, at, changes=changes)
