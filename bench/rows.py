"""Rows as a conference of any size has them, made as they are written, and the writing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Table, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import Database
from api.tables.base import Base

_BATCH: Final = 5_000
_COPY: Final = 100_000
"""Rows of one COPY: PostgreSQL keeps what its foreign keys are to be asked until its end."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, made as they are written; all name the same columns."""

    table: type[Base]
    rows: Iterable[Mapping[str, Any]]


async def write(database: Database, *tables: Rows) -> None:
    """Write rows table by table, each in transactions of its own: COPY where there is one."""
    for each in tables:
        rows = iter(each.rows)
        if database.is_sqlite:
            async with database.write() as db:
                for batch in _batches(rows, _BATCH):
                    await db.execute(insert(each.table), batch)
        else:
            for part in _parts(rows, _COPY):
                async with database.write() as db:
                    await _copy(db, cast(Table, each.table.__table__), part)


def _batches(rows: Iterator[Mapping[str, Any]], size: int) -> Iterator[list[Mapping[str, Any]]]:
    while batch := list(islice(rows, size)):
        yield batch


def _parts(rows: Iterator[Mapping[str, Any]], size: int) -> Iterator[Iterator[Mapping[str, Any]]]:
    """Cut rows into parts without keeping any; each is to be read to its end."""
    for first in rows:
        yield _chain(first, islice(rows, size - 1))


def _chain(
    first: Mapping[str, Any], others: Iterator[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    yield first
    yield from others


async def _copy(db: AsyncSession, table: Table, rows: Iterator[Mapping[str, Any]]) -> None:
    first = next(rows)
    dialect = db.get_bind().dialect
    columns = [table.columns[name] for name in first]
    written = [each.type.dialect_impl(dialect).bind_processor(dialect) for each in columns]
    records = (
        tuple(
            value if process is None else process(value)
            for process, value in zip(written, row.values(), strict=True)
        )
        for row in _chain(first, rows)
    )
    await db.execute(text("SELECT 1"))  # begins the driver's transaction
    connection = await (await db.connection()).get_raw_connection()
    driver: Any = connection.driver_connection
    await driver.copy_records_to_table(table.name, records=records, columns=list(first))


def unit(
    unit_id: UUID, name: str, *, parent: UUID | None, above: str, kind: str, at: datetime
) -> dict[str, Any]:
    """Make a unit that has been there since a day."""
    return {
        "id": unit_id, "parent_id": parent, "path": f"{above}{unit_id.hex}/", "kind": kind,
        "bloc": None, "name": name, "aliases": [], "sort_key": name, "search_key": name,
        "valid_from": at.date(), "valid_until": None, "successor_id": None, "created_at": at,
    }  # fmt: skip


def conference(conference_id: UUID, organiser_id: UUID, *, at: datetime) -> dict[str, Any]:
    """Make a conference of an organiser."""
    return {
        "id": conference_id, "organiser_id": organiser_id, "title": "Hội nghị", "year": at.year,
        "quarter": 1, "plan_number": None, "topics": [], "regulations": [], "blocs": [],
        "report_email": None,
        "preparation_items": [], "document_profile": "hd05_2026", "closed_at": None,
        "copied_from_id": None, "created_at": at,
    }  # fmt: skip


def point(
    point_id: UUID, conference_id: UUID, host_id: UUID, *, ordinal: int, at: datetime
) -> dict[str, Any]:
    """Make a hall on the line."""
    name = f"Hội trường {ordinal}"
    return {
        "id": point_id, "conference_id": conference_id, "host_unit_id": host_id,
        "ordinal": ordinal, "name": name, "venue": name, "form": "line", "is_hub": False,
        "keeps_units_together": False, "sequence": 0, "created_at": at,
    }  # fmt: skip


def session(
    session_id: UUID,
    conference_id: UUID,
    *,
    ordinal: int,
    opened_at: datetime,
    closed_at: datetime | None,
    locks_at: datetime | None,
    at: datetime,
) -> dict[str, Any]:
    """Make a class that was opened; it is open where it is not closed."""
    return {
        "id": session_id, "conference_id": conference_id, "form": "line", "ordinal": ordinal,
        "title": f"Lớp {ordinal}", "date_hint": None, "starts_at": opened_at,
        "opens_ahead_minutes": None, "meet_url": None, "confidential": False, "presenters": [],
        "share": 1, "sequence": 0, "state": "open" if closed_at is None else "closed",
        "state_reason": None, "opened_at": opened_at, "closed_at": closed_at,
        "first_closed_at": closed_at, "locks_at": locks_at, "created_at": at,
    }  # fmt: skip


def window(
    window_id: UUID, session_id: UUID, *, opened_at: datetime, closed_at: datetime | None
) -> dict[str, Any]:
    """Make the opening roll-call of a class."""
    return {
        "id": window_id, "session_id": session_id, "ordinal": 1, "kind": "opening",
        "opened_at": opened_at, "closed_at": closed_at,
    }  # fmt: skip


def member(
    member_id: UUID, unit_id: UUID, *, name: tuple[str, str, str], at: datetime
) -> dict[str, Any]:
    """Make a member by his full name, its sort key and its search key."""
    full_name, sort_key, search_key = name
    return {
        "id": member_id, "unit_id": unit_id, "full_name": full_name, "sort_key": sort_key,
        "search_key": search_key, "card_number": None, "status": "official",
        "temporary_unit_id": None, "temporary_until": None, "created_at": at, "erased_at": None,
    }  # fmt: skip


def seat(
    conference_id: UUID,
    member_id: UUID,
    *,
    unit_id: UUID,
    session_id: UUID,
    point_id: UUID,
    at: datetime,
) -> dict[str, Any]:
    """Allocate a member to a class and a hall."""
    return {
        "conference_id": conference_id, "member_id": member_id, "unit_id": unit_id,
        "session_id": session_id, "bridge_point_id": point_id, "is_fixed": False,
        "decided_at": at, "account_id": None,
    }  # fmt: skip
