"""What is done to letterheads: stating one, and telling what a unit's documents bear."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.letterheads import store
from api.letterheads.rules import FIELDS, Resolved, resolve
from api.tables.letterheads import Letterhead
from api.tables.units import Unit


async def letterhead_of(db: AsyncSession, unit: Unit, *, on: date) -> Resolved:
    """Tell what a unit's documents of a day bear, as stated or as it follows from the tree."""
    own, (itself, *above) = await store.own(db, unit.id), await store.line(db, unit, on=on)
    return resolve(itself, above, stated(own))


def stated(own: Letterhead | None) -> dict[str, Any]:
    """Give the fields that a unit stated itself."""
    return {name: getattr(own, name) for name in FIELDS if own and getattr(own, name)}


async def write_letterhead(
    db: AsyncSession, actor: Actor, unit: Unit, fields: Mapping[str, Any], *, at: datetime
) -> None:
    """Replace what a unit states itself."""
    own = await store.own(db, unit.id)
    before = stated(own)
    after = {name: fields[name] for name in FIELDS if fields[name]}
    if before == after:
        return
    if own is None:
        own = Letterhead(unit_id=unit.id, recipients=[], changed_at=at)
        db.add(own)
    for name in FIELDS:
        setattr(own, name, fields[name])
    own.changed_at = at
    told = events.changed(
        {name: before.get(name) for name in FIELDS}, {name: after.get(name) for name in FIELDS}
    )
    act = events.LETTERHEAD_CHANGED
    await events.append(db, Happening(actor, act, unit.id, at, changes=told))
    await db.flush()
