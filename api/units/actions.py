"""What is done to units."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.ids import new_id
from api.kit.text import fold, nfc, sort_key
from api.tables.units import Unit
from api.units.rules import path_below
from api.words import UnitKind


async def add_unit(
    db: AsyncSession,
    actor: Actor,
    *,
    name: str,
    kind: UnitKind,
    parent: Unit | None,
    bloc: str | None,
    valid_from: date,
    at: datetime,
) -> Unit:
    """Add a unit below `parent`, or as the root of a tree."""
    unit_id: UUID = new_id(at)
    clean = nfc(name)
    unit = Unit(
        id=unit_id,
        parent_id=parent.id if parent else None,
        path=path_below(parent.path if parent else None, unit_id),
        kind=kind,
        bloc=bloc,
        name=clean,
        aliases=[],
        sort_key=sort_key(clean),
        search_key=fold(clean),
        valid_from=valid_from,
        created_at=at,
    )
    db.add(unit)
    await db.flush()
    await events.append(db, Happening(actor, events.UNIT_ADDED, unit.id, at))
    return unit
