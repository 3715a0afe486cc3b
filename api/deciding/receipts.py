"""Judging a receipt: the seal says whether it is ours, the database what became of it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.access.scope import visible_units
from api.attendance import store as attendance
from api.attendance.actions import note_reading
from api.checkin.receipts import is_genuine
from api.checkin.schemas import Receipt
from api.deciding import name_store, receipt_store, store
from api.deciding.naming import view_of
from api.deciding.receipt_schemas import JudgedReceipt, ShownReceipt
from api.kit import errors
from api.kit.errors import Problem
from api.sessions.guards import visible_session


async def judge(
    db: AsyncSession, principal: Principal, master: bytes, shown: ShownReceipt, *, at: datetime
) -> JudgedReceipt:
    """Judge a receipt by its seal, and only then look up its check-in.

    So whoever invents one learns nothing of what is on record.

    Raises: Problem `not_found` where the check-in is of none of one's units.
    """
    if not is_genuine(master, _as_written(shown)):
        return JudgedReceipt(is_genuine=False)
    check_in = await receipt_store.behind(db, shown.id)
    if check_in is None:
        return JudgedReceipt(is_genuine=True)
    session_id = check_in.session_id
    await visible_session(db, principal, session_id)
    judged = JudgedReceipt(is_genuine=True, is_known=True)
    visible = visible_units(principal, Act.DECIDE_ATTENDANCE)
    mine = name_store.deciders(visible)
    typed = await receipt_store.typed_with(db, check_in, shown.name, mine)
    if typed is not None:
        judged.typed_name = view_of(await name_store.row(db, session_id, typed.id, visible))
    # What was typed may have been settled for a member since.
    led_to = check_in.attendance_id or (typed.attendance_id if typed is not None else None)
    if led_to is not None and await store.held(db, session_id, [led_to], visible):
        found = judged.attendance = await attendance.view(db, session_id, led_to)
        judged.mark = await receipt_store.mark_of(db, session_id, found.member_id)
    if judged.attendance is None and judged.typed_name is None and not shown.is_rehearsal:
        raise Problem(errors.NOT_FOUND)
    named = judged.attendance or judged.typed_name
    await note_reading(
        db,
        principal,
        operation="judgeReceipt",
        session_id=session_id,
        unit_id=named.unit_id if named else None,
        count=1 if named else 0,
        at=at,
    )
    return judged


def _as_written(shown: ShownReceipt) -> Receipt:
    """Give a receipt back the fields that its seal does not cover; no judgement is by them."""
    return Receipt(**shown.model_dump(), already_recorded=False, late_seconds=None, message="")
