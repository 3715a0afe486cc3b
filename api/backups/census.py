"""What is in a database: of which revision it is, how many rows, and which files they name."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, inspect, select, table, text, union
from sqlalchemy.ext.asyncio import AsyncSession

from api.tables.attendance import PaperSheet
from api.tables.installation import Installation
from api.tables.reports import Photo, SignedScan


@dataclass(frozen=True, slots=True)
class Census:
    """What was found at one moment."""

    revision: str
    counts: dict[str, int]
    files: list[str]
    master_fingerprint: str
    is_demo: bool


async def tables(db: AsyncSession) -> list[str]:
    """List the tables that are there."""

    def names(connection: Connection) -> list[str]:
        return sorted(inspect(connection).get_table_names())

    return await (await db.connection()).run_sync(names)


async def take(db: AsyncSession) -> Census | None:
    """Count a database; None where there is no installation in it."""
    there = await tables(db)
    if not {"alembic_version", "installation"} <= set(there):
        return None
    installation = (await db.execute(select(Installation))).scalar_one_or_none()
    if installation is None:
        return None
    revision = await db.scalar(text("SELECT version_num FROM alembic_version"))
    counts = {
        name: (await db.execute(select(func.count()).select_from(table(name)))).scalar_one()
        for name in there
    }
    return Census(
        revision=str(revision),
        counts=counts,
        files=await _files(db, set(there)),
        master_fingerprint=installation.master_fingerprint,
        is_demo=installation.is_demo,
    )


async def _files(db: AsyncSession, there: set[str]) -> list[str]:
    # An older database, before its upgrade, may lack the one or the other table.
    named = [
        query
        for name, query in (
            ("paper_sheets", select(PaperSheet.digest)),
            ("photos", select(Photo.digest).where(Photo.removed_at.is_(None))),
            ("signed_scans", select(SignedScan.digest)),
        )
        if name in there
    ]
    return sorted((await db.scalars(union(*named))).all()) if named else []
