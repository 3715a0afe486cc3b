"""All SQL of deciding on attendance and on the phones behind it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.makers import Maker
from api.codes.rules import step_of
from api.db import insert_into
from api.deciding.rules import Held
from api.kit.ids import new_id
from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.units import Unit
from api.words import Evidence, Standing, TypedNameOutcome

_HELD = [getattr(Attendance, name) for name in Held.__slots__]
_KEY = (Attendance.session_id, Attendance.member_id, Attendance.window_id)


async def held(
    db: AsyncSession,
    session_id: UUID,
    ids: Collection[UUID],
    visible: ColumnElement[bool],
    *,
    to_change: bool = False,
) -> dict[UUID, Held]:
    """Read some attendances of units one may decide for.

    Those `to_change` are held until the transaction ends, in the order in which check-ins write.
    """
    query = (
        select(*_HELD)
        .join(Unit, Unit.id == Attendance.unit_id)
        .where(Attendance.session_id == session_id, Attendance.id.in_(sorted(ids)), visible)
        .order_by(*_KEY)
    )
    if to_change:
        query = query.with_for_update(of=Attendance, key_share=True)
    return {row.id: Held(*row) for row in await db.execute(query)}


async def hold_one(
    db: AsyncSession, session_id: UUID, member_id: UUID, window_id: UUID
) -> Held | None:
    """Read a member's attendance in a window, to change it; None where there is none."""
    query = select(*_HELD).where(tuple_(*_KEY) == (session_id, member_id, window_id))
    row = (await db.execute(query.with_for_update(key_share=True))).one_or_none()
    return Held(*row) if row else None


async def decide(
    db: AsyncSession,
    maker: Maker,
    session_id: UUID,
    ids: Collection[UUID],
    standing: Standing,
    reason: str | None,
    *,
    at: datetime,
) -> None:
    """Write a decision on attendances that are held; whoever countersigned did not see this one."""
    await db.execute(
        update(Attendance)
        .where(Attendance.session_id == session_id, Attendance.id.in_(sorted(ids)))
        .values(
            standing=standing,
            decided_at=at,
            decided_by=maker.account_id,
            decided_by_member_id=maker.member_id,
            decision_reason=reason,
            countersigned_at=None,
            countersigned_by=None,
        )
    )


async def add(
    db: AsyncSession,
    maker: Maker,
    typed: TypedName,
    *,
    member_id: UUID,
    unit_id: UUID,
    at: datetime,
) -> UUID | None:
    """Record whom a typed name means as present, decided; None where something is recorded."""
    row = {
        "session_id": typed.session_id,
        "id": new_id(typed.arrived_at),
        "window_id": typed.window_id,
        "member_id": member_id,
        "unit_id": unit_id,
        "bridge_point_id": typed.bridge_point_id,
        "standing": Standing.PRESENT,
        "evidence": typed.evidence,
        "step": step_of(typed.arrived_at),
        "late_seconds": None,
        "device_id": typed.device_id,
        "first_arrived_at": typed.arrived_at,
        "decided_at": at,
        "decided_by": maker.account_id,
        "decided_by_member_id": maker.member_id,
    }
    target = [column.key for column in _KEY]
    new = insert_into(db, Attendance).values(row).on_conflict_do_nothing(index_elements=target)
    return (await db.execute(new.returning(Attendance.id))).scalar_one_or_none()


async def settle_names_of(
    db: AsyncSession,
    maker: Maker,
    session_id: UUID,
    attendance_ids: Collection[UUID],
    outcome: TypedNameOutcome,
    reason: str | None,
    *,
    at: datetime,
) -> Sequence[UUID]:
    """Settle the names that led to attendances which somebody decided on; give those settled."""
    change = (
        update(TypedName)
        .where(
            TypedName.session_id == session_id,
            TypedName.attendance_id.in_(sorted(attendance_ids)),
            TypedName.outcome.is_(None),
        )
        .values(outcome=outcome, settled_at=at, settled_by=maker.account_id, settled_reason=reason)
        .returning(TypedName.id)
        .execution_options(synchronize_session=False)
    )
    return (await db.execute(change)).scalars().all()


async def taken_away(
    db: AsyncSession, pairs: Collection[tuple[UUID, UUID, datetime]]
) -> set[tuple[UUID, UUID]]:
    """Tell which phones were taken from which members, of pairs with the instant of their use.

    By a person at any time, or by whatever means since they were used.
    """
    wanted = [
        (Device.id == phone_id)
        & (Device.member_id == member_id)
        & or_(Device.revoked_by.is_not(None), Device.revoked_at >= used_at)
        for phone_id, member_id, used_at in sorted(pairs)
    ]
    if not wanted:
        return set()
    query = select(Device.id, Device.member_id).where(Device.revoked_at.is_not(None), or_(*wanted))
    return {(phone_id, member_id) for phone_id, member_id in (await db.execute(query)).all()}


async def claimed_elsewhere(
    db: AsyncSession, session_id: UUID, pairs: Collection[tuple[UUID, UUID]]
) -> set[tuple[UUID, UUID]]:
    """Tell of which pairs of phone and member another phone says in this session to be his own.

    What a person rejected, or settled as a guest's, says nothing any more.
    """
    member_ids = sorted({member_id for _, member_id in pairs})
    query = (
        select(TypedName.device_id, Attendance.member_id)
        .join(
            Attendance,
            (Attendance.session_id == TypedName.session_id)
            & (Attendance.id == TypedName.attendance_id),
        )
        .where(
            TypedName.session_id == session_id,
            TypedName.evidence == Evidence.CLAIMED,
            or_(
                TypedName.outcome.is_(None),
                TypedName.outcome.not_in([TypedNameOutcome.GUEST, TypedNameOutcome.REJECTED]),
            ),
            Attendance.member_id.in_(member_ids),
        )
    )
    claims = {(phone_id, member_id) for phone_id, member_id in (await db.execute(query)).all()}
    return {
        pair
        for pair in pairs
        if any(member_id == pair[1] and phone_id != pair[0] for phone_id, member_id in claims)
    }
