"""Finding a report for somebody who may read it, write it, or decide on it."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal, may
from api.access.scope import FORBIDDEN, require, visible_units
from api.kit import errors
from api.kit.errors import Problem
from api.reports import store
from api.sessions.secrecy import require_told
from api.tables.reports import Report
from api.tables.units import Unit
from api.units.rules import parent_of


async def readable_report(
    db: AsyncSession, principal: Principal, report_id: UUID
) -> tuple[Report, Unit]:
    """Find a report of a unit whose reports a principal may read.

    Raises: Problem `not_found`.
    """
    found = await store.find(db, report_id, visible_units(principal, Act.READ_REPORTS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    await require_told(db, principal, found[0].conference_id, found[0].session_id)
    return found


async def writable_report(
    db: AsyncSession, principal: Principal, report_id: UUID
) -> tuple[Report, Unit]:
    """Find a report of a unit for which a principal writes reports.

    Raises: Problem `not_found`, `forbidden`.
    """
    report, unit = await readable_report(db, principal, report_id)
    require(principal, Act.WRITE_REPORTS, unit.path)
    return report, unit


async def pictured_report(
    db: AsyncSession, principal: Principal, report_id: UUID
) -> tuple[Report, Unit]:
    """Find a report to which a principal adds pictures: whoever serves a hall of its unit may.

    Raises: Problem `not_found`, `forbidden`.
    """
    report, unit = await readable_report(db, principal, report_id)
    require(principal, Act.RECORD_HALLS, unit.path)
    return report, unit


async def decidable_report(
    db: AsyncSession, principal: Principal, report_id: UUID
) -> tuple[Report, Unit]:
    """Find a report on which a principal decides, from a unit above the one that wrote it.

    Raises: Problem `not_found`, `forbidden`.
    """
    report, unit = await readable_report(db, principal, report_id)
    above = parent_of(unit.path)
    if not above or not may(principal, Act.ACCEPT_REPORTS, above):
        raise Problem(FORBIDDEN)
    return report, unit
