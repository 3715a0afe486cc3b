"""SQL of the rows of a list, as they are shown."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api import events
from api.access.scope import within
from api.rosters.rules import Row, Scope, goes_home, marks_of
from api.rosters.store import allocated
from api.tables.allocation import Allocation
from api.tables.events import Event
from api.tables.members import Member
from api.tables.rosters import RosterRow
from api.tables.sessions import Session
from api.tables.units import Unit
from api.units.rules import Listed, names_apart

After = tuple[str, UUID, int]


async def rows(
    db: AsyncSession,
    scope: Scope,
    *,
    excluded: Collection[UUID],
    after: After | None = None,
    limit: int | None = None,
) -> list[Row]:
    """List rows by unit and number; one more than `limit` where more follow."""
    key = (Unit.sort_key, RosterRow.unit_id, RosterRow.number)
    query = (
        select(RosterRow, Unit.sort_key, Member, Allocation, Session.form, Session.ordinal)
        .join(Unit, Unit.id == RosterRow.unit_id)
        .join(Member, Member.id == RosterRow.member_id)
        .join(
            Allocation,
            and_(
                Allocation.member_id == RosterRow.member_id,
                allocated(scope),
                # Where a leaver goes for his new unit is not for the old one's list.
                or_(RosterRow.struck_at.is_(None), Allocation.unit_id == RosterRow.unit_id),
            ),
            isouter=scope.session_id is None,
        )
        .outerjoin(Session, Session.id == Allocation.session_id)
        .where(RosterRow.conference_id == scope.conference_id, within([scope.unit_path]))
        .order_by(*key)
    )
    if after is not None:
        query = query.where(tuple_(*key) > after)
    if limit is not None:
        query = query.limit(limit + 1)
    found = (await db.execute(query)).all()
    names = await _names(db, scope) if found else {}
    gone = {
        row.member_id
        for row, _, member, *_ in found
        if row.struck_at is not None and member.unit_id != row.unit_id
    }
    transfers = await transfers_of(db, gone)
    return [
        Row(
            unit_id=row.unit_id,
            unit_name=names[row.unit_id],
            unit_sort_key=sort_key,
            number=row.number,
            member_id=member.id,
            full_name=member.full_name,
            card_number=member.card_number,
            is_struck=row.struck_at is not None,
            marks=marks_of(
                member.status,
                unit_id=row.unit_id,
                home_id=member.unit_id,
                is_struck=row.struck_at is not None,
                is_excluded=member.id in excluded,
                has_gone_home=goes_home(row.unit_id, transfers[row.member_id]),
            ),
            session_id=None if place is None else place.session_id,
            form=form,
            ordinal=ordinal,
            bridge_point_id=None if place is None else place.bridge_point_id,
        )
        for row, sort_key, member, place, form, ordinal in found
    ]


async def _names(db: AsyncSession, scope: Scope) -> dict[UUID, str]:
    """Name the units of a list, each told from the others of it, whatever page is asked for."""
    listed = select(RosterRow.unit_id).where(RosterRow.conference_id == scope.conference_id)
    if scope.session_id is not None:
        coming = select(Allocation.member_id).where(allocated(scope))
        listed = listed.where(RosterRow.member_id.in_(coming))
    parent = aliased(Unit)
    query = (
        select(Unit, parent.path, parent.name)
        .outerjoin(parent, parent.id == Unit.parent_id)
        .where(within([scope.unit_path]), Unit.id.in_(listed))
    )
    return names_apart(
        Listed(
            id=unit.id,
            name=unit.name,
            aliases=tuple(unit.aliases),
            parent_id=unit.parent_id,
            above=above if path is not None and _is_inside(path, scope.unit_path) else None,
        )
        for unit, path, above in await db.execute(query)
    )


def _is_inside(path: str, root: str) -> bool:
    return path != root and path.startswith(root)


async def transfers_of(
    db: AsyncSession, member_ids: Collection[UUID]
) -> defaultdict[UUID, list[dict[str, Any]]]:
    """List the transfers of some members, the oldest first."""
    query = (
        select(Event.subject_id, Event.detail)
        .where(Event.act == events.MEMBER_TRANSFERRED, Event.subject_id.in_(sorted(member_ids)))
        .order_by(Event.at, Event.id)
    )
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    if member_ids:
        for member_id, detail in await db.execute(query):
            found[member_id].append(detail)
    return found
