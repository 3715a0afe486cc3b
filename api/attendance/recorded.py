"""What is recorded of everybody in a session: the best of his windows, and what was written."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from api.tables.attendance import Attendance, Mark
from api.words import MarkKind, Standing


def kept(query: Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]], name: str) -> CTE:
    """Make a table that is worked out once, where the databases would do it again for each row."""
    return query.cte(name).prefix_with("MATERIALIZED")


def recorded(session_id: UUID, among: Select[UUID] | None = None) -> CTE:
    """Make the table of everybody of whom something is recorded in a session, one row a person.

    `unit_id` is the unit that counted him on the day, `point_id` is where he was, else where he was
    ticked. `standing` is the best of his windows, by `evidence`; `mark_…` is what a person wrote;
    null where nothing is. `among` lists the members who are meant: then nobody else's rows are
    read.
    """
    seen = _seen(session_id, among)
    its_mark = and_(Mark.member_id == seen.c.member_id, Mark.session_id == session_id)
    was_there = case((seen.c.standing != Standing.REJECTED, seen.c.point_id))
    was_seen = (
        select(Attendance.id)
        .where(Attendance.session_id == session_id, Attendance.member_id == Mark.member_id)
        .exists()
    )
    # Two halves that indexes serve: a join of everybody with `seen` scans it for each person.
    halves = (
        select(
            seen.c.member_id,
            seen.c.unit_id,
            func.coalesce(was_there, Mark.bridge_point_id, seen.c.point_id).label("point_id"),
            seen.c.standing,
            seen.c.evidence,
            Mark.kind.label("mark_kind"),
            Mark.reason.label("mark_reason"),
            Mark.departed_at,
            Mark.evidence.label("mark_evidence"),
            Mark.countersigned_at.label("mark_countersigned_at"),
        )
        .select_from(seen)
        .outerjoin(Mark, its_mark),
        select(
            Mark.member_id,
            Mark.unit_id,
            Mark.bridge_point_id,
            literal(None, Attendance.standing.type),
            literal(None, Attendance.evidence.type),
            Mark.kind,
            Mark.reason,
            Mark.departed_at,
            Mark.evidence,
            Mark.countersigned_at,
        ).where(Mark.session_id == session_id, _meant(Mark.member_id, among), ~was_seen),
    )
    return kept(union_all(*halves), "recorded")


def came(of: CTE) -> ColumnElement[bool]:
    """Make the condition that somebody was there: ticked, or present and not written absent."""
    unwritten = of.c.mark_kind.is_(None) & (of.c.standing == Standing.PRESENT)
    return or_(of.c.mark_kind == MarkKind.PRESENT, unwritten)


def waits(of: CTE) -> ColumnElement[bool]:
    """Make the condition that somebody waits for a person to decide."""
    return of.c.mark_kind.is_(None) & (of.c.standing == Standing.PENDING)


def _meant(
    member_id: InstrumentedAttribute[UUID], among: Select[UUID] | None
) -> ColumnElement[bool]:
    return true() if among is None else member_id.in_(among)


def _seen(session_id: UUID, among: Select[UUID] | None) -> CTE:
    """Keep one row a person of what was recorded: present before pending, then the first."""
    best = case(
        (Attendance.standing == Standing.PRESENT, 0),
        (Attendance.standing == Standing.PENDING, 1),
        else_=2,
    )
    order = (best, Attendance.first_arrived_at, Attendance.id)
    ranked = (
        select(
            Attendance.member_id,
            Attendance.unit_id,
            Attendance.bridge_point_id.label("point_id"),
            Attendance.standing,
            Attendance.evidence,
            func.row_number().over(partition_by=Attendance.member_id, order_by=order).label("rank"),
        )
        .where(Attendance.session_id == session_id, _meant(Attendance.member_id, among))
        .subquery()
    )
    columns = [column for column in ranked.c if column.name != "rank"]
    return kept(select(*columns).where(ranked.c.rank == 1), "seen")
