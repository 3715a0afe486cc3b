"""What a person decides on attendance: confirm, reject, correct."""

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.makers import OWN_ATTENDANCE, Maker
from api.attendance.tallying import counting
from api.codes.faults import SESSION_LOCKED
from api.deciding import store
from api.deciding.faults import ATTENDANCE_DECIDED
from api.deciding.races import Overtaken, until_settled
from api.deciding.rules import (
    Held,
    Verdict,
    is_vouched_for,
    may_bind,
    on_confirming,
    on_correcting,
    on_rejecting,
    unambiguous,
)
from api.deciding.vouching import Vouched, take_back, vouch
from api.events import Happening
from api.kit import errors
from api.kit.errors import Fault, Problem
from api.sessions import moving
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.words import SessionState, Standing, TypedNameOutcome

REFUSED: dict[Verdict, Fault] = {
    Verdict.OWN: OWN_ATTENDANCE,
    Verdict.DECIDED: ATTENDANCE_DECIDED,
}


@dataclass(frozen=True, slots=True)
class Bench:
    """Who decides, on which session, and the condition on the units for which he may."""

    maker: Maker
    session: Session
    visible: ColumnElement[bool]
    at: datetime


async def take_turn(db: AsyncSession, bench: Bench) -> None:
    """Wait for whoever decides on this session, or moves it, and see what he left."""
    await moving.alone(db, bench.session)


def require_unlocked(bench: Bench) -> None:
    """Let nobody decide on a locked roster, but to correct it.

    Raises: Problem `session_locked`.
    """
    session = bench.session
    if state_at(session.state, session.locks_at, bench.at) is SessionState.LOCKED:
        raise Problem(SESSION_LOCKED)


def counted(
    db: AsyncSession, bench: Bench, chosen: Iterable[Held]
) -> AbstractAsyncContextManager[None]:
    """Count the members of some attendances, which are decided on inside.

    Before phones and attendance are touched: check-ins hold members first, too.
    """
    members = {each.member_id for each in chosen}
    return counting(db, bench.session, members, at=bench.at)


async def confirm(db: AsyncSession, bench: Bench, attendance_id: UUID) -> None:
    """Confirm one attendance, and with it the phone that is the member's own.

    Raises: Problem `not_found`, `own_attendance`, `attendance_decided`, `session_locked`.
    """
    skipped = (await confirm_list(db, bench, [attendance_id]))[attendance_id]
    if skipped is not None:
        raise Problem(skipped)


async def confirm_list(
    db: AsyncSession, bench: Bench, ids: Collection[UUID]
) -> dict[UUID, Fault | None]:
    """Confirm several attendances; tell of each why it was passed over, or None.

    Raises: Problem `session_locked`.
    """
    await take_turn(db, bench)
    require_unlocked(bench)

    async def attempt() -> dict[UUID, Fault | None]:
        own = bench.maker.member_id
        seen = await store.held(db, bench.session.id, ids, bench.visible)
        verdicts = {each.id: on_confirming(each, own_member_id=own) for each in seen.values()}
        meant = [each for each in seen.values() if verdicts[each.id] not in REFUSED]
        chosen = [each for each in meant if verdicts[each.id] is Verdict.DECIDE]
        async with counted(db, bench, chosen):
            await _vouch_for(db, bench, meant)
            await _hold(db, bench, chosen)
            await _decide(db, bench, chosen, Standing.PRESENT, None, events.ATTENDANCE_CONFIRMED)
        await _settle_names(db, bench, chosen, TypedNameOutcome.MATCHED, None)
        return {
            each: REFUSED.get(verdicts[each]) if each in verdicts else errors.NOT_FOUND
            for each in ids
        }

    return await until_settled(db, attempt)


async def reject(db: AsyncSession, bench: Bench, attendance_id: UUID, reason: str) -> None:
    """Reject an attendance; the provisional phone of that check-in is no longer the member's.

    Raises: Problem `not_found`, `own_attendance`, `attendance_decided`, `session_locked`.
    """
    await take_turn(db, bench)
    require_unlocked(bench)
    own = bench.maker.member_id

    def judge(held: Held) -> Verdict:
        return on_rejecting(held, own_member_id=own)

    await until_settled(
        db,
        lambda: _decide_one(
            db,
            bench,
            attendance_id,
            judge,
            Standing.REJECTED,
            reason,
            events.ATTENDANCE_REJECTED,
        ),
    )


async def correct(
    db: AsyncSession, bench: Bench, attendance_id: UUID, standing: Standing, reason: str
) -> None:
    """Decide anew on an attendance, whatever was decided, and also after the roster was locked.

    Raises: Problem `not_found`, `own_attendance`.
    """
    await take_turn(db, bench)
    own = bench.maker.member_id

    def judge(held: Held) -> Verdict:
        return on_correcting(held, standing, reason, own_member_id=own)

    await until_settled(
        db,
        lambda: _decide_one(
            db, bench, attendance_id, judge, standing, reason, events.ATTENDANCE_CORRECTED
        ),
    )


async def write_confirmed(db: AsyncSession, bench: Bench, held: Held) -> None:
    """Write that a held, pending attendance is confirmed."""
    await _decide(db, bench, [held], Standing.PRESENT, None, events.ATTENDANCE_CONFIRMED)


async def reject_found(db: AsyncSession, bench: Bench, held: Held, reason: str) -> None:
    """Reject an attendance that was found to be pending.

    Raises: Overtaken, Problem `own_attendance`.
    """
    verdict = on_rejecting(held, own_member_id=bench.maker.member_id)
    if verdict in REFUSED:
        raise Problem(REFUSED[verdict])
    await _overrule(db, bench, held, Standing.REJECTED, reason, events.ATTENDANCE_REJECTED)


async def _decide_one(
    db: AsyncSession,
    bench: Bench,
    attendance_id: UUID,
    judge: Callable[[Held], Verdict],
    standing: Standing,
    reason: str,
    act: str,
) -> None:
    seen = await store.held(db, bench.session.id, [attendance_id], bench.visible)
    if attendance_id not in seen:
        raise Problem(errors.NOT_FOUND)
    held = seen[attendance_id]
    verdict = judge(held)
    if verdict in REFUSED:
        raise Problem(REFUSED[verdict])
    if verdict is Verdict.NOTHING:
        return
    await _overrule(db, bench, held, standing, reason, act)


async def _overrule(
    db: AsyncSession, bench: Bench, held: Held, standing: Standing, reason: str, act: str
) -> None:
    is_rejected = standing is Standing.REJECTED
    async with counted(db, bench, [held]):
        if is_rejected:
            await take_back(db, bench.maker, bench.session.id, held, at=bench.at)
        await _hold(db, bench, [held])
        await _decide(db, bench, [held], standing, reason, act)
    outcome = TypedNameOutcome.REJECTED if is_rejected else TypedNameOutcome.MATCHED
    await _settle_names(db, bench, [held], outcome, reason)


async def _vouch_for(db: AsyncSession, bench: Bench, meant: Iterable[Held]) -> None:
    vouched = [each for each in meant if is_vouched_for(each)]
    clear = unambiguous((each.device_id, each.member_id) for each in vouched)
    chosen: dict[tuple[UUID, UUID], Vouched] = {}
    for each in vouched:
        pair = (each.device_id, each.member_id)
        binds = may_bind(each) and pair in clear
        before = chosen.get(pair)
        chosen[pair] = Vouched(
            *pair,
            min(each.first_arrived_at, before.used_at) if before else each.first_arrived_at,
            binds=binds or (before is not None and before.binds),
        )
    await vouch(db, bench.maker, bench.session.id, list(chosen.values()), at=bench.at)


async def _hold(db: AsyncSession, bench: Bench, chosen: Collection[Held]) -> None:
    ids = [each.id for each in chosen]
    now = await store.held(db, bench.session.id, ids, bench.visible, to_change=True)
    if any(now.get(each.id) != each for each in chosen):
        raise Overtaken


async def _decide(
    db: AsyncSession,
    bench: Bench,
    chosen: Collection[Held],
    standing: Standing,
    reason: str | None,
    act: str,
) -> None:
    if not chosen:
        return
    ids = [each.id for each in chosen]
    await store.decide(db, bench.maker, bench.session.id, ids, standing, reason, at=bench.at)
    await events.append_all(db, [_told(bench, each, standing, reason, act) for each in chosen])


def _told(bench: Bench, held: Held, standing: Standing, reason: str | None, act: str) -> Happening:
    before = {"standing": held.standing.value, "reason": held.decision_reason}
    after = {"standing": standing.value, "reason": reason}
    return Happening(
        bench.maker.actor,
        act,
        held.id,
        bench.at,
        bench.session.id,
        {"evidence": held.evidence.value},
        events.changed(before, after),
    )


async def _settle_names(
    db: AsyncSession,
    bench: Bench,
    chosen: Collection[Held],
    outcome: TypedNameOutcome,
    reason: str | None,
) -> None:
    ids = [each.id for each in chosen]
    settled = await store.settle_names_of(
        db, bench.maker, bench.session.id, ids, outcome, reason, at=bench.at
    )
    await events.append_all(
        db,
        [
            Happening(
                bench.maker.actor,
                events.NAME_SETTLED,
                each,
                bench.at,
                bench.session.id,
                {"outcome": outcome.value},
            )
            for each in settled
        ],
    )
