"""Proposing the absent for the next sessions; who is allocated where stays as it is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.roles import Principal
from api.bridge_points import store as bridge_points
from api.db import one_at_a_time
from api.events import Happening
from api.kit.errors import Problem
from api.make_ups import store
from api.make_ups.absentees import absentees
from api.make_ups.faults import NO_LATER_SESSION
from api.make_ups.rules import OVER, Choice, Place, choices, spread
from api.make_ups.schemas import CrowdedPoint, MakeUpsProposed, NextSession
from api.sessions.faults import state_refused
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.tables.units import Unit
from api.units.rules import nearest
from api.words import MakeUpKind


async def propose(
    db: AsyncSession,
    principal: Principal,
    session: Session,
    unit: Unit | None,
    path: str,
    *,
    at: datetime,
) -> MakeUpsProposed:
    """Put the absentees of a session that is over to the next ones.

    Whoever has a session to come to keeps it, so the same again changes nothing.

    Raises: Problem `session_state`, `no_later_session`.
    """
    state = state_at(session.state, session.locks_at, at)
    if state not in OVER:
        raise state_refused(state)
    conference_id = session.conference_id
    await one_at_a_time(db, f"make-ups of {conference_id}")
    sessions = await store.sessions(db, conference_id)
    known = [_choice(each, at=at) for each in sessions]
    next_ids = [each.session_id for each in choices(known, session.form)]
    if not next_ids:
        raise Problem(NO_LATER_SESSION)
    missed = await absentees(db, session, path, at=at)
    ids = {each.facts.member_id for each in missed.parts} - missed.spared
    held = await store.of_members(db, conference_id, ids)
    to_come = {each.session_id for each in known if each.state not in OVER}
    retold = {each.member_id for each in held.values() if each.kind is MakeUpKind.RETOLD}
    waiting = {each.member_id for each in held.values() if each.session_id in to_come}
    wanting = [
        each.facts for each in missed.parts if each.facts.member_id in ids - retold - waiting
    ]
    placed = spread(
        [(each.member_id, each.point_id) for each in wanting],
        next_ids,
        await _load(db, conference_id, next_ids),
        await store.capacities(db, next_ids),
    )
    await store.write(
        db,
        [
            {
                "conference_id": conference_id,
                "member_id": each.member_id,
                "unit_id": each.unit_id,
                "missed_session_id": session.id,
                "kind": MakeUpKind.SESSION,
                "session_id": placed[each.member_id],
                "retold_on": None,
                "note": None,
                "made_at": at,
                "account_id": principal.account_id,
            }
            for each in wanting
        ],
    )
    unit_id = unit.id if unit is not None else None
    if placed:
        actor, act = actor_of(principal), events.MAKE_UPS_PROPOSED
        subject, detail = unit_id or conference_id, {"count": len(placed)}
        await events.append(db, Happening(actor, act, subject, at, session.id, detail))
    return MakeUpsProposed(
        session_id=session.id,
        unit_id=unit_id,
        absent=len(missed.parts),
        proposed=len(placed),
        already_proposed=len(waiting),
        retold=len(retold),
        not_needed=len(missed.spared),
        pending=missed.pending,
        sessions=await _next_sessions(db, sessions, to_come, placed.values(), path),
        crowded=await _crowded(db, conference_id, next_ids),
    )


def _choice(session: Session, *, at: datetime) -> Choice:
    state = state_at(session.state, session.locks_at, at)
    return Choice(session.id, session.form, session.ordinal, state, session.starts_at)


async def _load(
    db: AsyncSession, conference_id: UUID, session_ids: Sequence[UUID]
) -> dict[Place, int]:
    """Count who is to come to each point of some sessions: those allocated, and those proposed.

    Who is proposed comes to the point where he was allocated, else where his unit is expected.
    """
    load: Counter[Place] = Counter(await store.seats_allocated(db, session_ids))
    expected = await bridge_points.expectations(db, conference_id)
    for session_id, _, path, point_id, count in await store.proposed(db, session_ids):
        load[session_id, point_id or nearest(path, expected)] += count
    return load


async def _next_sessions(
    db: AsyncSession,
    sessions: Sequence[Session],
    to_come: Iterable[UUID],
    placed: Iterable[UUID],
    path: str,
) -> list[NextSession]:
    new, total = Counter(placed), Counter[UUID]()
    for session_id, *_, count in await store.proposed(db, set(to_come), path):
        total[session_id] += count
    return [
        NextSession(
            session_id=each.id,
            title=each.title,
            form=each.form,
            starts_at=each.starts_at,
            proposed=new[each.id],
            total=total[each.id],
        )
        for each in sessions
        if total[each.id]
    ]


async def _crowded(
    db: AsyncSession, conference_id: UUID, session_ids: Sequence[UUID]
) -> list[CrowdedPoint]:
    load = await _load(db, conference_id, session_ids)
    capacity = await store.capacities(db, session_ids)
    points = await store.points(db, conference_id)
    return [
        CrowdedPoint(
            session_id=session_id,
            bridge_point_id=point_id,
            point_name=points[point_id].name,
            capacity=seats,
            expected=load[session_id, point_id],
        )
        for (session_id, point_id), seats in capacity.items()
        if point_id is not None and load.get((session_id, point_id), 0) > seats
    ]
