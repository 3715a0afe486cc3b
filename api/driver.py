"""Statements at the price of the driver, in the transaction of a session.

SQLAlchemy writes them, typed by the tables: once for each database, not each time. What they ask
then goes straight to asyncpg or sqlite3, which prepares it once, and comes back as plain tuples.
That is for what runs thousands of times a minute; elsewhere a session's own `execute` is shorter.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, NoReturn, TypeVarTuple, cast
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    JSON,
    BindParameter,
    Boolean,
    ColumnElement,
    Dialect,
    Enum,
    Select,
    String,
    Table,
    Text,
    Uuid,
    bindparam,
)
from sqlalchemy.exc import DBAPIError, InternalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

Columns = TypeVarTuple("Columns")
Processor = Callable[[Any], Any]


class _Many(TypeDecorator[Collection[Any]]):
    """Any number of values as one parameter: an array, or on SQLite a text of JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, one: TypeEngine[Any]) -> None:
        super().__init__()
        self.one = one

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return ARRAY(self.one) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Collection[Any] | None, dialect: Dialect) -> Any:
        given = list(value or ())
        if dialect.name == "postgresql":
            return given
        written = _to_database(self.one, dialect)
        return json.dumps([written(each) for each in given] if written else given)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> "_Among":  # noqa: ARG002
        # It is a condition as it stands; SQLAlchemy would write `= 1` behind it on SQLite.
        return self


@compiles(_Among, "postgresql")
def _among_array(among: _Among, compiler: SQLCompiler, **more: Any) -> str:
    column, many = (compiler.process(each, **more) for each in among.clauses)
    return f"{column} = ANY ({many})"


@compiles(_Among, "sqlite")
def _among_json(among: _Among, compiler: SQLCompiler, **more: Any) -> str:
    column, many = (compiler.process(each, **more) for each in among.clauses)
    return f"{column} IN (SELECT value FROM json_each({many}))"  # noqa: S608  # both are compiled


def among(column: InstrumentedAttribute[Any], name: str) -> ColumnElement[bool]:
    """Make the condition that a column is one of the values given as `name`, however many.

    The statement is the same for one and for a thousand; `in_` makes another for each number.
    """
    return _Among(column, many(name, column.type))


def many(name: str, kind: TypeEngine[Any]) -> BindParameter[Collection[Any]]:
    """Make the parameter `name` that takes any number of values of a type."""
    return bindparam(name, type_=_Many(kind))


class Reading(Generic[*Columns]):
    """A SELECT that is written once for each database; its named parameters come with each run."""

    def __init__(self, query: Select[*Columns]) -> None:
        self._query = query
        self._written: dict[str, _Written] = {}

    async def rows(self, db: AsyncSession, **given: Any) -> list[tuple[*Columns]]:
        """Run it in the transaction of `db`."""
        dialect = db.get_bind().dialect
        written = self._written.get(dialect.name)
        if written is None:
            written = self._written[dialect.name] = _write(self._query, dialect)
        return cast("list[tuple[*Columns]]", written.read(await _run(db, *written.ask(given))))


@dataclass(frozen=True, slots=True)
class _Written:
    """A query as one database takes it: what it asks, and how its values go there and come back."""

    sql: str
    given: Sequence[tuple[str, Any, Processor | None]]
    gained: Sequence[tuple[int, Processor]]

    def ask(self, given: Mapping[str, Any]) -> tuple[str, list[Any]]:
        values = [
            written(given.get(name, constant)) if written else given.get(name, constant)
            for name, constant, written in self.given
        ]
        return self.sql, values

    def read(self, rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
        if not self.gained:
            return [tuple(row) for row in rows]
        found = []
        for row in rows:
            values = list(row)
            for place, read in self.gained:
                values[place] = read(values[place])
            found.append(tuple(values))
        return found


def _write(query: Select[*Columns], dialect: Dialect) -> _Written:
    compiled = query.compile(dialect=dialect)
    if not isinstance(compiled, SQLCompiler):
        raise TypeError("a SELECT is written by the compiler of SQL")
    given = [
        (name, compiled.params[name], _to_database(compiled.binds[name].type, dialect))
        for name in compiled.positiontup or ()
    ]
    gained = [
        (place, read)
        for place, column in enumerate(query.selected_columns)
        if (read := column.type.dialect_impl(dialect).result_processor(dialect, None))
    ]
    return _Written(compiled.string, given, gained)


async def insert_rows(
    db: AsyncSession,
    table: type[DeclarativeBase],
    rows: Sequence[Mapping[str, Any]],
    *,
    unless: Sequence[str] | None = None,
) -> int:
    """Insert rows that name the same columns, in one statement; tell how many were new.

    A row whose columns `unless` are those of another is left out; with none named, whatever row
    breaks a unique rule is. Python's defaults of columns are not filled in: name every column.
    """
    if not rows:
        return 0
    columns, dialect = tuple(rows[0]), db.get_bind().dialect
    target = None if unless is None else tuple(unless)
    sql, written = _insert(table, columns, target, dialect)
    values = [
        _column([row[name] for row in rows], write)
        for name, write in zip(columns, written, strict=True)
    ]
    driver = await _driver(db)
    try:
        if dialect.name == "postgresql":
            # The tag of what was done: "INSERT 0 3".
            return int((await driver.execute(sql, *values)).rpartition(" ")[2])
        async with driver.executemany(sql, zip(*values, strict=True)) as cursor:
            return int(cursor.rowcount)
    except Exception as failure:
        _refused(failure, sql, driver, dialect)


@lru_cache(maxsize=256)
def _insert(
    table: type[DeclarativeBase],
    columns: tuple[str, ...],
    unless: tuple[str, ...] | None,
    dialect: Dialect,
) -> tuple[str, tuple[Processor | None, ...]]:
    target = cast("Table", table.__table__)
    types = [target.c[name].type for name in columns]
    if dialect.name == "postgresql":
        arrays = ", ".join(
            f"${place}::{_array(each, dialect)}" for place, each in enumerate(types, 1)
        )
        given = ", ".join(
            f"{name}::json" if isinstance(_impl(each, dialect), JSON) else name
            for name, each in zip(columns, types, strict=True)
        )
        source = f"SELECT {given} FROM unnest({arrays}) AS given ({', '.join(columns)})"  # noqa: S608
    else:
        source = f"VALUES ({', '.join('?' for _ in columns)})"
    sql = f"INSERT INTO {target.name} ({', '.join(columns)}) {source}"  # names of ours
    if unless is not None:
        conflict = f" ({', '.join(unless)})" if unless else ""
        sql += f" ON CONFLICT{conflict} DO NOTHING"
    return sql, tuple(_writer(each, dialect) for each in types)


def _column(values: list[Any], write: Processor | None) -> Any:
    if write is _uuids:
        return _uuids(values)
    return [write(each) for each in values] if write else values


def _writer(kind: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    is_array_of_uuids = dialect.name == "postgresql" and isinstance(_impl(kind, dialect), Uuid)
    return _uuids if is_array_of_uuids else _to_database(kind, dialect)


def _uuids(values: Iterable[UUID | None]) -> str:
    # As text: asyncpg looks at each element of an array four times, and UUIDs are most of a row.
    return "{" + ",".join(["NULL" if each is None else each.hex for each in values]) + "}"


def _array(kind: TypeEngine[Any], dialect: Dialect) -> str:
    implemented = _impl(kind, dialect)
    if isinstance(implemented, Uuid):
        return "text::uuid[]"
    if isinstance(implemented, String | Enum | JSON):
        return "text[]"
    return f"{kind.compile(dialect)}[]"


def _impl(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    implemented = kind.dialect_impl(dialect)
    if isinstance(implemented, TypeDecorator):
        return _impl(implemented.impl_instance, dialect)
    return implemented


def _to_database(kind: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


async def hold_numbers(db: AsyncSession, numbers: Collection[int]) -> None:
    """Hold some numbers of 63 bits until the transaction ends, in one order for everybody.

    PostgreSQL only; elsewhere the write transaction itself is that lock.
    """
    if numbers and db.get_bind().dialect.name == "postgresql":
        sql = "SELECT pg_advisory_xact_lock(number) FROM unnest($1::bigint[]) AS number"
        await _run(db, sql, [sorted(numbers)])


async def perform(driver: Any, dialect: Dialect, command: str) -> None:
    """Let PostgreSQL's driver do a command of the transaction itself.

    Raises: DBAPIError as SQLAlchemy's own; also where COMMIT was answered by a rollback.
    """
    try:
        done = await driver.execute(command)
    except Exception as failure:
        _refused(failure, command, driver, dialect)
    if command == "COMMIT" and done != "COMMIT":
        raise InternalError(command, None, RuntimeError(done))


async def _driver(db: AsyncSession) -> Any:
    # A session of `Database` has its connection from the first; asking for it waits for nothing.
    if db.in_nested_transaction():
        await db.connection()  # but a savepoint begins with the first statement inside
    connection = db.sync_session.connection()
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "postgresql" and not driver.is_in_transaction():
        # SQLAlchemy begins its transaction there only with the first statement of its own.
        await db.run_sync(_begin)
    return driver


def _begin(session: Session) -> None:
    cursor = session.connection().connection.cursor()
    cursor.execute("SELECT 1")
    cursor.close()


async def _run(db: AsyncSession, sql: str, given: Sequence[Any]) -> Iterable[Sequence[Any]]:
    driver = await _driver(db)
    dialect = db.get_bind().dialect
    try:
        if dialect.name == "postgresql":
            found = await driver.fetch(sql, *given)
        else:
            found = await driver.execute_fetchall(sql, given)
    except Exception as failure:
        _refused(failure, sql, driver, dialect)
    return cast("Iterable[Sequence[Any]]", found)


def _refused(failure: Exception, sql: str, driver: Any, dialect: Dialect) -> NoReturn:
    """Raise what a driver said as SQLAlchemy's own, without the values."""
    if isinstance(failure, OSError):
        raise failure
    is_lost = dialect.name == "postgresql" and driver.is_closed()
    told = DBAPIError.instance(
        sql,
        None,
        failure,
        Exception,
        hide_parameters=True,
        connection_invalidated=is_lost,
        dialect=dialect,
    )
    raise cast("BaseException", told) from failure
