"""SQL of erasing a member: everything that tells who he is, wherever it stands."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, case, cast, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.kit.text import fold
from api.privacy.purge_store import strip
from api.privacy.rules import ERASED_NAME, ERASED_TEXT, NAMES, TEXTS, unnamed
from api.tables.access import Device
from api.tables.allocation import Summons
from api.tables.attendance import Attendance, Mark, TypedName
from api.tables.checkin import CheckIn
from api.tables.conferences import Exclusion
from api.tables.duties import Duty
from api.tables.events import Event
from api.tables.idempotency import KeptAnswer
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.phones import EnrolmentSlip
from api.tables.records import DataRequest
from api.words import AbsenceReason, DataRequestState, MemberStatus

_BLIND: dict[str, Any] = {"synchronize_session": False}
_CHANGES = (events.MEMBER_CHANGED, events.MEMBER_TRANSFERRED)


def _left_long_ago(before: datetime) -> ColumnElement[bool]:
    changed = exists().where(
        Event.subject_id == Member.id, Event.act.in_(_CHANGES), Event.at >= before
    )
    return (
        (Member.status == MemberStatus.LEFT)
        & Member.erased_at.is_(None)
        & (Member.created_at < before)
        & ~changed
    )


async def count_left(db: AsyncSession, before: datetime) -> int:
    """Count who has left, and of whom nothing changed since an instant."""
    query = select(func.count()).select_from(Member).where(_left_long_ago(before))
    return (await db.execute(query)).scalar_one()


async def left(db: AsyncSession, before: datetime, *, most: int) -> Sequence[Member]:
    """List some of those who have left, and of whom nothing changed since an instant."""
    query = select(Member).where(_left_long_ago(before)).limit(most)
    return (await db.execute(query.with_for_update(key_share=True))).scalars().all()


async def forget_phones(db: AsyncSession, member_id: UUID) -> None:
    """Delete a member's phones and slips."""
    await db.execute(delete(Device).where(Device.member_id == member_id), execution_options=_BLIND)
    slips = delete(EnrolmentSlip).where(EnrolmentSlip.member_id == member_id)
    await db.execute(slips, execution_options=_BLIND)


async def forget_words(db: AsyncSession, member_id: UUID) -> None:
    """Empty what was written of a member, and take the phone's id from his attendance.

    What the figures are made of stays: standing, evidence, reason codes.
    """
    changes = (
        update(Mark)
        .where(Mark.member_id == member_id)
        .values(note=case((Mark.reason == AbsenceReason.KH, ERASED_TEXT), else_=None)),
        update(MakeUp).where(MakeUp.member_id == member_id).values(note=None),
        update(Duty).where(Duty.member_id == member_id).values(note=None),
        update(Attendance)
        .where(Attendance.member_id == member_id)
        .values(device_id=Attendance.id, decision_reason=None),
        update(Exclusion)
        .where(Exclusion.member_id == member_id)
        .values(full_name=ERASED_NAME, unit_name=None, card_number=None),
    )
    for change in changes:
        await db.execute(change, execution_options=_BLIND)


async def forget_lines(db: AsyncSession, card_number: str) -> None:
    """Empty the lines of exclusion lists that bear a member's card and were settled on nobody."""
    lines = update(Exclusion).where(
        Exclusion.member_id.is_(None), Exclusion.card_number == card_number
    )
    emptied = lines.values(full_name=ERASED_NAME, unit_name=None, card_number=None)
    await db.execute(emptied, execution_options=_BLIND)


async def forget_arrivals(db: AsyncSession, member_id: UUID) -> list[UUID]:
    """Delete a member's check-ins with their receipts; give the ids of his attendance."""
    query = select(Attendance.id).where(Attendance.member_id == member_id)
    found = list((await db.execute(query)).scalars())
    arrivals = delete(CheckIn).where(CheckIn.attendance_id.in_(found))
    await db.execute(arrivals, execution_options=_BLIND)
    return found


async def forget_typed(
    db: AsyncSession,
    member: Member,
    unit_ids: Collection[UUID],
    attendance_ids: Collection[UUID],
) -> None:
    """Empty the names that were typed for a member: settled on him, suggested, or the same name."""
    query = select(TypedName).where(
        or_(
            TypedName.suggested_member_id == member.id,
            TypedName.attendance_id.in_(sorted(attendance_ids)),
            TypedName.unit_id.in_(sorted(unit_ids)),
        )
    )
    for typed in (await db.execute(query)).scalars():
        is_his = typed.suggested_member_id == member.id or typed.attendance_id in attendance_ids
        if is_his or fold(typed.name) == member.search_key:
            typed.name, typed.last4, typed.settled_reason = ERASED_TEXT, None, None
            typed.suggested_member_id, typed.device_id = None, typed.id
    await db.flush()


async def close_requests(
    db: AsyncSession, member_id: UUID, *, by: UUID | None, at: datetime
) -> None:
    """Empty what a member asked and was answered; what waited is done."""
    query = select(DataRequest).where(DataRequest.member_id == member_id)
    for request in (await db.execute(query)).scalars():
        request.text, request.device_id = ERASED_TEXT, request.id
        request.answer = ERASED_TEXT if request.answer is not None else None
        if request.closed_at is None:
            request.state, request.answer = DataRequestState.DONE, ERASED_TEXT
            request.answered_at = request.answered_at or at
            request.answered_by = request.answered_by or by
            request.closed_at = at
    await db.flush()


async def forget_in_papers(db: AsyncSession, member_id: UUID) -> None:
    """Take a member's name out of summonses as they were published, and out of kept answers."""
    named = str(member_id)
    query = select(Summons).where(cast(Summons.content, String).contains(named))
    for summons in (await db.execute(query)).scalars():
        summons.content = unnamed(summons.content, named)
    await db.flush()
    answers = delete(KeptAnswer).where(KeptAnswer.body.contains(named))
    await db.execute(answers, execution_options=_BLIND)


async def forget_in_trail(db: AsyncSession, subject_ids: Collection[UUID]) -> None:
    """Take names and words out of what the audit trail tells of a member."""
    query = select(Event).where(Event.subject_id.in_(sorted(subject_ids)))
    await strip(db, (await db.execute(query)).scalars().all(), NAMES | TEXTS)


async def sheets_with(db: AsyncSession, member_id: UUID) -> list[UUID]:
    """List the photographed pages from which a member's marks were copied: his name is on them."""
    query = select(Mark.paper_sheet_id).where(
        Mark.member_id == member_id, Mark.paper_sheet_id.is_not(None)
    )
    return sorted({each for each in (await db.execute(query)).scalars() if each is not None})
