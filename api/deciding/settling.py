"""Settling a typed name: it is a member's, a new member's, a guest's, or nobody's."""

from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.makers import OWN_ATTENDANCE
from api.access.roles import Act, Principal
from api.access.scope import require, visible_units
from api.attendance.tallying import counting
from api.deciding import actions, name_store, store
from api.deciding.actions import Bench, require_unlocked, take_turn
from api.deciding.faults import ATTENDANCE_DECIDED, TYPED_NAME_SETTLED
from api.deciding.naming import view_of
from api.deciding.races import Overtaken, until_settled
from api.deciding.rules import Known
from api.deciding.schemas import (
    SettleAdded,
    SettleGuest,
    SettleMatched,
    SettleRejected,
    TypedNameView,
)
from api.deciding.vouching import Vouched, vouch
from api.events import Happening
from api.kit import errors
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.text import fold
from api.members import actions as members
from api.members.visible import visible_unit
from api.tables.attendance import TypedName
from api.words import Evidence, Standing

Wish = SettleMatched | SettleAdded | SettleGuest | SettleRejected


async def settle(
    db: AsyncSession, principal: Principal, bench: Bench, name_id: UUID, wish: Wish
) -> TypedNameView:
    """Settle a typed name; settling it the same way again answers the same.

    Raises: Problem `not_found`, `typed_name_settled`, `session_locked`, `own_attendance`,
    `attendance_decided`, and what adding a member refuses.
    """
    await take_turn(db, bench)
    mine = name_store.deciders(bench.visible)

    async def attempt() -> TypedNameView:
        typed = await name_store.find(db, bench.session.id, name_id, mine)
        if typed is None:
            raise Problem(errors.NOT_FOUND)
        before = await name_store.row(db, bench.session.id, name_id, bench.visible)
        if before["outcome"] is None:
            require_unlocked(bench)
            await _settle(db, principal, bench, typed, wish)
            return view_of(await name_store.row(db, bench.session.id, name_id, bench.visible))
        if not _is_the_same(before, wish):
            raise Problem(TYPED_NAME_SETTLED)
        return view_of(before)

    return await until_settled(db, attempt)


def _is_the_same(row: RowMapping, wish: Wish) -> bool:
    if row["outcome"] is not wish.outcome:
        return False
    if isinstance(wish, SettleMatched):
        return bool(row["member_id"] == wish.member_id)
    if isinstance(wish, SettleAdded):
        return fold(row["member_name"] or "") == fold(wish.full_name)
    return True


async def _settle(
    db: AsyncSession, principal: Principal, bench: Bench, typed: TypedName, wish: Wish
) -> None:
    attendance_id, reason = typed.attendance_id, None
    if isinstance(wish, SettleMatched):
        known = await _on_the_list(db, bench, typed, wish)
        attendance_id = await _be_there(db, bench, typed, known.member_id, known.unit_id)
    elif isinstance(wish, SettleAdded):
        member_id = await _added(db, principal, bench, wish)
        attendance_id = await _be_there(db, bench, typed, member_id, wish.unit_id)
    elif isinstance(wish, SettleRejected):
        reason = wish.reason
        await _drop_claim(db, bench, typed, wish.reason)
    await name_store.settle(
        db,
        bench.maker,
        typed,
        wish.outcome,
        attendance_id=attendance_id,
        reason=reason,
        at=bench.at,
    )
    settled = Happening(
        bench.maker.actor,
        events.NAME_SETTLED,
        typed.id,
        bench.at,
        bench.session.id,
        {"outcome": wish.outcome.value},
    )
    await events.append(db, settled)


async def _on_the_list(
    db: AsyncSession, bench: Bench, typed: TypedName, wish: SettleMatched
) -> Known:
    organiser = await name_store.organiser_path(db, bench.session.id)
    reach = name_store.below(bench.visible, organiser)
    known = await name_store.known(db, wish.member_id, reach, on=day_of(typed.arrived_at))
    if known is None:
        raise Problem(errors.NOT_FOUND)
    if known.member_id == bench.maker.member_id:
        raise Problem(OWN_ATTENDANCE)
    return known


async def _added(db: AsyncSession, principal: Principal, bench: Bench, wish: SettleAdded) -> UUID:
    unit = await visible_unit(db, principal, wish.unit_id, Act.MANAGE_MEMBERS)
    require(principal, Act.DECIDE_ATTENDANCE, unit.path)
    if not unit.path.startswith(await name_store.organiser_path(db, bench.session.id)):
        raise Problem(errors.NOT_FOUND)
    own = visible_units(principal, Act.MANAGE_MEMBERS)
    member = await members.add_member(db, bench.maker.actor, unit, wish, own, at=bench.at)
    return member.id


async def _be_there(
    db: AsyncSession, bench: Bench, typed: TypedName, member_id: UUID, unit_id: UUID
) -> UUID:
    """Make or confirm the attendance of whom a name means; who is there already stays as he is."""
    async with counting(db, bench.session, [member_id], at=bench.at):
        return await _come(db, bench, typed, member_id, unit_id)


async def _come(
    db: AsyncSession, bench: Bench, typed: TypedName, member_id: UUID, unit_id: UUID
) -> UUID:
    maker, session_id = bench.maker, bench.session.id
    if typed.evidence is Evidence.CLAIMED:
        own = Vouched(typed.device_id, member_id, typed.arrived_at, binds=True)
        await vouch(db, maker, session_id, [own], at=bench.at)
    held = await store.hold_one(db, session_id, member_id, typed.window_id)
    if held is not None:
        if held.standing is Standing.REJECTED:
            raise Problem(ATTENDANCE_DECIDED)
        if held.standing is Standing.PENDING:
            await actions.write_confirmed(db, bench, held)
        return held.id
    added = await store.add(db, maker, typed, member_id=member_id, unit_id=unit_id, at=bench.at)
    if added is None:
        raise Overtaken
    recorded = Happening(
        maker.actor,
        events.ATTENDANCE_CONFIRMED,
        added,
        bench.at,
        session_id,
        {"evidence": typed.evidence.value},
        events.changed({}, {"standing": Standing.PRESENT.value}),
    )
    await events.append(db, recorded)
    return added


async def _drop_claim(db: AsyncSession, bench: Bench, typed: TypedName, reason: str) -> None:
    """Reject the pending attendance that this very name on this very phone has made."""
    if typed.attendance_id is None:
        return
    found = await store.held(db, bench.session.id, [typed.attendance_id], bench.visible)
    held = found.get(typed.attendance_id)
    if held and held.standing is Standing.PENDING and held.device_id == typed.device_id:
        await actions.reject_found(db, bench, held, reason)
