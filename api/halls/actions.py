"""What is recorded of a hall during a session."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.roles import Act, Principal, may
from api.access.scope import FORBIDDEN, visible_organisers, within
from api.attendance import tallies
from api.bridge_points import store as bridge_points
from api.codes.faults import SESSION_LOCKED
from api.conferences import store as conferences
from api.events import Actor, Happening
from api.halls import store
from api.halls.schemas import NewCameraCheck, NewHeadCount
from api.kit import errors
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.sessions import point_store
from api.sessions.faults import state_refused
from api.sessions.rules import state_at
from api.tables.halls import CameraCheck, HeadCount
from api.tables.sessions import Session
from api.tables.units import Unit
from api.units import store as units
from api.words import SessionState


async def hall_host(
    db: AsyncSession, principal: Principal, session: Session, point_id: UUID
) -> str:
    """Tell the path of who hosts a point that a session reaches.

    Raises: Problem `not_found`.
    """
    point = await bridge_points.find(db, point_id, visible_organisers(principal))
    if point is None or point_id not in await point_store.reached_ids(db, session):
        raise Problem(errors.NOT_FOUND)
    return await bridge_points.host_path(db, point_id)


async def counted_unit(db: AsyncSession, session: Session, unit_id: UUID) -> Unit:
    """Find a unit of the organiser's whose heads are counted.

    Raises: Problem `not_found`.
    """
    organiser = await conferences.organiser_path(db, session.conference_id)
    unit = await units.find(db, unit_id, within([organiser]))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    return unit


def require_recorder(principal: Principal, host_path: str, unit: Unit | None = None) -> None:
    """Let those record who run the point, and of a unit also those who decide for it.

    Raises: Problem `forbidden`.
    """
    if may(principal, Act.RECORD_HALLS, host_path):
        return
    if unit is None or not may(principal, Act.DECIDE_ATTENDANCE, unit.path):
        raise Problem(FORBIDDEN)


def require_begun(session: Session, *, at: datetime) -> None:
    """Let something be recorded once a session has opened, until it is locked.

    Raises: Problem `session_locked`, `session_state`.
    """
    state = state_at(session.state, session.locks_at, at)
    if state is SessionState.LOCKED:
        raise Problem(SESSION_LOCKED)
    if state not in {SessionState.OPEN, SessionState.CLOSED}:
        raise state_refused(state)


async def count_heads(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    point_id: UUID,
    new: NewHeadCount,
    *,
    account_id: UUID,
    at: datetime,
) -> HeadCount:
    """Keep how many persons somebody counted in a hall; the last count holds."""
    counted = HeadCount(
        id=new_id(at),
        session_id=session.id,
        bridge_point_id=point_id,
        unit_id=new.unit_id,
        persons=new.persons,
        guests=new.guests,
        at=at,
        account_id=account_id,
    )
    db.add(counted)
    await db.flush()
    detail = {
        "bridge_point_id": str(point_id),
        "unit_id": str(new.unit_id) if new.unit_id else None,
        "persons": new.persons,
        "guests": new.guests,
    }
    happening = Happening(actor, events.HEAD_COUNTED, counted.id, at, session.id, detail=detail)
    await events.append(db, happening)
    return counted


async def check_camera(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    point_id: UUID,
    new: NewCameraCheck,
    *,
    account_id: UUID,
    at: datetime,
) -> CameraCheck:
    """Keep whether the camera of a hall was on."""
    checked = CameraCheck(
        id=new_id(at),
        session_id=session.id,
        bridge_point_id=point_id,
        is_on=new.is_on,
        note=new.note,
        at=at,
        account_id=account_id,
    )
    db.add(checked)
    await db.flush()
    detail = {"bridge_point_id": str(point_id), "is_on": new.is_on}
    happening = Happening(actor, events.CAMERA_CHECKED, checked.id, at, session.id, detail=detail)
    await events.append(db, happening)
    return checked


async def recorded_at(db: AsyncSession, session_id: UUID, point_id: UUID) -> dict[str, int]:
    """Tell who is recorded as present at a point, each once, by the paths of their units."""
    there = await tallies.there_by_unit(db, session_id, point_id)
    paths = await store.paths(db, there)
    return {paths[unit_id]: number for unit_id, number in there.items()}
