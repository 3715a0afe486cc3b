"""SQL of what persons ticked and confirmed, and of who countersigns it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, case, func, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.makers import Maker
from api.access.scope import within
from api.attendance.persons import Basis, persons
from api.rolls.rules import ByHand
from api.tables.attendance import Attendance, Mark
from api.tables.units import Unit
from api.words import MarkKind, Standing

_IS_TICK: ColumnElement[bool] = Mark.kind == MarkKind.PRESENT
_IS_CONFIRMED: ColumnElement[bool] = Attendance.decided_at.is_not(None) & (
    Attendance.standing == Standing.PRESENT
)


def _written_by_hand(session_id: UUID) -> Subquery:
    """Make the table of what persons wrote or confirmed; `waits` is 1 for what is open.

    A member who was ticked and confirmed has two rows.
    """
    rows = [
        select(
            table.member_id, case((table.countersigned_at.is_(None), 1), else_=0).label("waits")
        ).where(table.session_id == session_id, condition)
        for table, condition in ((Mark, _IS_TICK), (Attendance, _IS_CONFIRMED))
    ]
    return union_all(*rows).subquery()


async def by_hand(db: AsyncSession, known: Basis, path: str) -> dict[UUID, ByHand]:
    """Count, by unit of a subtree, the members whom persons ticked or confirmed, each once."""
    rows = _written_by_hand(known.session.id)
    member = (
        select(rows.c.member_id, func.max(rows.c.waits).label("waits"))
        .group_by(rows.c.member_id)
        .subquery()
    )
    each = persons(known)
    query = (
        select(each.c.unit_id, func.count(), func.sum(member.c.waits))
        .join(member, member.c.member_id == each.c.member_id)
        .join(Unit, Unit.id == each.c.unit_id)
        .where(within([path]))
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
    each = persons(known)
    among = select(each.c.member_id).join(Unit, Unit.id == each.c.unit_id).where(within([path]))
    for table, condition, written_by, written_by_member in (
        (Mark, _IS_TICK, Mark.marked_by, Mark.marked_by_member_id),
        (Attendance, _IS_CONFIRMED, Attendance.decided_by, Attendance.decided_by_member_id),
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
