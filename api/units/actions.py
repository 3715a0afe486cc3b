"""What is done to units."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.kit.text import fold, nfc, sort_key
from api.tables.units import Unit
from api.units import store
from api.units.faults import NAME_TAKEN, TREE_TOO_DEEP, UNIT_ENDED, require_day
from api.units.rules import MAX_DEPTH, depth_of, path_below
from api.units.schemas import NewUnit, UnitChange
from api.words import UnitKind

_SHAPE = "the shape of the tree"


async def keep_shape(db: AsyncSession) -> None:
    """Let nobody else change the shape of the tree until this transaction ends."""
    await one_at_a_time(db, _SHAPE)


async def hold_shape(db: AsyncSession, *units: Unit) -> None:
    """Let nobody else change the shape of the tree, and read these units as they are now.

    Raises: Problem `unit_ended` where one of them has ended.
    """
    await keep_shape(db)
    for unit in sorted(units, key=lambda each: each.id):
        await store.hold(db, unit, to_change=True)
        require_living(unit)


def require_living(unit: Unit) -> None:
    """Let a unit pass that has not ended.

    Raises: Problem `unit_ended`.
    """
    if unit.valid_until is not None:
        raise Problem(UNIT_ENDED, name=unit.name)


async def require_name_free(
    db: AsyncSession, name: str, *, parent_id: UUID | None, but: UUID | None = None
) -> None:
    """Let a name pass that no living unit beside it bears, however it is written.

    Raises: Problem `unit_name_taken`.
    """
    if await store.is_taken(db, parent_id=parent_id, search_key=fold(name), but=but):
        raise Problem(NAME_TAKEN, name=name)


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
    aliases: Sequence[str] = (),
) -> Unit:
    """Add a unit below `parent`, or as the root of a tree.

    Raises: Problem `tree_too_deep`.
    """
    unit_id: UUID = new_id(at)
    path = path_below(parent.path if parent else None, unit_id)
    if depth_of(path) > MAX_DEPTH:
        raise Problem(TREE_TOO_DEEP, most=MAX_DEPTH)
    clean = nfc(name)
    unit = Unit(
        id=unit_id,
        parent_id=parent.id if parent else None,
        path=path,
        kind=kind,
        bloc=bloc,
        name=clean,
        aliases=list(aliases),
        sort_key=sort_key(clean),
        search_key=fold(clean),
        valid_from=valid_from,
        created_at=at,
    )
    db.add(unit)
    await db.flush()
    parent_id = str(parent.id) if parent else None
    changes = events.changed({}, {"parent_id": parent_id, **_described(unit)})
    await events.append(db, Happening(actor, events.UNIT_ADDED, unit.id, at, changes=changes))
    return unit


async def add_below(
    db: AsyncSession, actor: Actor, parent: Unit, new: NewUnit, *, at: datetime
) -> Unit:
    """Add a unit below a living one.

    Raises: Problem `unit_ended`, `unit_name_taken`, `tree_too_deep`, `day_refused`.
    """
    await hold_shape(db, parent)
    today = day_of(at)
    valid_from = new.valid_from or today
    require_day(valid_from, earliest=date.min, latest=today)
    if not new.same_name:
        await require_name_free(db, new.name, parent_id=parent.id)
    return await add_unit(
        db,
        actor,
        name=new.name,
        kind=new.kind,
        parent=parent,
        bloc=new.bloc,
        valid_from=valid_from,
        aliases=new.aliases,
        at=at,
    )


async def change_unit(
    db: AsyncSession, actor: Actor, unit: Unit, change: UnitChange, *, at: datetime
) -> None:
    """Change what a held unit is called and what it is; the names it bore are kept.

    Raises: Problem `unit_name_taken`, `day_refused`.
    """
    before = _described(unit)
    detail = {}
    if change.valid_from is not None:
        require_day(change.valid_from, earliest=date.min, latest=day_of(at))
        unit.valid_from = change.valid_from
    if change.name is not None and change.name != unit.name:
        since = await _rename(db, unit, change, today=day_of(at))
        detail["name_from"] = since.isoformat()
    if change.kind is not None:
        unit.kind = change.kind
    if "bloc" in change.model_fields_set:
        unit.bloc = change.bloc
    if change.aliases is not None:
        unit.aliases = change.aliases
    await db.flush()
    changes = events.changed(before, _described(unit))
    if changes:
        act = events.UNIT_CHANGED
        await events.append(db, Happening(actor, act, unit.id, at, detail=detail, changes=changes))


async def _rename(db: AsyncSession, unit: Unit, change: UnitChange, *, today: date) -> date:
    name = str(change.name)
    if not change.same_name:
        await require_name_free(db, name, parent_id=unit.parent_id, but=unit.id)
    borne = await store.names(db, unit.id)
    earliest = borne[-1][0] if borne else unit.valid_from
    since = change.name_from or max(today, earliest)
    require_day(since, earliest=earliest, latest=today)
    if not borne and since > unit.valid_from:
        await store.keep_name(db, unit.id, unit.name, since=unit.valid_from)
    if borne or since > unit.valid_from:
        await store.keep_name(db, unit.id, name, since=since)
    unit.name, unit.sort_key, unit.search_key = name, sort_key(name), fold(name)
    return since


def _described(unit: Unit) -> dict[str, object]:
    return {
        "name": unit.name,
        "kind": unit.kind.value,
        "bloc": unit.bloc,
        "aliases": list(unit.aliases),
        "valid_from": unit.valid_from.isoformat(),
    }
