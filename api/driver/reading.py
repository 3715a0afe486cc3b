"""Asking: a SELECT that is written once, with any number of values as one parameter."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVarTuple, cast

from sqlalchemy import (
    ARRAY,
    BindParameter,
    Boolean,
    ColumnElement,
    Dialect,
    Select,
    Text,
    Uuid,
    bindparam,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from api.driver.line import run
from api.driver.values import Processor, from_database, to_database, uuids

Columns = TypeVarTuple("Columns")


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
        written = to_database(self.one, dialect)
        return json.dumps([written(each) for each in given] if written else given)


class _Ids(_Many):
    """Any number of ids; to PostgreSQL they go as the text of an array (see `values`)."""

    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # noqa: ARG002
        return Text()

    def process_bind_param(self, value: Collection[Any] | None, dialect: Dialect) -> Any:
        if dialect.name == "postgresql":
            return uuids(list(value or ()))
        return super().process_bind_param(value, dialect)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> "_Among":  # noqa: ARG002
        # It is a condition as it stands; SQLAlchemy would write `= 1` behind it on SQLite.
        return self


@compiles(_Among, "postgresql")
def _among_array(among: _Among, compiler: SQLCompiler, **more: Any) -> str:
    column, many = (compiler.process(each, **more) for each in among.clauses)
    _, given = among.clauses
    if isinstance(given.type, _Ids):
        # Behind a SELECT it is read once; where a table is read whole, else once for each row.
        many = f"(SELECT CAST({many} AS TEXT)::UUID[])::UUID[]"
    return f"{column} = ANY ({many})"


@compiles(_Among, "sqlite")
def _among_json(among: _Among, compiler: SQLCompiler, **more: Any) -> str:
    column, many = (compiler.process(each, **more) for each in among.clauses)
    return f"{column} IN (SELECT value FROM json_each({many}))"  # noqa: S608  # both are compiled


def among(column: InstrumentedAttribute[Any], name: str) -> ColumnElement[bool]:
    """Make the condition that a column is one of the values given as `name`, however many.

    The statement is the same for one and for a thousand; `in_` makes another for each number.
    """
    if isinstance(column.type, Uuid):
        return _Among(column, bindparam(name, type_=_Ids(column.type)))
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
        return cast("list[tuple[*Columns]]", written.read(await run(db, *written.ask(given))))


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
        (name, compiled.params[name], to_database(compiled.binds[name].type, dialect))
        for name in compiled.positiontup or ()
    ]
    gained = [
        (place, read)
        for place, column in enumerate(query.selected_columns)
        if (read := from_database(column.type, dialect))
    ]
    return _Written(compiled.string, given, gained)
