"""Bringing a preset to life, through the same actions that the API uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points.actions import add_bridge_point
from api.conferences.actions import add_conference
from api.conferences.guards import require_free_quarter
from api.db import one_at_a_time
from api.events import Actor
from api.kit.dates import day_of
from api.kit.errors import Fault, Problem
from api.presets import preset as presets
from api.presets import store
from api.presets.faults import ORGANISER_ENDED, PRESET_UNKNOWN, UNITS_MISSING, UNITS_UNCLEAR
from api.presets.plan import Preset, UnitSpec
from api.presets.rules import Known, Wanted, match
from api.sessions.actions import add_session
from api.sessions.schemas import NewSession
from api.tables.conferences import Conference
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import UnitKind

_NAMED = 10
"""Units that a refusal names in its sentence; all of them stand beside it as a list."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A preset in the database: its units by key, and its conference."""

    organiser: Unit
    units: dict[str, Unit]
    conference: Conference
    units_added: int


def named(key: str) -> Preset:
    """Find a preset by its key.

    Raises: Problem `preset_unknown`.
    """
    if key not in presets.keys():
        raise Problem(PRESET_UNKNOWN, preset=key)
    return presets.load(key)


async def add_organiser(
    db: AsyncSession,
    actor: Actor,
    *,
    name: str,
    kind: UnitKind,
    at: datetime,
    preset: Preset | None = None,
) -> Unit:
    """Add the root of a tree, as old as its preset's units, or as this year without one.

    It was there before the program was: reports of earlier months name it, and a merger may be
    told of a day before today.
    """
    today = day_of(at)
    since = min(preset.valid_from, today) if preset else today.replace(month=1, day=1)
    return await add_unit(
        db, actor, name=name, kind=kind, parent=None, bloc=None, valid_from=since, at=at
    )


async def load_preset(
    db: AsyncSession,
    actor: Actor,
    preset: Preset,
    organiser: Unit,
    *,
    create_units: bool,
    another: bool = False,
    at: datetime,
    report_email: str | None = None,
) -> Loaded:
    """Add a preset's conference, bridge points and sessions, on the units below `organiser`.

    The mail address of a preset is invented, so only the demo takes it; an office sets its own.

    Raises: Problem `units_unclear`; `units_missing` unless they may be created;
    `organiser_ended`; `conference_exists` unless it is to be `another` one of its quarter.
    """
    await one_at_a_time(db, f"units below {organiser.id}")
    today = day_of(at)
    tree = {unit.id: unit for unit in await store.living_below(db, organiser.path, on=today)}
    if organiser.id not in tree:
        raise Problem(ORGANISER_ENDED)
    await require_free_quarter(
        db, organiser.id, year=preset.year, quarter=preset.quarter, another=another
    )
    known = [_known(unit) for unit in tree.values()]
    matched = match(_wanted(preset.organiser), known, _known(organiser))
    _refuse(UNITS_UNCLEAR, preset, matched.unclear, count=len(matched.unclear))
    if not create_units:
        _refuse(UNITS_MISSING, preset, matched.missing_tops, count=len(matched.missing))
    units = {preset.organiser.key: organiser}
    units |= {key: tree[unit.id] for key, unit in matched.found.items()}
    since = min(preset.valid_from, today)
    await _add_units(db, actor, preset.organiser, units, since=since, at=at)
    conference = await _add_plan(db, actor, preset, units, report_email=report_email, at=at)
    return Loaded(organiser, units, conference, len(matched.missing))


def _known(unit: Unit) -> Known:
    return Known(unit.id, unit.parent_id, unit.path, (unit.name, *unit.aliases))


def _wanted(organiser: UnitSpec) -> Iterator[Wanted]:
    def below(spec: UnitSpec, key: str) -> Iterator[Wanted]:
        for child in spec.children:
            yield Wanted(child.key, child.name, key)
            yield from below(child, child.key)

    return below(organiser, "")


def _refuse(fault: Fault, preset: Preset, units: list[Wanted], *, count: int) -> None:
    """Refuse where there are such units, naming each with the unit above it."""
    above = {unit.key: unit.name for unit in preset.organiser.children}
    names = [f"{u.name} ({above[u.parent]})" if u.parent else u.name for u in units]
    if names:
        shown = "; ".join(names[:_NAMED]) + ("; …" if len(names) > _NAMED else "")
        raise Problem(fault, count=count, names=shown, units=names)


async def _add_units(
    db: AsyncSession,
    actor: Actor,
    spec: UnitSpec,
    units: dict[str, Unit],
    *,
    since: date,
    at: datetime,
) -> None:
    """Add the units below a specified one that `units` does not hold yet, parents first.

    None is older than the unit above it.
    """
    for child in spec.children:
        if child.key not in units:
            units[child.key] = await add_unit(
                db,
                actor,
                name=child.name,
                kind=child.kind,
                parent=units[spec.key],
                bloc=child.bloc,
                valid_from=max(since, units[spec.key].valid_from),
                at=at,
            )
        await _add_units(db, actor, child, units, since=since, at=at)


async def _add_plan(
    db: AsyncSession,
    actor: Actor,
    preset: Preset,
    units: dict[str, Unit],
    *,
    report_email: str | None,
    at: datetime,
) -> Conference:
    conference = await add_conference(
        db,
        actor,
        organiser=units[preset.organiser.key],
        title=preset.title,
        year=preset.year,
        quarter=preset.quarter,
        plan_number=preset.plan_number,
        topics=preset.topics,
        regulations=preset.regulations,
        blocs=preset.blocs,
        report_email=report_email,
        preparation_items=[item.model_dump(mode="json") for item in preset.preparation_items],
        groups={group.label: [units[key].id for key in group.units] for group in preset.groups},
        at=at,
    )
    for ordinal, point in enumerate(preset.points, start=1):
        await add_bridge_point(
            db,
            actor,
            conference_id=conference.id,
            ordinal=ordinal,
            name=point.name,
            venue=point.venue,
            form=point.form,
            is_hub=point.is_hub,
            keeps_units_together=point.keeps_units_together,
            host_unit_id=units[point.host].id,
            expected_unit_ids=[units[key].id for key in point.expects],
            at=at,
        )
    for session in preset.sessions:
        # The shares of a form are equal parts of a whole, and so are sessions without a word of it.
        new = NewSession(
            conference_id=conference.id,
            form=session.form,
            ordinal=session.ordinal,
            title=session.title,
            date_hint=session.date_hint,
        )
        await add_session(db, actor, new, at=at)
    return conference
