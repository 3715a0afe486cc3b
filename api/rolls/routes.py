"""Rolls: where a unit stands in a session, member by member and in figures; countersigning."""

from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import REFUSALS, AttendanceReader, CurrentPrincipal
from api.access.makers import MEMBER_UNSTATED, maker_of
from api.access.roles import Act, Principal
from api.access.scope import require, visible_units
from api.conferences import store as conferences
from api.db import Db, ReadDb
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, Search, ordinal, paged, read_cursor
from api.rolls import actions, listing
from api.rolls.faults import NOTHING_TO_COUNTERSIGN
from api.rolls.schemas import Countersigned, Roll, RollRow
from api.sessions.guards import visible_session
from api.tables.sessions import Session
from api.tables.units import Unit
from api.units import store as units
from api.words import Presence

router = APIRouter(tags=["rolls"], responses=REFUSALS)


@router.get(
    "/sessions/{session_id}/units/{unit_id}/roll",
    operation_id="readRoll",
    response_model=Roll,
)
async def read_roll(
    session_id: UUID,
    unit_id: UUID,
    principal: AttendanceReader,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Tell where a unit and those below it stand in a session, without names.

    The figures agree at every instant: convened = present + pending + excused + unexcused +
    unknown. Ask again with the ETag.
    """
    session, unit = await _found(db, principal, session_id, unit_id, Act.READ_ATTENDANCE)
    roll = await actions.read_roll(db, session, unit, at=at)
    return conditional.answer(roll, if_none_match)


@router.get("/sessions/{session_id}/units/{unit_id}/roll/rows", operation_id="listRollRows")
async def list_roll_rows(
    session_id: UUID,
    unit_id: UUID,
    principal: AttendanceReader,
    db: Db,
    at: At,
    presence: Presence | None = None,
    q: Search = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[RollRow]:
    """List a unit's members and those below it in a session, by unit and row number.

    These are all who are expected, and all of whom something is recorded. Who is on duty stands
    under no presence. The audit notes who reads. Notes of absences are for those who answer for the
    unit.
    """
    session, unit = await _found(db, principal, session_id, unit_id, Act.READ_ATTENDANCE)
    rows, shown = await listing.list_rows(
        db,
        principal,
        session,
        unit,
        presence=presence,
        search=q,
        after=read_cursor(cursor, UUID, ordinal, UUID),
        limit=limit,
        at=at,
    )
    return paged(rows, limit, view=lambda each: shown[each.facts.member_id], key=listing.place_of)


@router.post(
    "/sessions/{session_id}/units/{unit_id}/countersign",
    operation_id="countersign",
    responses=documented(NOTHING_TO_COUNTERSIGN, MEMBER_UNSTATED),
)
async def countersign(
    session_id: UUID, unit_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> Countersigned:
    """Countersign what was ticked and confirmed by hand for a unit and those below it, all at once.

    Nobody countersigns what he wrote himself, nor what was written of himself: that stays open for
    another person, and `left_own` tells how much it is.
    """
    session, unit = await _found(db, principal, session_id, unit_id, Act.COUNTERSIGN)
    return await actions.countersign(db, maker_of(principal), session, unit, at=at)


async def _found(
    db: AsyncSession, principal: Principal, session_id: UUID, unit_id: UUID, act: Act
) -> tuple[Session, Unit]:
    session = await visible_session(db, principal, session_id)
    unit = await units.find(db, unit_id, visible_units(principal, Act.READ_UNITS))
    organiser_path = await conferences.organiser_path(db, session.conference_id)
    if unit is None or not unit.path.startswith(organiser_path):
        raise Problem(errors.NOT_FOUND)
    require(principal, act, unit.path)
    return session, unit
