"""All SQL of marks: what is known of some persons, what was written, and what is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Select, delete, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.attendance.persons import Basis, is_silently_excused, persons
from api.db import insert_into
from api.marks.rules import Person, Row
from api.members.rules import COUNTED
from api.members.store import counted_at
from api.tables.attendance import Attendance, Mark
from api.tables.members import Member
from api.tables.rosters import RosterRow
from api.tables.sessions import Session, SessionPoint
from api.tables.units import Unit
from api.words import Standing

_WRITTEN = (
    "unit_id", "kind", "evidence", "reason", "note", "departed_at", "bridge_point_id",
    "paper_sheet_id", "marked_at", "marked_by", "marked_by_member_id",
    "countersigned_at", "countersigned_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the persons of a request."""

    persons: Mapping[UUID, Person]
    marks: Mapping[UUID, Mark]
    standings: Mapping[UUID, Collection[Standing]]


async def rows(
    db: AsyncSession, conference_id: UUID, unit_path: str, wanted: Collection[Row]
) -> dict[Row, tuple[UUID, str]]:
    """Find the members behind rows of a unit and those below it, with the paths of their units."""
    if not wanted:
        return {}
    pairs = [(row.unit_id, row.number) for row in wanted]
    query = (
        select(RosterRow.unit_id, RosterRow.number, RosterRow.member_id, Unit.path)
        .join(Unit, Unit.id == RosterRow.unit_id)
        .where(
            RosterRow.conference_id == conference_id,
            tuple_(RosterRow.unit_id, RosterRow.number).in_(pairs),
            within([unit_path]),
        )
    )
    return {
        Row(unit_id, number): (member_id, path)
        for unit_id, number, member_id, path in await db.execute(query)
    }


async def know(
    db: AsyncSession, session: Session, member_ids: Collection[UUID], *, on: date
) -> Known:
    """Hold some members until the transaction ends, and read all that marking them needs.

    The unit that an attendance was recorded for goes on counting the member in this session, as
    does one that marked him since the opening, whoever gets him afterwards. Two who mark the same
    person wait for each other, and so does a transfer; a check-in does not.
    """
    holding = (
        select(Member.id, Member.full_name, Member.status, counted_at(on))
        .where(Member.id.in_(member_ids))
        .order_by(Member.id)
        .with_for_update(key_share=True, of=Member)
    )
    found = (await db.execute(holding)).all()
    marking = select(Mark).where(Mark.session_id == session.id, Mark.member_id.in_(member_ids))
    marks = {each.member_id: each for each in (await db.execute(marking)).scalars()}
    recorded = {
        member_id: mark.unit_id
        for member_id, mark in marks.items()
        if session.opened_at is not None and mark.marked_at >= session.opened_at
    }
    standings: dict[UUID, list[Standing]] = {}
    seeing = (
        select(Attendance.member_id, Attendance.unit_id, Attendance.standing)
        .where(Attendance.session_id == session.id, Attendance.member_id.in_(member_ids))
        .order_by(Attendance.id.desc())
    )
    for member_id, unit_id, standing in await db.execute(seeing):
        recorded[member_id] = unit_id
        standings.setdefault(member_id, []).append(standing)
    counting = {
        member_id: recorded.get(member_id, unit_id if status in COUNTED else None)
        for member_id, _, status, unit_id in found
    }
    pathing = select(Unit.id, Unit.path).where(Unit.id.in_({*counting.values()} - {None}))
    paths: dict[UUID | None, str] = {each.id: each.path for each in await db.execute(pathing)}
    persons = {
        member_id: Person(member_id, name, counting[member_id], paths.get(counting[member_id]))
        for member_id, name, _, _ in found
    }
    return Known(persons, marks, standings)


async def places(
    db: AsyncSession, known: Basis, member_ids: Collection[UUID]
) -> dict[UUID, UUID | None]:
    """Tell at which point each of some members is expected in a session."""
    each = persons(known, select(Member.id).where(Member.id.in_(member_ids)))
    query = select(each.c.member_id, each.c.expected_point_id)
    return {member_id: point_id for member_id, point_id in await db.execute(query)}  # noqa: C416


async def numbers(
    db: AsyncSession, conference_id: UUID, member_ids: Collection[UUID]
) -> dict[tuple[UUID, UUID], int]:
    """Tell the row numbers of some members by unit and member."""
    query = select(RosterRow.unit_id, RosterRow.member_id, RosterRow.number).where(
        RosterRow.conference_id == conference_id, RosterRow.member_id.in_(member_ids)
    )
    return {(unit_id, member_id): number for unit_id, member_id, number in await db.execute(query)}


async def write(db: AsyncSession, marks: Sequence[Mapping[str, Any]]) -> None:
    """Write marks; one of before is replaced, and nobody has countersigned the new one."""
    if marks:
        statement = insert_into(db, Mark)
        replaced = {name: statement.excluded[name] for name in _WRITTEN}
        await db.execute(
            statement.on_conflict_do_update(
                index_elements=["session_id", "member_id"], set_=replaced
            ),
            [dict(mark) for mark in marks],
        )


async def find(
    db: AsyncSession, session_id: UUID, member_id: UUID, visible: ColumnElement[bool]
) -> tuple[Mark, str] | None:
    """Find a mark and the path of its unit, and hold it until the transaction ends."""
    query = (
        select(Mark, Unit.path)
        .join(Unit, Unit.id == Mark.unit_id)
        .where(Mark.session_id == session_id, Mark.member_id == member_id, visible)
        .with_for_update(of=Mark)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def remove(db: AsyncSession, mark: Mark) -> None:
    """Forget a mark."""
    await db.execute(
        delete(Mark).where(Mark.session_id == mark.session_id, Mark.member_id == mark.member_id)
    )


async def is_reached(db: AsyncSession, session_id: UUID, point_id: UUID) -> bool:
    """Tell whether a session reaches a point."""
    return await db.get(SessionPoint, (session_id, point_id)) is not None


async def missing(
    db: AsyncSession,
    known: Basis,
    point_id: UUID,
    among: ColumnElement[bool],
    *,
    maker_member_id: UUID | None,
) -> list[UUID]:
    """List everybody expected at a point of whom nothing is known.

    Known is who has a mark, or attendance that nobody rejected, and who is excused without one
    (of reduced duty). `among` is a condition on the unit that counts a member; the maker himself is
    left out.
    """
    each = persons(known)
    query = _missing(known, each, point_id).join(Unit, Unit.id == each.c.unit_id).where(among)
    if maker_member_id is not None:
        query = query.where(each.c.member_id != maker_member_id)
    return [member_id for member_id, _ in await db.execute(query)]


async def mark_missing(
    db: AsyncSession,
    known: Basis,
    point_id: UUID,
    member_ids: Sequence[UUID],
    values: Mapping[str, Any],
) -> list[tuple[UUID, UUID]]:
    """Write the same of those who are still missing at a point; names whom, where."""
    fixed = {"session_id": known.session.id, "bridge_point_id": point_id, **values}
    types = Mark.__table__.c
    each = persons(known, select(Member.id).where(Member.id.in_(member_ids)))
    query = _missing(known, each, point_id).add_columns(
        *(literal(value, types[name].type) for name, value in fixed.items())
    )
    writing = (
        insert_into(db, Mark)
        .from_select(["member_id", "unit_id", *fixed], query)
        .on_conflict_do_nothing(index_elements=["session_id", "member_id"])
        .returning(Mark.member_id, Mark.unit_id)
    )
    return [(member_id, unit_id) for member_id, unit_id in await db.execute(writing)]


def _missing(known: Basis, each: CTE, point_id: UUID) -> Select[UUID, UUID]:
    session_id = known.session.id
    marked = select(Mark.member_id).where(Mark.session_id == session_id)
    seen = select(Attendance.member_id).where(
        Attendance.session_id == session_id, Attendance.standing != Standing.REJECTED
    )
    return select(each.c.member_id, each.c.unit_id).where(
        each.c.is_expected == 1,
        ~is_silently_excused(each),
        each.c.expected_point_id == point_id,
        each.c.member_id.not_in(marked),
        each.c.member_id.not_in(seen),
    )
