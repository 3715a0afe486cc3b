"""Deciding: a person settles what evidence alone does not: pending attendance and typed names."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Query
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.makers import MEMBER_UNSTATED, OWN_ATTENDANCE, maker_of
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN, visible_units
from api.attendance import store as attendance
from api.attendance.actions import note_reading
from api.attendance.schemas import AttendanceView
from api.codes.faults import SESSION_LOCKED
from api.db import Db
from api.deciding import actions, name_store, naming, receipt_routes, settling
from api.deciding.actions import Bench
from api.deciding.faults import ATTENDANCE_DECIDED, TYPED_NAME_SETTLED
from api.deciding.schemas import (
    ConfirmationList,
    ConfirmedList,
    Correction,
    NotConfirmed,
    Rejection,
    Settlement,
    TypedNameView,
)
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.members.faults import CARD_NUMBER_TAKEN
from api.sessions.guards import visible_session
from api.units.faults import UNIT_ENDED

router = APIRouter(tags=["deciding"], responses=REFUSALS)
router.include_router(receipt_routes.router)

_DECIDING = (MEMBER_UNSTATED, OWN_ATTENDANCE, SESSION_LOCKED, ATTENDANCE_DECIDED)


async def _bench(db: AsyncSession, principal: Principal, session_id: UUID, at: At) -> Bench:
    session = await visible_session(db, principal, session_id)
    if not reach(principal, Act.DECIDE_ATTENDANCE):
        raise Problem(FORBIDDEN)
    visible = visible_units(principal, Act.DECIDE_ATTENDANCE)
    return Bench(maker_of(principal), session, visible, at)


@router.post(
    "/sessions/{session_id}/attendance/confirm",
    operation_id="confirmAttendanceList",
    responses=documented(MEMBER_UNSTATED, SESSION_LOCKED),
)
async def confirm_attendance_list(
    session_id: UUID, listed: ConfirmationList, principal: CurrentPrincipal, db: Db, at: At
) -> ConfirmedList:
    """Confirm several attendances at once; those that cannot be are passed over and named.

    Phones are confirmed with them, but one that stands behind several of these members is bound to
    none: confirm the one whose it is by itself, first.
    """
    bench = await _bench(db, principal, session_id, at)
    ids = list(dict.fromkeys(listed.attendance_ids))
    answers = await actions.confirm_list(db, bench, ids)
    return ConfirmedList(
        confirmed=[each for each in ids if answers[each] is None],
        skipped=[
            NotConfirmed.model_validate({"id": each, "code": fault.code})
            for each, fault in answers.items()
            if fault is not None
        ],
    )


@router.post(
    "/sessions/{session_id}/attendance/{attendance_id}/confirm",
    operation_id="confirmAttendance",
    responses=documented(*_DECIDING),
)
async def confirm_attendance(
    session_id: UUID,
    attendance_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> AttendanceView:
    """Confirm that a member was there; a name typed on the member's own phone binds that phone.

    Where evidence has said so already, only a phone that is still provisional is confirmed.
    """
    bench = await _bench(db, principal, session_id, at)
    await actions.confirm(db, bench, attendance_id)
    return await attendance.view(db, session_id, attendance_id)


@router.post(
    "/sessions/{session_id}/attendance/{attendance_id}/reject",
    operation_id="rejectAttendance",
    responses=documented(*_DECIDING),
)
async def reject_attendance(
    session_id: UUID,
    attendance_id: UUID,
    rejection: Rejection,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> AttendanceView:
    """Say that a member was not there; the provisional phone that said so is no longer his."""
    bench = await _bench(db, principal, session_id, at)
    await actions.reject(db, bench, attendance_id, rejection.reason)
    return await attendance.view(db, session_id, attendance_id)


@router.post(
    "/sessions/{session_id}/attendance/{attendance_id}/correct",
    operation_id="correctAttendance",
    responses=documented(MEMBER_UNSTATED, OWN_ATTENDANCE),
)
async def correct_attendance(
    session_id: UUID,
    attendance_id: UUID,
    correction: Correction,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> AttendanceView:
    """Decide anew, with a reason; also after the roster was locked, and then it is an addendum."""
    bench = await _bench(db, principal, session_id, at)
    standing, reason = correction.standing, correction.reason
    await actions.correct(db, bench, attendance_id, standing, reason)
    return await attendance.view(db, session_id, attendance_id)


@router.get("/typed-names", operation_id="listTypedNames")
async def list_typed_names(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    unit_id: UUID | None = None,
    settled: Annotated[
        bool, Query(description="Those that wait for nobody any more, in place of those that do.")
    ] = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[TypedNameView]:
    """List the names typed in a session that wait for you, with the members they may mean.

    Those of your units, and those without a unit at the points that your units host; the audit
    notes it.
    """
    await visible_session(db, principal, session_id)
    if not reach(principal, Act.DECIDE_ATTENDANCE):
        raise Problem(FORBIDDEN)
    visible = visible_units(principal, Act.DECIDE_ATTENDANCE)
    rows = await name_store.page(
        db,
        session_id,
        visible,
        unit_id=unit_id,
        is_settled=settled,
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    views = await naming.with_suggestions(db, session_id, rows, visible, at=at)
    shown = paged(views, limit, view=lambda each: each, key=lambda each: (str(each.id),))
    await note_reading(
        db,
        principal,
        operation="listTypedNames",
        session_id=session_id,
        unit_id=unit_id,
        count=sum(1 + len(each.suggestions) for each in shown.items),
        at=at,
    )
    return shown


@router.post(
    "/sessions/{session_id}/typed-names/{name_id}/settle",
    operation_id="settleTypedName",
    responses=documented(*_DECIDING, TYPED_NAME_SETTLED, UNIT_ENDED, CARD_NUMBER_TAKEN),
)
async def settle_typed_name(
    session_id: UUID,
    name_id: UUID,
    settlement: Annotated[Settlement, Body()],
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> TypedNameView:
    """Say whose name it was: a member's, a new member's, a guest's, or nobody's who was there.

    A member is recorded as present by it, with the evidence of the typed name, unless something is
    recorded already; a name typed on one's own phone binds that phone where both are free.
    """
    bench = await _bench(db, principal, session_id, at)
    return await settling.settle(db, principal, bench, name_id, settlement)
