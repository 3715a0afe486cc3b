"""Halls: what was seen in a hall during a session: heads counted, cameras on."""

from collections.abc import Mapping
from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS, AttendanceCounter, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal, may
from api.codes.faults import SESSION_LOCKED
from api.db import Db, ReadDb
from api.halls import actions, store
from api.halls.rules import difference
from api.halls.schemas import CameraCheckView, HeadCountView, NewCameraCheck, NewHeadCount
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit.clock import At
from api.kit.errors import documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.sessions.faults import STATE_REFUSED
from api.sessions.guards import visible_session
from api.tables.halls import CameraCheck, HeadCount
from api.tables.units import Unit

router = APIRouter(tags=["halls"], responses=REFUSALS)
_REFUSED = documented(STATE_REFUSED, SESSION_LOCKED, KEY_REUSED)


def _counted(
    counted: HeadCount, unit: Unit | None, by: str | None, recorded: Mapping[str, int]
) -> HeadCountView:
    below = unit.path if unit is not None else ""
    checked_in = sum(count for path, count in recorded.items() if path.startswith(below))
    return HeadCountView(
        id=counted.id,
        session_id=counted.session_id,
        bridge_point_id=counted.bridge_point_id,
        unit_id=counted.unit_id,
        unit_name=unit.name if unit is not None else None,
        persons=counted.persons,
        guests=counted.guests,
        counted_at=counted.at,
        counted_by=by,
        checked_in=checked_in,
        difference=difference(
            persons=counted.persons, guests=counted.guests, checked_in=checked_in
        ),
    )


def _checked(checked: CameraCheck, by: str | None, *, is_shown: bool) -> CameraCheckView:
    return CameraCheckView(
        id=checked.id,
        session_id=checked.session_id,
        bridge_point_id=checked.bridge_point_id,
        is_on=checked.is_on,
        note=checked.note if is_shown else None,
        checked_at=checked.at,
        checked_by=by if is_shown else None,
    )


def _may_know_who(principal: Principal, host_path: str, account_id: UUID) -> bool:
    return account_id == principal.account_id or may(principal, Act.RECORD_HALLS, host_path)


@router.post(
    "/sessions/{session_id}/points/{point_id}/head-counts",
    operation_id="countHeads",
    status_code=201,
    response_model=HeadCountView,
    responses=_REFUSED,
)
async def count_heads(
    session_id: UUID,
    point_id: UUID,
    new: NewHeadCount,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Say how many persons you counted in a hall; the last count of a hall or unit holds.

    Whoever runs the point counts the hall or any unit in it, a secretary her own unit there. The
    answer says how that differs from what is recorded; nobody is refused or marked by it.
    """
    session = await visible_session(db, principal, session_id)
    host_path = await actions.hall_host(db, principal, session, point_id)
    unit = await actions.counted_unit(db, session, new.unit_id) if new.unit_id else None
    actions.require_recorder(principal, host_path, unit)

    async def make() -> HeadCountView:
        actions.require_begun(session, at=at)
        actor, account_id = actor_of(principal), principal.account_id
        counted = await actions.count_heads(
            db, actor, session, point_id, new, account_id=account_id, at=at
        )
        recorded = await actions.recorded_at(db, session_id, point_id)
        return _counted(counted, unit, principal.display_name, recorded)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"countHeads {session_id} {point_id}",
        body=new,
        at=at,
        make=make,
    )


@router.get("/sessions/{session_id}/points/{point_id}/head-counts", operation_id="listHeadCounts")
async def list_head_counts(
    session_id: UUID,
    point_id: UUID,
    principal: AttendanceCounter,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[HeadCountView]:
    """List the head counts of a hall, newest first, each beside what is recorded there now."""
    session = await visible_session(db, principal, session_id)
    host_path = await actions.hall_host(db, principal, session, point_id)
    rows = await store.head_counts(
        db, session_id, point_id, after=read_cursor(cursor, UUID), limit=limit
    )
    recorded = await actions.recorded_at(db, session_id, point_id)

    def view(row: tuple[HeadCount, Unit | None, str | None]) -> HeadCountView:
        counted, unit, by = row
        knows = _may_know_who(principal, host_path, counted.account_id)
        return _counted(counted, unit, by if knows else None, recorded)

    return paged(rows, limit, view=view, key=lambda row: (str(row[0].id),))


@router.post(
    "/sessions/{session_id}/points/{point_id}/camera-checks",
    operation_id="checkCamera",
    status_code=201,
    response_model=CameraCheckView,
    responses=_REFUSED,
)
async def check_camera(
    session_id: UUID,
    point_id: UUID,
    new: NewCameraCheck,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Say whether the camera of a hall was on when you looked."""
    session = await visible_session(db, principal, session_id)
    actions.require_recorder(principal, await actions.hall_host(db, principal, session, point_id))

    async def make() -> CameraCheckView:
        actions.require_begun(session, at=at)
        actor, account_id = actor_of(principal), principal.account_id
        checked = await actions.check_camera(
            db, actor, session, point_id, new, account_id=account_id, at=at
        )
        return _checked(checked, principal.display_name, is_shown=True)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"checkCamera {session_id} {point_id}",
        body=new,
        at=at,
        make=make,
    )


@router.get(
    "/sessions/{session_id}/points/{point_id}/camera-checks", operation_id="listCameraChecks"
)
async def list_camera_checks(
    session_id: UUID,
    point_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[CameraCheckView]:
    """List the looks at a hall's camera during a session, newest first."""
    session = await visible_session(db, principal, session_id)
    host_path = await actions.hall_host(db, principal, session, point_id)
    rows = await store.camera_checks(
        db, session_id, point_id, after=read_cursor(cursor, UUID), limit=limit
    )

    def view(row: tuple[CameraCheck, str | None]) -> CameraCheckView:
        checked, by = row
        is_shown = _may_know_who(principal, host_path, checked.account_id)
        return _checked(checked, by, is_shown=is_shown)

    return paged(rows, limit, view=view, key=lambda row: (str(row[0].id),))
