"""What documents of reports read beside the content of a report: versions, and names."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.members import Member
from api.tables.reports import ReportVersion
from api.tables.units import Unit

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class MemberName:
    """A member as a list names him, and where he stands in it."""

    full_name: str
    unit_name: str
    order: tuple[str, str, str]


async def newest_version(
    db: AsyncSession, report_id: UUID, *, number: int | None = None
) -> ReportVersion | None:
    """Find the newest version of a report, or the one of a number."""
    query = select(ReportVersion).where(ReportVersion.report_id == report_id)
    if number is not None:
        query = query.where(ReportVersion.number == number)
    query = query.order_by(ReportVersion.number.desc()).limit(1)
    return (await db.execute(query)).scalar_one_or_none()


async def names(db: AsyncSession, places: Collection[tuple[UUID, UUID]]) -> dict[UUID, MemberName]:
    """Name members, each with the unit where he counts: by unit, then in Vietnamese order."""
    units = {unit_id for _, unit_id in places}
    titles: dict[UUID, tuple[str, str]] = {}
    for some in _parts(sorted(units)):
        query = select(Unit.id, Unit.name, Unit.sort_key).where(Unit.id.in_(some))
        titles |= {unit_id: (name, key) for unit_id, name, key in await db.execute(query)}
    where, found = dict(places), {}
    for some in _parts(sorted(where)):
        members = select(Member.id, Member.full_name, Member.sort_key).where(Member.id.in_(some))
        for member_id, full_name, key in await db.execute(members):
            unit_name, unit_key = titles[where[member_id]]
            order = (unit_key, key, str(member_id))
            found[member_id] = MemberName(full_name, unit_name, order)
    return found


def _parts(ids: Sequence[UUID]) -> Iterator[list[UUID]]:
    rest = iter(ids)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
