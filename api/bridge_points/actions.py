"""What is done to bridge points, but for their preparation."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import store as access
from api.bridge_points import store
from api.bridge_points.faults import EXPECTED_ELSEWHERE, HUB_ON_LINE, POINT_IN_USE
from api.conferences import store as conferences
from api.conferences.guards import require_living
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.kit.text import nfc
from api.tables.bridge_points import BridgePoint
from api.words import Form


async def add_bridge_point(
    db: AsyncSession,
    actor: Actor,
    *,
    conference_id: UUID,
    ordinal: int,
    name: str,
    venue: str,
    form: Form,
    is_hub: bool,
    host_unit_id: UUID,
    expected_unit_ids: Sequence[UUID],
    at: datetime,
    keeps_units_together: bool = False,
    move: bool = False,
) -> BridgePoint:
    """Add a point to a conference; a unit is expected at one point of a conference only.

    Raises: Problem `expected_elsewhere` unless `move`, `hub_on_line`.
    """
    if is_hub and form is Form.LINE:
        raise Problem(HUB_ON_LINE)
    point = BridgePoint(
        id=new_id(at),
        conference_id=conference_id,
        host_unit_id=host_unit_id,
        ordinal=ordinal,
        name=nfc(name),
        venue=nfc(venue),
        form=form,
        is_hub=is_hub,
        keeps_units_together=keeps_units_together,
        created_at=at,
    )
    db.add(point)
    await db.flush()
    if expected_unit_ids:
        await _expect(db, actor, point, expected_unit_ids, move=move, at=at)
    fields = ("name", "venue", "ordinal", "is_hub", "keeps_units_together", "host_unit_id")
    described = {
        **_in_json({name: getattr(point, name) for name in fields}),
        "conference_id": str(conference_id),
        "form": form.value,
        "expected_unit_ids": sorted(str(each) for each in set(expected_unit_ids)),
    }
    changes = events.changed({}, described)
    happening = Happening(actor, events.BRIDGE_POINT_ADDED, point.id, at, changes=changes)
    await events.append(db, happening)
    return point


async def change_bridge_point(
    db: AsyncSession,
    actor: Actor,
    point: BridgePoint,
    changes: Mapping[str, Any],
    *,
    expected_unit_ids: Collection[UUID] | None,
    move: bool,
    at: datetime,
) -> None:
    """Change a point; a new name or venue raises its sequence, and nothing else goes with it.

    Codes, screens and check-ins stay: they belong to the point, not to the hall.

    Raises: Problem `expected_elsewhere` unless `move`, `hub_on_line`.
    """
    before = {name: getattr(point, name) for name in changes}
    for name, value in changes.items():
        setattr(point, name, value)
    if point.is_hub and point.form is Form.LINE:
        raise Problem(HUB_ON_LINE)
    if any(before[field] != changes[field] for field in ("name", "venue") if field in changes):
        point.sequence += 1
    await db.flush()
    told = events.changed(_in_json(before), _in_json(changes))
    if expected_unit_ids is not None:
        were = await store.expected_ids(db, point.id)
        await _expect(db, actor, point, expected_unit_ids, move=move, at=at)
        told |= _expected_changed(were, expected_unit_ids)
    await _tell(db, actor, point.id, told, at=at)


async def remove_bridge_point(
    db: AsyncSession, actor: Actor, point: BridgePoint, *, at: datetime
) -> None:
    """Delete a point that nothing hangs on; its line tests and marks go with it.

    Raises: Problem `point_in_use`, as its screens and the foreign keys of the floors above say.
    """
    if await access.screens_of(db, point.id):
        raise Problem(POINT_IN_USE)
    try:
        async with db.begin_nested():
            await store.remove(db, point.id)
    except IntegrityError as used:
        raise Problem(POINT_IN_USE) from used
    told = events.changed({"is_removed": False, "name": point.name}, {"is_removed": True})
    await _tell(db, actor, point.id, told, at=at)


async def require_units_of(
    db: AsyncSession, conference_id: UUID, unit_ids: Collection[UUID], *, at: datetime
) -> None:
    """Let only living units of the conference's organiser host, or be expected.

    Raises: Problem `unit_not_of_organiser`.
    """
    path = await conferences.organiser_path(db, conference_id)
    await require_living(db, path, unit_ids, at=at)


async def _expect(
    db: AsyncSession,
    actor: Actor,
    point: BridgePoint,
    unit_ids: Collection[UUID],
    *,
    move: bool,
    at: datetime,
) -> None:
    elsewhere = await store.expected_elsewhere(db, point, unit_ids)
    if elsewhere and not move:
        _, first_name, first_point = elsewhere[0]
        clashes = [
            {
                "unit_id": str(unit_id),
                "unit_name": name,
                "point_id": str(there.id),
                "point_name": there.name,
            }
            for unit_id, name, there in elsewhere
        ]
        raise Problem(
            EXPECTED_ELSEWHERE,
            unit_name=first_name,
            point_name=first_point.name,
            expected_elsewhere=clashes,
        )
    others = {there.id for _, _, there in elsewhere}
    before = {other: await store.expected_ids(db, other) for other in others}
    await store.expect(db, point, unit_ids)
    for other in sorted(others):
        told = _expected_changed(before[other], await store.expected_ids(db, other))
        await _tell(db, actor, other, told, at=at)


def _expected_changed(before: Collection[UUID], after: Collection[UUID]) -> dict[str, Any]:
    were, are = ([str(each) for each in sorted(set(ids))] for ids in (before, after))
    return events.changed({"expected_unit_ids": were}, {"expected_unit_ids": are})


def _in_json(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: str(value) if isinstance(value, UUID) else value for name, value in fields.items()
    }


async def _tell(
    db: AsyncSession, actor: Actor, point_id: UUID, changes: Mapping[str, Any], *, at: datetime
) -> None:
    if changes:
        await events.append(
            db, Happening(actor, events.BRIDGE_POINT_CHANGED, point_id, at, changes=changes)
        )
