"""All SQL of own records and requests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from api.members.store import counted_at
from api.records.rules import WAITING
from api.tables.access import Account
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark
from api.tables.bridge_points import BridgePoint
from api.tables.members import Member
from api.tables.records import DataRequest
from api.tables.sessions import Session, Window, WindowException
from api.tables.units import Unit
from api.words import DataRequestState, MemberStatus, WindowKind


@dataclass(frozen=True, slots=True)
class Taken:
    """What is held of a member in one session."""

    session: Session
    windows: Sequence[Window]
    seen: Sequence[tuple[Attendance, WindowKind, str]]
    mark: Mark | None
    allocation: Allocation | None
    is_reduced: bool
    """He is expected there, and of reduced duty."""
    voided: Sequence[tuple[UUID, UUID]]
    """Windows that do not count at a point, with that point."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with the names that go with it."""

    request: DataRequest
    full_name: str
    unit_name: str
    answered_by_name: str | None


async def member(db: AsyncSession, member_id: UUID, *, on: date) -> tuple[Member, Unit]:
    """Load a member who is known to be there, and the unit that counts him."""
    query = select(Member, Unit).join(Unit, Unit.id == counted_at(on)).where(Member.id == member_id)
    found, unit = (await db.execute(query)).one()
    return found, unit


async def sessions_of(db: AsyncSession, member: Member) -> list[Taken]:
    """Load all sessions that hold something of a member, the newest first."""
    member_id, is_reduced = member.id, member.status is MemberStatus.REDUCED
    ids = union(
        select(Attendance.session_id).where(Attendance.member_id == member_id),
        select(Mark.session_id).where(Mark.member_id == member_id),
        select(Allocation.session_id).where(Allocation.member_id == member_id),
    )
    among = select(Session).where(Session.id.in_(ids))
    latest = among.order_by(func.coalesce(Session.starts_at, Session.created_at).desc(), Session.id)
    sessions = (await db.execute(latest)).scalars().all()
    wanted = [each.id for each in sessions]
    windows = select(Window).where(Window.session_id.in_(wanted)).order_by(Window.ordinal)
    seen = (
        select(Attendance, Window.kind, BridgePoint.name)
        .join(Window, Window.id == Attendance.window_id)
        .join(BridgePoint, BridgePoint.id == Attendance.bridge_point_id)
        .where(Attendance.member_id == member_id)
        .order_by(Window.ordinal)
    )
    voided = (
        select(Window.session_id, Window.id, WindowException.bridge_point_id)
        .join(WindowException, WindowException.window_id == Window.id)
        .where(Window.session_id.in_(wanted), WindowException.is_voided)
    )
    marks = {
        each.session_id: each
        for each in (await db.execute(select(Mark).where(Mark.member_id == member_id))).scalars()
    }
    allocations = {
        each.session_id: each
        for each in (
            await db.execute(select(Allocation).where(Allocation.member_id == member_id))
        ).scalars()
    }
    all_windows = (await db.execute(windows)).scalars().all()
    all_seen = [(row[0], row[1], row[2]) for row in await db.execute(seen)]
    all_voided = [(row[0], row[1], row[2]) for row in await db.execute(voided)]
    return [
        Taken(
            session=each,
            windows=[window for window in all_windows if window.session_id == each.id],
            seen=[row for row in all_seen if row[0].session_id == each.id],
            mark=marks.get(each.id),
            allocation=allocations.get(each.id),
            is_reduced=is_reduced and each.id in allocations,
            voided=[(window, point) for where, window, point in all_voided if where == each.id],
        )
        for each in sessions
    ]


def _asked() -> Select[DataRequest, str, str, str]:
    return (
        select(DataRequest, Member.full_name, Unit.name, Account.display_name)
        .join(Member, Member.id == DataRequest.member_id)
        .join(Unit, Unit.id == DataRequest.unit_id)
        .outerjoin(Account, Account.id == DataRequest.answered_by)
    )


async def requests_of(db: AsyncSession, member_id: UUID) -> Sequence[DataRequest]:
    """List what a member asked, the newest first."""
    query = select(DataRequest).where(DataRequest.member_id == member_id)
    return (await db.execute(query.order_by(DataRequest.id.desc()))).scalars().all()


async def count_waiting(db: AsyncSession, member_id: UUID) -> int:
    """Count the requests of a member that still wait."""
    query = select(func.count()).where(
        DataRequest.member_id == member_id, DataRequest.state.in_(sorted(WAITING))
    )
    return (await db.execute(query)).scalar_one()


async def page(
    db: AsyncSession,
    among: Iterable[ColumnElement[bool]],
    *,
    state: DataRequestState | None,
    after: tuple[UUID] | None,
    limit: int,
) -> list[Asked]:
    """List requests of some units, the oldest first; one more than `limit` where more follow."""
    query = _asked().where(*among)
    if state is not None:
        query = query.where(DataRequest.state == state)
    if after is not None:
        query = query.where(DataRequest.id > after[0])
    rows = await db.execute(query.order_by(DataRequest.id).limit(limit + 1))
    return [Asked(*row) for row in rows]


async def find(
    db: AsyncSession, request_id: UUID, visible: ColumnElement[bool]
) -> tuple[Asked, Unit] | None:
    """Find a request through the condition of who asks, with its unit."""
    query = _asked().add_columns(Unit).where(DataRequest.id == request_id, visible)
    row = (await db.execute(query)).one_or_none()
    return (Asked(*row[:4]), row[4]) if row is not None else None


async def hold(db: AsyncSession, request: DataRequest) -> None:
    """Read a request anew, and keep others from changing it until this transaction ends."""
    await db.refresh(request, with_for_update=True)
