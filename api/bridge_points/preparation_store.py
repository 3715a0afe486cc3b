"""All SQL of the preparation of bridge points."""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points.rules import Finding
from api.db import insert_into
from api.tables.access import Account
from api.tables.bridge_points import BridgePoint, LineTest, PreparationMark
from api.tables.conferences import Conference
from api.tables.units import Unit
from api.words import CheckResult


async def conference_of(db: AsyncSession, point: BridgePoint) -> Conference:
    """Load the conference of a point, with its checklist."""
    return await db.get_one(Conference, point.conference_id)


async def points(db: AsyncSession, conference_id: UUID) -> list[tuple[BridgePoint, str]]:
    """List all points of a conference in their order, each with the path of its host."""
    query = (
        select(BridgePoint, Unit.path)
        .join(Unit, Unit.id == BridgePoint.host_unit_id)
        .where(BridgePoint.conference_id == conference_id)
        .order_by(BridgePoint.ordinal)
    )
    return [(point, path) for point, path in await db.execute(query)]


async def marks_at(db: AsyncSession, point_id: UUID) -> dict[str, Finding]:
    """Map the items of a point to what was found, as far as it was marked."""
    return (await _marks(db, BridgePoint.id == point_id)).get(point_id, {})


async def marks_of(db: AsyncSession, conference_id: UUID) -> dict[UUID, dict[str, Finding]]:
    """Map the points of a conference to their marks."""
    return await _marks(db, BridgePoint.conference_id == conference_id)


async def _marks(db: AsyncSession, wanted: ColumnElement[bool]) -> dict[UUID, dict[str, Finding]]:
    query = (
        select(PreparationMark, Account.display_name)
        .join(BridgePoint, BridgePoint.id == PreparationMark.bridge_point_id)
        .outerjoin(Account, Account.id == PreparationMark.account_id)
        .where(wanted)
    )
    found: dict[UUID, dict[str, Finding]] = {}
    for mark, by in await db.execute(query):
        finding = Finding(mark.result, mark.note, by, mark.at, mark.sequence)
        found.setdefault(mark.bridge_point_id, {})[mark.item_key] = finding
    return found


async def newest_test_at(db: AsyncSession, point_id: UUID) -> Finding | None:
    """Find the newest line test of a point."""
    return (await _newest_tests(db, BridgePoint.id == point_id)).get(point_id)


async def newest_tests_of(db: AsyncSession, conference_id: UUID) -> dict[UUID, Finding]:
    """Map the points of a conference to their newest line tests."""
    return await _newest_tests(db, BridgePoint.conference_id == conference_id)


async def _newest_tests(db: AsyncSession, wanted: ColumnElement[bool]) -> dict[UUID, Finding]:
    query = (
        select(LineTest, Account.display_name)
        .join(BridgePoint, BridgePoint.id == LineTest.bridge_point_id)
        .outerjoin(Account, Account.id == LineTest.account_id)
        .where(wanted)
        .order_by(LineTest.at, LineTest.id)
    )
    # A point has a handful of tests; the last one of each stays.
    return {
        test.bridge_point_id: Finding(_result(test), test.note, by, test.at, test.sequence)
        for test, by in await db.execute(query)
    }


def _result(test: LineTest) -> CheckResult:
    return CheckResult.PASSED if test.passed else CheckResult.FAILED


async def mark(db: AsyncSession, row: PreparationMark) -> None:
    """Keep what was found on an item, in place of what was found before."""
    values = {
        "result": row.result,
        "note": row.note,
        "sequence": row.sequence,
        "at": row.at,
        "account_id": row.account_id,
    }
    upsert = insert_into(db, PreparationMark).values(
        bridge_point_id=row.bridge_point_id, item_key=row.item_key, **values
    )
    await db.execute(
        upsert.on_conflict_do_update(index_elements=["bridge_point_id", "item_key"], set_=values)
    )


async def unmark(db: AsyncSession, point_id: UUID, item_key: str) -> None:
    """Take a mark back."""
    here = (PreparationMark.bridge_point_id == point_id, PreparationMark.item_key == item_key)
    await db.execute(delete(PreparationMark).where(*here))


async def line_tests(
    db: AsyncSession, point_id: UUID, *, after: tuple[UUID] | None, limit: int
) -> list[tuple[LineTest, str | None]]:
    """List a point's line tests with who made them, the newest first; one more than `limit`."""
    query = (
        select(LineTest, Account.display_name)
        .outerjoin(Account, Account.id == LineTest.account_id)
        .where(LineTest.bridge_point_id == point_id)
    )
    if after is not None:
        query = query.where(LineTest.id < after[0])
    rows = await db.execute(query.order_by(LineTest.id.desc()).limit(limit + 1))
    return [(test, by) for test, by in rows]
