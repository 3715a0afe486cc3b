"""All SQL of tallies: what is counted and kept, what changed since, and by what it was counted."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    Integer,
    String,
    Text,
    Uuid,
    case,
    cast,
    delete,
    insert,
    literal,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from api import plan_changes
from api.attendance.rules import Count
from api.attendance.sums import CountedBy, Place, Seen, Sums, added, read, written
from api.db import insert_into
from api.driver.inserting import New, insert_all
from api.driver.line import hold_numbers
from api.kit.dates import day_of
from api.kit.ids import new_id
from api.tables.attendance import Tallied, Tally, TallyChange

_BLIND: dict[str, Any] = {"synchronize_session": False}
_NUMBERS = (Tally.expected, Tally.present, Tally.pending, Tally.excused, Tally.unexcused)
_NEVER, _UNEVEN = -1, -2
_63_BITS = (1 << 63) - 1

Person = tuple[UUID, UUID]
"""Session and member."""


@dataclass(slots=True)
class Kept:
    """The sums of a session as they are kept, with all that changed since.

    `by` is None where nobody has counted it yet; `is_even` where all of it was counted by the same;
    `plan` is the number of plan changes now.
    """

    by: CountedBy | None = None
    plan: int = 0
    is_even: bool = True
    changes: int = 0
    sums: dict[Place, Count] = field(default_factory=dict)


def _kept(session_id: UUID, point_id: UUID | None) -> CompoundSelect[*tuple[Any, ...]]:
    # One statement: between two, what changed could be folded into what was counted.
    nobody, nothing = literal(None, Uuid()), literal(0, Integer())
    no_day, no_text = literal(None, String()), literal(None, Text())
    tallies = select(
        literal(2), Tally.bridge_point_id, Tally.unit_id, *_NUMBERS, no_day, no_text
    ).where(Tally.session_id == session_id)
    if point_id is not None:
        tallies = tallies.where(Tally.bridge_point_id == point_id)
    return union_all(
        select(
            literal(0),
            nobody,
            nobody,
            Tallied.plan,
            case((Tallied.is_locked, 1), else_=0),
            plan_changes.NUMBER,
            nothing,
            nothing,
            cast(Tallied.day, String),
            no_text,
        ).where(Tallied.session_id == session_id),
        select(
            literal(1),
            nobody,
            nobody,
            TallyChange.plan,
            case((TallyChange.is_locked, 1), else_=0),
            nothing,
            nothing,
            nothing,
            cast(TallyChange.day, String),
            cast(TallyChange.changes, Text),
        ).where(TallyChange.session_id == session_id),
        tallies,
    )


async def kept(db: AsyncSession, session_id: UUID, point_id: UUID | None = None) -> Kept:
    """Read the sums of a session, or only those of one of its points."""
    found, labels, several = Kept(), set[CountedBy](), list[Sums]()
    for kind, point, unit, *numbers, day, text in await db.execute(_kept(session_id, point_id)):
        if kind == 0:
            if numbers[0] != _NEVER:
                found.by = CountedBy(numbers[0], date.fromisoformat(day), bool(numbers[1]))
            found.plan = numbers[2]
        elif kind == 1:
            labels.add(CountedBy(numbers[0], date.fromisoformat(day), bool(numbers[1])))
            found.changes += 1
            more = read(json.loads(text))
            if point_id is not None:
                more = {place: count for place, count in more.items() if place[0] == point_id}
            several.append(more)
        else:
            several.append({(point, unit): Count(*numbers)})
    found.sums = added(*several)
    found.is_even = labels <= {found.by}
    return found


async def hold(db: AsyncSession, persons: Collection[Person]) -> None:
    """Hold some persons until the transaction ends: nobody else writes of them meanwhile."""
    await hold_numbers(
        db, {(session_id.int ^ member.int) & _63_BITS for session_id, member in persons}
    )


async def add(
    db: AsyncSession, session_id: UUID, by: CountedBy, changes: Sums, *, at: datetime
) -> None:
    """Note what this transaction changes in the sums of a session."""
    await insert_all(db, [as_rows([(session_id, by, changes)], at=at)])


def as_rows(noted: Iterable[tuple[UUID, CountedBy, Sums]], *, at: datetime) -> New:
    """Make the rows of changes, for whoever inserts them together with what makes them."""
    columns = ("session_id", "id", "plan", "day", "is_locked", "changes")
    rows = [
        (session_id, new_id(at), by.plan, by.day, by.is_locked, written(changes))
        for session_id, by, changes in noted
        if changes
    ]
    return New(TallyChange, columns, rows)


@dataclass(slots=True)
class Facts:
    """What a person is counted by in a session: what is recorded of him, by its id.

    He is plain unless he was marked or is of reduced duty: then more changes than where he is.
    """

    is_plain: bool = True
    seen: dict[UUID, Seen] = field(default_factory=dict)


async def begin(db: AsyncSession, session_id: UUID, *, at: datetime) -> None:
    """Make the row of a session that nobody has counted, so that whoever counts can hold it."""
    row = {"plan": _NEVER, "day": day_of(at), "is_locked": False, "counted_at": at}
    new = insert_into(db, Tallied).values(session_id=session_id, **row)
    await db.execute(new.on_conflict_do_nothing(index_elements=["session_id"]))


async def take(db: AsyncSession, session_id: UUID) -> bool:
    """Hold a session's tallies until the transaction ends: one at a time counts or folds them."""
    query = select(Tallied.session_id).where(Tallied.session_id == session_id)
    return (await db.execute(query.with_for_update())).first() is not None


async def replace_all(
    db: AsyncSession, session_id: UUID, by: CountedBy, sums: Sums, *, at: datetime
) -> None:
    """Keep sums that were just counted instead of those before, and of the changes that it saw."""
    for table in (TallyChange, Tally):
        old = delete(table).where(table.session_id == session_id)
        await db.execute(old, execution_options=_BLIND)
    rows = _rows(session_id, sums)
    if rows:
        await db.execute(insert(Tally), rows)
    now = {"plan": by.plan, "day": by.day, "is_locked": by.is_locked, "counted_at": at}
    done = update(Tallied).where(Tallied.session_id == session_id).values(**now)
    await db.execute(done, execution_options=_BLIND)


async def fold(db: AsyncSession, session_id: UUID, found: Kept) -> int:
    """Add the changes that were found to the sums; tell how many there were.

    Where they were not all counted by the same, the sums are current no more until the next count.
    """
    query = select(TallyChange.changes).where(TallyChange.session_id == session_id)
    rows = _rows(session_id, added(*(read(each) for each in (await db.execute(query)).scalars())))
    if rows:
        new = insert_into(db, Tally)
        names = [column.key for column in _NUMBERS]
        total = {name: getattr(Tally, name) + new.excluded[name] for name in names}
        key = ["session_id", "bridge_point_id", "unit_id"]
        await db.execute(new.on_conflict_do_update(index_elements=key, set_=total), rows)
    old = delete(TallyChange).where(TallyChange.session_id == session_id)
    await db.execute(old, execution_options=_BLIND)
    by = Tallied.plan if found.is_even else _UNEVEN
    held = update(Tallied).where(Tallied.session_id == session_id).values(plan=by)
    await db.execute(held, execution_options=_BLIND)
    return found.changes


async def changed(db: AsyncSession, *, most: int) -> list[UUID]:
    """List sessions whose sums have changed since they were counted or folded."""
    query = (
        select(TallyChange.session_id)
        .join(Tallied, Tallied.session_id == TallyChange.session_id)
        .where(Tallied.plan != _NEVER)
        .distinct()
        .limit(most)
    )
    return list((await db.execute(query)).scalars())


async def counted(db: AsyncSession) -> list[UUID]:
    """List the sessions that were counted."""
    query = select(Tallied.session_id).where(Tallied.plan != _NEVER).order_by(Tallied.session_id)
    return list((await db.execute(query)).scalars())


def _rows(session_id: UUID, sums: Mapping[Place, Count]) -> list[dict[str, Any]]:
    names = [column.key for column in _NUMBERS]
    return [
        {
            "session_id": session_id,
            "bridge_point_id": point_id,
            "unit_id": unit_id,
            **dict(zip(names, astuple(count), strict=True)),
        }
        for (point_id, unit_id), count in sorted(sums.items(), key=lambda each: each[0])
    ]
