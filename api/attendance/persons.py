"""Who counts in a session: each person once, with the unit and the point where he counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    Uuid,
    and_,
    case,
    func,
    literal,
    or_,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.attendance.recorded import kept, recorded
from api.bridge_points import store as bridge_points
from api.conferences import store as conferences
from api.kit.dates import day_of
from api.members import past_store
from api.members.past_store import Past
from api.members.rules import CONVENED
from api.members.store import counted_at
from api.sessions.rules import state_at
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark
from api.tables.conferences import Exclusion
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import Form, MemberStatus, SessionState, Standing


@dataclass(frozen=True, slots=True)
class Basis:
    """What is to be known of a session before its persons are counted.

    Until a session is locked its members are what they are today; from then on what they were when
    it was (`locked_at`, with those in `past` who were changed since): figures that were reported
    stay. Who was erased after it was opened is in `past` at once. Where a conference has no
    allocation, each class of a form is for all members of the units that points of this form expect
    (`expected`, by paths), or that none expects.
    """

    session: Session
    organiser_path: str
    on: date
    locked_at: datetime | None = None
    is_allocated: bool = True
    past: Mapping[UUID, Past] = field(default_factory=dict)
    expected: Mapping[str, UUID] = field(default_factory=dict)
    own_form: tuple[UUID, ...] = ()


async def basis(db: AsyncSession, session: Session, *, at: datetime) -> Basis:
    """Find out what a session's persons are counted by."""
    return (await bases(db, session.conference_id, [session], at=at))[session.id]


async def bases(
    db: AsyncSession, conference_id: UUID, sessions: Collection[Session], *, at: datetime
) -> dict[UUID, Basis]:
    """Find out what the persons of some sessions of one conference are counted by."""
    organiser_path = await conferences.organiser_path(db, conference_id)
    allocated = select(Allocation.member_id).where(Allocation.conference_id == conference_id)
    is_allocated = (await db.execute(allocated.limit(1))).first() is not None
    among = Member.id.in_(allocated) if is_allocated else literal(value=True)
    expected: Mapping[str, UUID] = {}
    of_forms: Mapping[Form, tuple[UUID, ...]] = {}
    if not is_allocated:
        expected = await bridge_points.expectations(db, conference_id)
        forms = {each.form for each in sessions}
        of_forms = {
            form: tuple(await bridge_points.of_form(db, conference_id, form)) for form in forms
        }
    found = {}
    for session in sessions:
        is_locked = state_at(session.state, session.locks_at, at) is SessionState.LOCKED
        locked_at = session.locks_at if is_locked else None
        past: dict[UUID, Past] = {}
        if session.opened_at is not None:
            past |= await past_store.erased_since(db, session.opened_at, among)
        if locked_at is not None:
            past |= await past_store.changed_since(db, locked_at, among)
        found[session.id] = Basis(
            session,
            organiser_path,
            day_of(session.closed_at or at),
            locked_at,
            is_allocated=is_allocated,
            past=past,
            expected=expected,
            own_form=of_forms.get(session.form, ()),
        )
    return found


def persons(known: Basis, among: Select[UUID] | None = None) -> CTE:
    """Make the table of everybody who counts in a session, one row a person.

    Those of whom something is `recorded`, and those expected: `is_expected` is 1 or 0, and who was
    not there and not ticked counts at the point where he is expected (`expected_point_id`).
    `is_reduced` is 1 for those of reduced duty (giảm). `among` lists the members who are meant.
    """
    found = recorded(known.session.id, among)
    is_expected, point = _expected(known)
    expected_point = case((is_expected, point))
    is_reduced = _status(known, {MemberStatus.REDUCED})
    seat = and_(
        Allocation.conference_id == known.session.conference_id, Allocation.member_id == Member.id
    )
    wanted = true() if among is None else Member.id.in_(among)
    nobody = (literal(None, column.type) for column in list(found.c)[3:])
    # Two halves again, each led by what it lists.
    halves = (
        select(
            found.c.member_id,
            found.c.unit_id,
            func.coalesce(found.c.point_id, expected_point).label("point_id"),
            expected_point.label("expected_point_id"),
            case((is_expected, 1), else_=0).label("is_expected"),
            case((is_reduced, 1), else_=0).label("is_reduced"),
            *list(found.c)[3:],
        )
        .select_from(found)
        .join(Member, Member.id == found.c.member_id)
        .join(Unit, Unit.id == _counted(known))
        .outerjoin(Allocation, seat)
        .where(wanted),
        select(
            Member.id, Unit.id, point, point, literal(1), case((is_reduced, 1), else_=0), *nobody
        )
        .select_from(Member)
        .join(Unit, Unit.id == _counted(known))
        .join(Allocation, seat, isouter=not known.is_allocated)
        .where(wanted, is_expected, Member.id.not_in(select(found.c.member_id))),
    )
    return kept(union_all(*halves), "persons")


def of_subtree(known: Basis, path: str) -> Select[UUID] | None:
    """List all members who may count for the units of a subtree, and some more: for `persons`.

    By what indexes serve, so that one unit's roll costs what its members cost. Where the subtree is
    all there is, None: then everybody is meant.
    """
    if known.organiser_path.startswith(path):
        return None
    units, session_id = select(Unit.id).where(within([path])), known.session.id
    meant = kept(
        union(
            select(Attendance.member_id.label("member_id")).where(
                Attendance.session_id == session_id, Attendance.unit_id.in_(units)
            ),
            select(Mark.member_id).where(Mark.session_id == session_id, Mark.unit_id.in_(units)),
            select(Member.id).where(Member.unit_id.in_(units)),
            select(Member.id).where(Member.temporary_unit_id.in_(units)),
            select(Member.id).where(Member.id.in_(sorted(known.past))),
        ),
        "meant",
    )
    return select(meant.c.member_id)


def is_silently_excused(of: CTE) -> ColumnElement[bool]:
    """Make the condition that one of reduced duty is excused, for nothing is known of him."""
    is_unseen = of.c.standing.is_(None) | (of.c.standing == Standing.REJECTED)
    return (of.c.is_expected + of.c.is_reduced == 2) & of.c.mark_kind.is_(None) & is_unseen


def _expected(known: Basis) -> tuple[ColumnElement[bool], ColumnElement[Any]]:
    """Tell who is to be convened to this very class, and the point where he is expected.

    Of a member, the unit that counts him, and his seat.
    """
    if known.is_allocated:
        seated = Allocation.session_id == known.session.id
        return seated & _convened(known), Allocation.bridge_point_id.expression
    # The longest path is the nearest unit up the tree (`units.rules.nearest`).
    nearest = sorted(known.expected.items(), key=lambda each: -len(each[0]))
    point: ColumnElement[Any] = literal(None, Uuid())
    if nearest:
        paths = ((within([path]), literal(point_id, Uuid())) for path, point_id in nearest)
        point = case(*paths)
    of_this_form = or_(point.is_(None), point.in_(known.own_form))
    return within([known.organiser_path]) & _convened(known) & of_this_form, point


def _counted(known: Basis) -> ColumnElement[UUID]:
    today = counted_at(known.on)
    then = [
        (literal(member_id, Uuid()), literal(each.unit_on(known.on), Uuid()))
        for member_id, each in known.past.items()
    ]
    return case(*then, value=Member.id, else_=today) if then else today


def _convened(known: Basis) -> ColumnElement[bool]:
    """Make the condition of B: convened by status, and not on the exclusion list."""
    excluded = select(Exclusion.member_id).where(
        Exclusion.conference_id == known.session.conference_id, Exclusion.member_id.is_not(None)
    )
    by_status = _status(known, CONVENED)
    if known.locked_at is None:
        return by_status & Member.id.not_in(excluded.where(Exclusion.removed_at.is_(None)))
    listed = excluded.where(
        Exclusion.created_at <= known.locked_at,
        or_(Exclusion.removed_at.is_(None), Exclusion.removed_at > known.locked_at),
    )
    return by_status & (Member.created_at <= known.locked_at) & Member.id.not_in(listed)


def _status(known: Basis, among: Collection[MemberStatus]) -> ColumnElement[bool]:
    now = Member.status.in_(sorted(among))
    if not known.past:
        return now
    was = [member_id for member_id, each in known.past.items() if each.status in among]
    return or_(and_(now, Member.id.not_in(sorted(known.past))), Member.id.in_(sorted(was)))
