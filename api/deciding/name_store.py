"""All SQL of typed names: what waits, what became of it, and whom a name may mean."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, and_, case, false, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.makers import Maker
from api.access.scope import within
from api.db import found_by
from api.deciding.rules import Known
from api.kit.text import fold
from api.members.rules import COUNTED
from api.members.store import counted_at
from api.tables.access import Account
from api.tables.attendance import Attendance, TypedName
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import Standing, TypedNameOutcome

_MOST_KNOWN = 200
_FEWEST_WORDS_WITH_A_TYPO = 3

_typed_unit = aliased(Unit)
_host = aliased(Unit)


def deciders(visible: ColumnElement[bool]) -> ColumnElement[bool]:
    """Make the condition on a typed name that one may settle it, from the one on units.

    It is of the unit that was chosen; where none was found, of who hosts the point.
    """
    units = select(Unit.id).where(visible)
    hosts = select(BridgePoint.id).where(BridgePoint.host_unit_id.in_(units))
    return or_(
        TypedName.unit_id.in_(units),
        TypedName.unit_id.is_(None) & TypedName.bridge_point_id.in_(hosts),
    )


def _waits() -> ColumnElement[bool]:
    still_pending = or_(TypedName.attendance_id.is_(None), Attendance.standing == Standing.PENDING)
    return TypedName.outcome.is_(None) & still_pending


def _rows(visible: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    # Whom somebody else found behind a name may be of a unit that is none of the reader's.
    is_mine = Attendance.unit_id.in_(select(Unit.id).where(visible))
    query = select(
        *(column for column in TypedName.__table__.columns if column.key != "suggested_member_id"),
        _typed_unit.name.label("unit_name"),
        BridgePoint.name.label("point_name"),
        case((is_mine, Attendance.member_id)).label("member_id"),
        Attendance.standing,
        Attendance.decided_at,
        case((is_mine, Member.full_name)).label("member_name"),
        Account.display_name.label("settled_by_name"),
    )
    here = (Attendance.session_id == TypedName.session_id, Attendance.id == TypedName.attendance_id)
    return (
        query.select_from(TypedName)
        .join(BridgePoint, BridgePoint.id == TypedName.bridge_point_id)
        .outerjoin(_typed_unit, _typed_unit.id == TypedName.unit_id)
        .outerjoin(Attendance, and_(*here))
        .outerjoin(Member, Member.id == Attendance.member_id)
        .outerjoin(Account, Account.id == TypedName.settled_by)
    )


async def page(
    db: AsyncSession,
    session_id: UUID,
    visible: ColumnElement[bool],
    *,
    unit_id: UUID | None,
    is_settled: bool,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[RowMapping]:
    """List the names of a session that one may settle, as they came; one more than `limit`."""
    query = _rows(visible).where(TypedName.session_id == session_id, deciders(visible))
    query = query.where(~_waits() if is_settled else _waits())
    if unit_id is not None:
        query = query.where(TypedName.unit_id == unit_id)
    if after is not None:
        query = query.where(TypedName.id > after[0])
    rows = await db.execute(query.order_by(TypedName.id).limit(limit + 1))
    return rows.mappings().all()


async def row(
    db: AsyncSession, session_id: UUID, name_id: UUID, visible: ColumnElement[bool]
) -> RowMapping:
    """Read one typed name as it is listed."""
    query = _rows(visible).where(TypedName.session_id == session_id, TypedName.id == name_id)
    return (await db.execute(query)).mappings().one()


async def find(
    db: AsyncSession, session_id: UUID, name_id: UUID, mine: ColumnElement[bool]
) -> TypedName | None:
    """Find a typed name that one may settle, as it is now."""
    query = select(TypedName).where(
        TypedName.session_id == session_id, TypedName.id == name_id, mine
    )
    found = await db.execute(query.execution_options(populate_existing=True))
    return found.scalar_one_or_none()


async def settle(
    db: AsyncSession,
    maker: Maker,
    typed: TypedName,
    outcome: TypedNameOutcome,
    *,
    attendance_id: UUID | None,
    reason: str | None,
    at: datetime,
) -> None:
    """Write what became of a typed name."""
    await db.execute(
        update(TypedName)
        .where(TypedName.session_id == typed.session_id, TypedName.id == typed.id)
        .values(
            outcome=outcome,
            attendance_id=attendance_id,
            settled_at=at,
            settled_by=maker.account_id,
            settled_reason=reason,
        )
        .execution_options(synchronize_session=False)
    )


async def organiser_path(db: AsyncSession, session_id: UUID) -> str:
    """Tell the path of the unit that organises a session; its members are those below it."""
    query = (
        select(Unit.path)
        .join(Conference, Conference.organiser_id == Unit.id)
        .join(Session, Session.conference_id == Conference.id)
        .where(Session.id == session_id)
    )
    return (await db.execute(query)).scalar_one()


def _known(reach: ColumnElement[bool], on: date) -> Select[UUID, UUID, str, str, str | None]:
    counting = counted_at(on)
    return (
        select(Member.id, counting, Unit.name, Member.full_name, Member.card_number)
        .join(Unit, Unit.id == counting)
        .where(reach, Member.status.in_(sorted(COUNTED)))
    )


async def known(
    db: AsyncSession, member_id: UUID, reach: ColumnElement[bool], *, on: date
) -> Known | None:
    """Find a member of the units that one may decide for, where he is counted on a day."""
    row = (await db.execute(_known(reach, on).where(Member.id == member_id))).one_or_none()
    return Known(*row) if row else None


async def of_units(
    db: AsyncSession, unit_ids: Collection[UUID], reach: ColumnElement[bool], *, on: date
) -> dict[UUID, list[Known]]:
    """List the members whom some units count on a day, by unit."""
    wanted = sorted(unit_ids)
    found: dict[UUID, list[Known]] = {each: [] for each in wanted}
    if wanted:
        either = or_(Member.unit_id.in_(wanted), Member.temporary_unit_id.in_(wanted))
        query = _known(reach, on).where(either, Unit.id.in_(wanted)).order_by(Member.id)
        for row in await db.execute(query):
            each = Known(*row)
            found[each.unit_id].append(each)
    return found


async def resembling(
    db: AsyncSession, name: str, reach: ColumnElement[bool], *, on: date
) -> list[Known]:
    """List the members anywhere in reach who bear all words of a name, or all but one.

    All but one only where at least two remain: "Điểu" alone would be half a commune.
    """
    words = fold(name).split()[:8]
    ways = [found_by(Member.search_key, " ".join(words))] if words else [false()]
    if len(words) >= _FEWEST_WORDS_WITH_A_TYPO:
        ways += [
            found_by(Member.search_key, " ".join(words[:place] + words[place + 1 :]))
            for place in range(len(words))
        ]
    query = _known(reach, on).where(or_(*ways)).order_by(Member.id).limit(_MOST_KNOWN)
    return [Known(*row) for row in await db.execute(query)]


def below(reach: ColumnElement[bool], path: str) -> ColumnElement[bool]:
    """Narrow a condition on units to those below an organiser."""
    return reach & within([path])
