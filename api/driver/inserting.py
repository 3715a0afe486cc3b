"""Writing: rows of one table or of several, on PostgreSQL as one statement."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, cast

from sqlalchemy import JSON, Dialect, Table
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeEngine

from api.driver.line import driver_of, refused
from api.driver.values import (
    ArrayWriter,
    Processor,
    array_type,
    array_writer,
    each_written,
    implementation,
    to_database,
)


class New(NamedTuple):
    """Rows to insert: tuples in the order of `columns`, left out where `unless` are another's.

    With no column named in `unless`, whatever row breaks a unique rule is left out. Python's
    defaults of columns are not filled in: name every column.
    """

    table: type[DeclarativeBase]
    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    unless: tuple[str, ...] | None = None


def named(
    table: type[DeclarativeBase],
    rows: Sequence[Mapping[str, Any]],
    *,
    unless: Sequence[str] | None = None,
) -> New:
    """Make rows of mappings that name the same columns."""
    columns = tuple(rows[0]) if rows else ()
    given = [tuple([row[name] for name in columns]) for row in rows]
    return New(table, columns, given, None if unless is None else tuple(unless))


async def insert_rows(
    db: AsyncSession,
    table: type[DeclarativeBase],
    rows: Sequence[Mapping[str, Any]],
    *,
    unless: Sequence[str] | None = None,
) -> int:
    """Insert rows that name the same columns, in one statement; tell how many were new."""
    return (await insert_all(db, [named(table, rows, unless=unless)]))[0]


async def insert_all(db: AsyncSession, news: Sequence[New]) -> list[int]:
    """Insert rows of several tables, one after the other; tell how many of each were new.

    PostgreSQL is sent all of it as one statement, with an array for each column.
    """
    filled = [each for each in news if each.rows]
    if not filled:
        return [0] * len(news)
    dialect, driver = db.get_bind().dialect, await driver_of(db)
    run = _insert_at_once if dialect.name == "postgresql" else _insert_in_turn
    numbers = iter(await run(driver, dialect, filled))
    return [next(numbers) if each.rows else 0 for each in news]


async def _insert_at_once(driver: Any, dialect: Dialect, news: Sequence[New]) -> list[int]:
    shapes = tuple((each.table, each.columns, each.unless) for each in news)
    sql, writers = _insert_arrays(shapes, dialect)
    columns = chain.from_iterable(zip(*each.rows, strict=True) for each in news)
    given = [write(column) for write, column in zip(writers, columns, strict=True)]
    try:
        return list(await driver.fetchrow(sql, *given))
    except Exception as failure:
        refused(failure, sql, driver, dialect)


async def _insert_in_turn(driver: Any, dialect: Dialect, news: Sequence[New]) -> list[int]:
    numbers = []
    for each in news:
        sql, writers = _insert_values(each.table, each.columns, each.unless, dialect)
        columns = [
            each_written(write, column) if write else column
            for write, column in zip(writers, zip(*each.rows, strict=True), strict=True)
        ]
        try:
            async with driver.executemany(sql, zip(*columns, strict=True)) as cursor:
                numbers.append(int(cursor.rowcount))
        except Exception as failure:
            refused(failure, sql, driver, dialect)
    return numbers


_Shape = tuple[type[DeclarativeBase], tuple[str, ...], tuple[str, ...] | None]


@lru_cache(maxsize=256)
def _insert_arrays(
    shapes: tuple[_Shape, ...], dialect: Dialect
) -> tuple[str, tuple[ArrayWriter, ...]]:
    parts, numbers, writers = [], [], list[ArrayWriter]()
    for place, (table, columns, unless) in enumerate(shapes):
        types = _types(table, columns)
        arrays = ", ".join(
            f"${number}::text::{array_type(each, dialect)}"
            for number, each in enumerate(types, len(writers) + 1)
        )
        given = ", ".join(
            f"{name}::json" if isinstance(implementation(each, dialect), JSON) else name
            for name, each in zip(columns, types, strict=True)
        )
        source = f"SELECT {given} FROM unnest({arrays}) AS given ({', '.join(columns)})"  # noqa: S608
        parts.append(f"new{place} AS ({_insert(table, columns, unless, source)} RETURNING 1)")
        numbers.append(f"(SELECT count(*) FROM new{place})")  # noqa: S608
        writers += [array_writer(each, dialect) for each in types]
    return f"WITH {', '.join(parts)} SELECT {', '.join(numbers)}", tuple(writers)


@lru_cache(maxsize=256)
def _insert_values(
    table: type[DeclarativeBase],
    columns: tuple[str, ...],
    unless: tuple[str, ...] | None,
    dialect: Dialect,
) -> tuple[str, tuple[Processor | None, ...]]:
    source = f"VALUES ({', '.join('?' for _ in columns)})"
    written = tuple(to_database(each, dialect) for each in _types(table, columns))
    return _insert(table, columns, unless, source), written


def _insert(
    table: type[DeclarativeBase],
    columns: tuple[str, ...],
    unless: tuple[str, ...] | None,
    source: str,
) -> str:
    sql = f"INSERT INTO {table.__tablename__} ({', '.join(columns)}) {source}"  # names of ours
    if unless is not None:
        conflict = f" ({', '.join(unless)})" if unless else ""
        sql += f" ON CONFLICT{conflict} DO NOTHING"
    return sql


def _types(table: type[DeclarativeBase], columns: Iterable[str]) -> list[TypeEngine[Any]]:
    target = cast("Table", table.__table__)
    return [target.c[name].type for name in columns]
