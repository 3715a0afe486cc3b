"""All SQL of summaries; what is counted comes from the gathering of reports."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from api.access.scope import within
from api.reports.states import HANDED_IN
from api.summaries.raised import Raised
from api.tables.access import Account
from api.tables.bridge_points import BridgePoint
from api.tables.incidents import Incident
from api.tables.members import Member
from api.tables.reports import Report
from api.tables.sessions import Session
from api.tables.summaries import SummaryVersion
from api.tables.units import Unit
from api.words import ReportKind, ReportState, SessionState


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """A problem that arose, as a summary tells of it."""

    unit_path: str
    unit_name: str
    session_title: str | None
    point_name: str | None
    at: datetime
    text: str
    resolution: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """How a member is called, and his card."""

    full_name: str
    card_number: str | None


async def report_states(
    db: AsyncSession, conference_id: UUID, path: str
) -> dict[UUID, ReportState]:
    """Tell where the result reports of a subtree's units stand."""
    query = (
        select(Report.unit_id, Report.state)
        .join(Unit, Unit.id == Report.unit_id)
        .where(
            Report.conference_id == conference_id, Report.kind == ReportKind.RESULT, within([path])
        )
    )
    return {row[0]: row[1] for row in await db.execute(query)}


async def incidents(db: AsyncSession, conference_id: UUID, path: str) -> list[IncidentLine]:
    """List the problems that units of a subtree told of, in the order in which they arose."""
    query = (
        select(
            Unit.path,
            Unit.name,
            Session.title,
            BridgePoint.name,
            Incident.at,
            Incident.text,
            Incident.resolution,
        )
        .join(Unit, Unit.id == Incident.unit_id)
        .outerjoin(Session, Session.id == Incident.session_id)
        .outerjoin(BridgePoint, BridgePoint.id == Incident.bridge_point_id)
        .where(Incident.conference_id == conference_id, within([path]))
        .order_by(Incident.at, Incident.id)
    )
    return [IncidentLine(*row) for row in await db.execute(query)]


async def raised(db: AsyncSession, conference_id: UUID, path: str) -> list[Raised]:
    """List what units of a subtree wrote themselves in the result reports that they handed in.

    Such a report's texts are those of its newest version: they change only once it is returned.
    """
    query = (
        select(Unit.id, Unit.path, Unit.name, Report.incidents, Report.proposals)
        .join(Unit, Unit.id == Report.unit_id)
        .where(
            Report.conference_id == conference_id,
            Report.kind == ReportKind.RESULT,
            Report.state.in_(HANDED_IN),
            or_(Report.incidents.is_not(None), Report.proposals.is_not(None)),
            within([path]),
        )
        .order_by(Unit.sort_key, Unit.id)
    )
    return [Raised(*row) for row in await db.execute(query)]


async def running_sessions(db: AsyncSession, conference_id: UUID) -> list[str]:
    """Name the classes of a conference that are open, or being rehearsed."""
    query = (
        select(Session.title)
        .where(
            Session.conference_id == conference_id,
            Session.state.in_((SessionState.OPEN, SessionState.REHEARSING)),
        )
        .order_by(Session.form, Session.ordinal)
    )
    return list((await db.execute(query)).scalars())


async def point_names(db: AsyncSession, conference_id: UUID) -> dict[UUID, str]:
    """Name the bridge points of a conference."""
    query = select(BridgePoint.id, BridgePoint.name).where(
        BridgePoint.conference_id == conference_id
    )
    return {row[0]: row[1] for row in await db.execute(query)}


async def points(db: AsyncSession, conference_id: UUID, path: str) -> int:
    """Count the bridge points that units of a subtree host."""
    query = (
        select(func.count(BridgePoint.id))
        .join(Unit, Unit.id == BridgePoint.host_unit_id)
        .where(BridgePoint.conference_id == conference_id, within([path]))
    )
    return (await db.execute(query)).scalar_one()


async def names(db: AsyncSession, member_ids: Collection[UUID]) -> dict[UUID, Named]:
    """Name some members."""
    query = select(Member.id, Member.full_name, Member.card_number).where(
        Member.id.in_(sorted(member_ids))
    )
    return {row[0]: Named(row[1], row[2]) for row in await db.execute(query)}


async def units(db: AsyncSession, unit_ids: Collection[UUID]) -> dict[UUID, Unit]:
    """Load some units, wherever they stand."""
    if not unit_ids:
        return {}
    query = select(Unit).where(Unit.id.in_(sorted(unit_ids)))
    return {unit.id: unit for unit in (await db.execute(query)).scalars()}


async def latest(db: AsyncSession, conference_id: UUID) -> SummaryVersion | None:
    """Find the last version of a conference's summary."""
    query = (
        select(SummaryVersion)
        .where(SummaryVersion.conference_id == conference_id)
        .order_by(SummaryVersion.number.desc())
        .limit(1)
    )
    return (await db.execute(query)).scalar_one_or_none()


async def versions(
    db: AsyncSession, conference_id: UUID, *, after: tuple[int] | None, limit: int
) -> Sequence[SummaryVersion]:
    """List the versions of a summary, the newest first; one more than `limit`."""
    query = (
        select(SummaryVersion)
        .options(defer(SummaryVersion.content))
        .where(SummaryVersion.conference_id == conference_id)
    )
    if after is not None:
        query = query.where(SummaryVersion.number < after[0])
    rows = await db.execute(query.order_by(SummaryVersion.number.desc()).limit(limit + 1))
    return rows.scalars().all()


async def version(db: AsyncSession, conference_id: UUID, number: int) -> SummaryVersion | None:
    """Find one version of a summary."""
    return await db.get(SummaryVersion, (conference_id, number))


async def makers(db: AsyncSession, versions: Collection[SummaryVersion]) -> Mapping[UUID, str]:
    """Name the accounts that made some versions."""
    wanted = {each.account_id for each in versions}
    query = select(Account.id, Account.display_name).where(Account.id.in_(sorted(wanted)))
    return {row[0]: row[1] for row in await db.execute(query)}
