"""All SQL of reports, but for what fills in their texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Principal
from api.access.scope import within
from api.reports.writing_schemas import NewQuickReport, NewReport
from api.sessions.secrecy import is_secret
from api.tables.access import Account
from api.tables.attendance import Attendance, Mark
from api.tables.conferences import Conference
from api.tables.outbox import Delivery
from api.tables.reports import Photo, Report, ReportVersion, SignedScan
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import DeliveryChannel, ReportKind, ReportState, Standing, VersionKind


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of reports is narrowed to; None leaves it open."""

    conference_id: UUID | None = None
    session_id: UUID | None = None
    path: str | None = None
    kind: ReportKind | None = None
    state: ReportState | None = None


def told_to(principal: Principal) -> ColumnElement[bool]:
    """Make the condition on reports that they may leave the house, where a client asks."""
    if principal.client is None:
        return true()
    return ~is_secret(Report.conference_id, Report.session_id)


async def find(
    db: AsyncSession, report_id: UUID, visible: ColumnElement[bool]
) -> tuple[Report, Unit] | None:
    """Find a report and its unit, through the condition of who asks."""
    query = (
        select(Report, Unit)
        .join(Unit, Unit.id == Report.unit_id)
        .where(Report.id == report_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def of_key(db: AsyncSession, new: NewReport) -> Report | None:
    """Find the one report that a unit has of a session, or of a conference."""
    query = select(Report).where(Report.unit_id == new.unit_id, Report.kind == new.kind)
    if isinstance(new, NewQuickReport):
        query = query.where(Report.session_id == new.session_id)
    else:
        query = query.where(Report.conference_id == new.conference_id)
    return (await db.execute(query)).scalar_one_or_none()


async def about(db: AsyncSession, report: Report) -> tuple[Unit, Conference]:
    """Load the unit and the conference of a report."""
    unit = await db.get_one(Unit, report.unit_id)
    return unit, await db.get_one(Conference, report.conference_id)


async def page(
    db: AsyncSession,
    visible: ColumnElement[bool],
    filters: Filters,
    *,
    after: tuple[UUID] | None,
    limit: int,
) -> Sequence[Any]:
    """List reports with their unit's name and newest version, newest first; one more follows."""
    query = (
        select(Report, Unit.name, _newest_number())
        .join(Unit, Unit.id == Report.unit_id)
        .where(visible)
    )
    for column, wanted in (
        (Report.conference_id, filters.conference_id),
        (Report.session_id, filters.session_id),
        (Report.kind, filters.kind),
        (Report.state, filters.state),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    if filters.path is not None:
        query = query.where(within([filters.path]))
    if after is not None:
        query = query.where(Report.id < after[0])
    return (await db.execute(query.order_by(Report.id.desc()).limit(limit + 1))).all()


def _newest_number() -> ColumnElement[Any]:
    number = select(func.max(ReportVersion.number)).where(ReportVersion.report_id == Report.id)
    return number.scalar_subquery()


async def of_units(
    db: AsyncSession, conference_id: UUID, *, session_id: UUID | None
) -> dict[UUID, tuple[Report, int | None, datetime | None]]:
    """Map units to their quick reports of a session, or their result reports of a conference.

    Each with the number of its newest version, and when it was first handed in for good.
    """
    first = (
        select(func.min(ReportVersion.submitted_at))
        .where(ReportVersion.report_id == Report.id, ReportVersion.kind == VersionKind.FINAL)
        .scalar_subquery()
    )
    query = select(Report, _newest_number(), first).where(Report.conference_id == conference_id)
    if session_id is None:
        query = query.where(Report.kind == ReportKind.RESULT)
    else:
        query = query.where(Report.session_id == session_id, Report.kind == ReportKind.QUICK)
    rows = await db.execute(query)
    return {report.unit_id: (report, number, handed_in) for report, number, handed_in in rows}


async def versions(db: AsyncSession, report_id: UUID) -> list[tuple[ReportVersion, str | None]]:
    """List the versions of a report in their order, each with who handed it in."""
    query = (
        select(ReportVersion, Account.display_name)
        .outerjoin(Account, Account.id == ReportVersion.account_id)
        .where(ReportVersion.report_id == report_id)
        .order_by(ReportVersion.number)
    )
    return [(version, name) for version, name in await db.execute(query)]


async def count_versions(db: AsyncSession, report_id: UUID) -> int:
    """Count the versions of a report."""
    query = select(func.count()).where(ReportVersion.report_id == report_id)
    return (await db.execute(query)).scalar_one()


async def is_same_person(db: AsyncSession, account_id: UUID, principal: Principal) -> bool:
    """Tell whether an account is of the very person who asks, as far as its owners said."""
    if account_id == principal.account_id:
        return True
    account = await db.get(Account, account_id)
    return (
        account is not None
        and account.member_id is not None
        and account.member_id == principal.member_id
    )


async def version(
    db: AsyncSession, report_id: UUID, number: int
) -> tuple[ReportVersion, str | None] | None:
    """Find one version of a report, with who handed it in."""
    query = (
        select(ReportVersion, Account.display_name)
        .outerjoin(Account, Account.id == ReportVersion.account_id)
        .where(ReportVersion.report_id == report_id, ReportVersion.number == number)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def photos(db: AsyncSession, report_id: UUID) -> Sequence[Photo]:
    """List the pictures of a report in the order in which they came."""
    query = select(Photo).where(Photo.report_id == report_id, Photo.removed_at.is_(None))
    return (await db.execute(query.order_by(Photo.id))).scalars().all()


async def newest_scan(db: AsyncSession, report_id: UUID) -> SignedScan | None:
    """Find the newest scan of a report's signed paper."""
    query = select(SignedScan).where(SignedScan.report_id == report_id)
    return (await db.execute(query.order_by(SignedScan.id.desc()).limit(1))).scalar_one_or_none()


async def newest_mail(db: AsyncSession, report_id: UUID) -> Delivery | None:
    """Find the newest mail with a report."""
    query = select(Delivery).where(
        Delivery.subject_id == report_id, Delivery.channel == DeliveryChannel.MAIL
    )
    return (await db.execute(query.order_by(Delivery.id.desc()).limit(1))).scalar_one_or_none()


async def readdressed(db: AsyncSession, delivery: Delivery) -> str:
    """Let the mail of a report go where its conference wants reports now; tell where that is."""
    query = (
        select(Conference.report_email)
        .join(Report, Report.conference_id == Conference.id)
        .where(Report.id == delivery.subject_id)
    )
    address = (await db.execute(query)).scalar_one_or_none() or delivery.destination
    if address != delivery.destination:
        await db.execute(
            update(Delivery).where(Delivery.id == delivery.id).values(destination=address)
        )
    return address


async def sessions(db: AsyncSession, conference_id: UUID) -> Sequence[Session]:
    """List the sessions of a conference."""
    query = select(Session).where(Session.conference_id == conference_id)
    return (await db.execute(query.order_by(Session.form, Session.ordinal))).scalars().all()


async def waiting(db: AsyncSession, session_id: UUID, path: str) -> Sequence[UUID]:
    """List the attendances of a subtree that wait for a person, and of whom nobody wrote else."""
    written = select(Mark.member_id).where(Mark.session_id == session_id)
    query = (
        select(Attendance.id)
        .join(Unit, Unit.id == Attendance.unit_id)
        .where(
            Attendance.session_id == session_id,
            Attendance.standing == Standing.PENDING,
            Attendance.member_id.not_in(written),
            within([path]),
        )
        .order_by(Attendance.id)
    )
    return (await db.execute(query)).scalars().all()
