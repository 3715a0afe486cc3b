"""Last quarter's conference again: its halls, classes and rules, without what happened in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points.actions import add_bridge_point
from api.conferences.actions import add_conference
from api.conferences.guards import require_free_quarter
from api.events import Actor
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.presets import store
from api.presets.faults import ORGANISER_ENDED
from api.presets.rules import title_of_quarter
from api.presets.schemas import NewCopy
from api.sessions.actions import add_session
from api.sessions.schemas import NewSession
from api.tables.conferences import Conference
from api.tables.sessions import Session
from api.tables.units import Unit

Mark = TypeVar("Mark")


@dataclass(frozen=True, slots=True)
class Copied:
    """The new conference; points that nobody is left for, and sessions that were ad hoc."""

    conference: Conference
    point_count: int
    session_count: int
    left_out: list[str]
    sessions_left_out: list[str]


async def organiser_today(db: AsyncSession, source: Conference, *, at: datetime) -> Unit:
    """Find who would organise a conference again: its organiser, or the unit that succeeded it.

    Raises: Problem `organiser_ended`.
    """
    living = await store.living(db, [source.organiser_id], on=day_of(at))
    if source.organiser_id not in living:
        raise Problem(ORGANISER_ENDED)
    return living[source.organiser_id]


async def copy_conference(
    db: AsyncSession,
    actor: Actor,
    source: Conference,
    organiser: Unit,
    new: NewCopy,
    *,
    at: datetime,
) -> Copied:
    """Plan a conference like `source` for another quarter.

    Points, who is expected there and how many, sessions with their shares and how early they
    open, groups, preparation items, regulations, the order of blocs and the mail address come
    along. Times, links, presenters, exclusions, marks, allocation and attendance do not, nor a
    session without a share, nor that one was confidential. A unit that ended since is replaced
    by what it became.

    Raises: Problem `conference_exists` unless it is to be `another` one of its quarter.
    """
    await require_free_quarter(
        db, organiser.id, year=new.year, quarter=new.quarter, another=new.another
    )
    expected = await store.expected(db, source.id)
    grouped = await store.grouped(db, source.id)
    points = await store.points(db, source.id)
    asked = {unit_id for unit_id, _ in (*expected, *grouped)}
    living = await store.living(db, asked | {point.host_unit_id for point in points}, on=day_of(at))
    here = {key: unit for key, unit in living.items() if unit.path.startswith(organiser.path)}
    groups: dict[str, list[UUID]] = {}
    for unit_id, label in _today(grouped, here).items():
        groups.setdefault(label, []).append(unit_id)
    conference = await add_conference(
        db,
        actor,
        organiser=organiser,
        title=new.title
        or title_of_quarter(
            source.title, old=(source.year, source.quarter), new=(new.year, new.quarter)
        ),
        year=new.year,
        quarter=new.quarter,
        plan_number=new.plan_number,
        topics=new.topics,
        regulations=source.regulations,
        blocs=source.blocs,
        report_email=source.report_email,
        preparation_items=source.preparation_items,
        groups=groups,
        copied_from_id=source.id,
        at=at,
    )
    placed: dict[UUID, list[UUID]] = {}
    for unit_id, old_point in _today(expected, here).items():
        placed.setdefault(old_point, []).append(unit_id)
    expecting = {point_id for _, point_id in expected}
    copies: dict[UUID, UUID] = {}
    for point in points:
        if point.id in expecting and point.id not in placed:
            continue
        copy = await add_bridge_point(
            db,
            actor,
            conference_id=conference.id,
            ordinal=point.ordinal,
            name=point.name,
            venue=point.venue,
            form=point.form,
            is_hub=point.is_hub,
            keeps_units_together=point.keeps_units_together,
            host_unit_id=here.get(point.host_unit_id, organiser).id,
            expected_unit_ids=placed.get(point.id, []),
            at=at,
        )
        copies[point.id] = copy.id
    sessions = await store.sessions(db, source.id)
    kept = [each for each in sessions if each.share > 0]
    await _copy_sessions(db, actor, kept, conference, copies, at=at)
    return Copied(
        conference,
        len(copies),
        len(kept),
        [point.name for point in points if point.id not in copies],
        [each.title for each in sessions if each.share == 0],
    )


def _today(marks: Iterable[tuple[UUID, Mark]], here: Mapping[UUID, Unit]) -> dict[UUID, Mark]:
    """Give each unit of today one mark: its own, or the first that it inherits from another."""
    own: dict[UUID, Mark] = {}
    inherited: dict[UUID, Mark] = {}
    for unit_id, mark in marks:
        if unit_id in here:
            now = here[unit_id].id
            (own if now == unit_id else inherited).setdefault(now, mark)
    return inherited | own


async def _copy_sessions(
    db: AsyncSession,
    actor: Actor,
    sessions: Sequence[Session],
    conference: Conference,
    copies: Mapping[UUID, UUID],
    *,
    at: datetime,
) -> None:
    for old in sessions:
        new = NewSession(
            conference_id=conference.id,
            form=old.form,
            ordinal=old.ordinal,
            title=old.title,
            opens_ahead_minutes=old.opens_ahead_minutes,
        )
        session = await add_session(db, actor, new, at=at)
        session.share = old.share
        for point_id, capacity in (await store.capacities(db, old.id)).items():
            if point_id in copies:
                await store.set_capacity(db, session.id, copies[point_id], capacity=capacity)
    await db.flush()
