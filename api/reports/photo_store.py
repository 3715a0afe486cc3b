"""All SQL of pictures of reports, and of who still names a file."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.attendance import PaperSheet
from api.tables.outbox import Delivery
from api.tables.reports import Photo, Report, SignedScan
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import DeliveryChannel


async def find(
    db: AsyncSession, photo_id: UUID, visible: ColumnElement[bool]
) -> tuple[Photo, Report, Unit] | None:
    """Find a picture, also a removed one, with its report and unit, as who asks may see them."""
    query = (
        select(Photo, Report, Unit)
        .join(Report, Report.id == Photo.report_id)
        .join(Unit, Unit.id == Report.unit_id)
        .where(Photo.id == photo_id, visible)
    )
    row = (await db.execute(query)).one_or_none()
    return (row[0], row[1], row[2]) if row else None


async def page(
    db: AsyncSession, report_id: UUID, *, after: tuple[UUID] | None, limit: int
) -> Sequence[Photo]:
    """List the pictures of a report as they came; one more than `limit` where more follow."""
    query = select(Photo).where(Photo.report_id == report_id, Photo.removed_at.is_(None))
    if after is not None:
        query = query.where(Photo.id > after[0])
    return (await db.execute(query.order_by(Photo.id).limit(limit + 1))).scalars().all()


async def of_source(db: AsyncSession, report_id: UUID, source_digest: str) -> Photo | None:
    """Find the picture of a report that was drawn from a file."""
    query = select(Photo).where(
        Photo.report_id == report_id,
        Photo.source_digest == source_digest,
        Photo.removed_at.is_(None),
    )
    return (await db.execute(query)).scalar_one_or_none()


async def count(db: AsyncSession, report_id: UUID) -> int:
    """Count the pictures of a report."""
    query = select(func.count()).where(Photo.report_id == report_id, Photo.removed_at.is_(None))
    return (await db.execute(query)).scalar_one()


async def session_title(db: AsyncSession, report: Report) -> str | None:
    """Name the session of a quick report."""
    query = select(Session.title).where(Session.id == report.session_id)
    return (await db.execute(query)).scalar_one_or_none()


async def is_named(db: AsyncSession, digest: str) -> bool:
    """Tell whether a row still names a file: a picture, a page, a scan, or a mail it goes with."""
    mailed: ColumnElement[Any] = cast(Delivery.attachments, String).contains(digest)
    query = select(
        or_(
            exists().where(Photo.digest == digest, Photo.removed_at.is_(None)),
            exists().where(PaperSheet.digest == digest),
            exists().where(SignedScan.digest == digest),
            exists().where(Delivery.channel == DeliveryChannel.MAIL, mailed),
        )
    )
    return bool((await db.execute(query)).scalar_one())
