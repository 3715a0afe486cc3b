"""SQL of what persons ticked and confirmed, and of who countersigns it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    case,
    func,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.makers import Maker
from api.access.scope import within
from api.attendance.persons import Basis, of_subtree, persons
from api.attendance.recorded import kept
from api.rolls.rules import ByHand
from api.tables.attendance import Attendance, Mark
from api.tables.units import Unit
from api.words import MarkKind, Standing

_IS_TICK: ColumnElement[bool] = Mark.kind == MarkKind.PRESENT
IS_CONFIRMED: ColumnElement[bool] = Attendance.decided_at.is_not(None) & (
    Attendance.standing == Standing.PRESENT
)


def _by_hand(
    session_id: UUID, among: Select[UUID] | None, *, is_open: bool
) -> CompoundSelect[UUID]:
    """List the members whom persons ticked or confirmed, or those whom nobody countersigned."""
    ticked = select(Mark.member_id).where(Mark.session_id == session_id, _IS_TICK)
    confirmed = select(Attendance.member_id).where(
        Attendance.session_id == session_id, IS_CONFIRMED
    )
    if among is not None:
        ticked = ticked.where(Mark.member_id.in_(among))
        confirmed = confirmed.where(Attendance.member_id.in_(among))
    if is_open:
        ticked = ticked.where(Mark.countersigned_at.is_(None))
        confirmed = confirmed.where(Attendance.countersigned_at.is_(None))
    return union_all(ticked, confirmed)


async def by_hand(db: AsyncSession, known: Basis, path: str) -> dict[UUID, ByHand]:
    """Count, by unit of a subtree, the members whom persons ticked or confirmed, each once."""
    among = of_subtree(known, path)
    each = persons(known, among)
    # Worked out once: as a list in the condition it is looked up for each member anew.
    written = kept(_by_hand(known.session.id, among, is_open=False), "by_hand")
    still_open = kept(_by_hand(known.session.id, among, is_open=True), "open_by_hand")
    waits = each.c.member_id.in_(select(still_open.c.member_id))
    query = (
        select(each.c.unit_id, func.count(), func.sum(case((waits, 1), else_=0)))
        .join(Unit, Unit.id == each.c.unit_id)
        .where(within([path]), each.c.member_id.in_(select(written.c.member_id)))
        .group_by(each.c.unit_id)
    )
    return {unit_id: ByHand(*numbers) for unit_id, *numbers in await db.execute(query)}


async def countersign(
    db: AsyncSession, known: Basis, path: str, maker: Maker, *, at: datetime
) -> Mapping[UUID, set[UUID]]:
    """Countersign what others wrote of the members of a subtree; give those members by unit.

    What somebody wrote himself, and what was written of himself, stays open.
    """
    counted: dict[UUID, set[UUID]] = {}
    each = persons(known, of_subtree(known, path))
    among = select(each.c.member_id).join(Unit, Unit.id == each.c.unit_id).where(within([path]))
    for table, condition, written_by, written_by_member in (
        (Mark, _IS_TICK, Mark.marked_by, Mark.marked_by_member_id),
        (Attendance, IS_CONFIRMED, Attendance.decided_by, Attendance.decided_by_member_id),
    ):
        others = [written_by != maker.account_id]
        if maker.member_id is not None:
            others += [
                or_(written_by_member.is_(None), written_by_member != maker.member_id),
                table.member_id != maker.member_id,
            ]
        change = (
            update(table)
            .where(
                table.session_id == known.session.id,
                condition,
                table.countersigned_at.is_(None),
                table.member_id.in_(among),
                *others,
            )
            .values(countersigned_at=at, countersigned_by=maker.account_id)
            .returning(table.member_id, table.unit_id)
            .execution_options(synchronize_session=False)
        )
        for member_id, unit_id in await db.execute(change):
            counted.setdefault(unit_id, set()).add(member_id)
    return counted
