"""What all tables share: constraint names, aware instants, and texts that sort by code point."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    JSON,
    ColumnElement,
    DateTime,
    Dialect,
    Enum,
    Index,
    MetaData,
    String,
    Text,
    Uuid,
    cast,
    text,
)
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC, in and out; SQLite would give it back naive.

    Raises: ValueError for a naive instant, before it reaches the database.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn an aware instant into UTC."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a naive instant")
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give an instant back aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JsonText(TypeDecorator[str]):
    """JSON that is kept and answered as it was written, letter by letter, and never taken apart."""

    impl = JSON
    cache_ok = True

    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[str]:
        """Read the text of it: a driver would make an object of JSON."""
        return cast(column, Text)

    def bind_processor(self, dialect: Dialect) -> None:  # noqa: ARG002
        """Write the text as it is."""
        return

    def result_processor(self, dialect: Dialect, coltype: object) -> None:  # noqa: ARG002
        """Give the text as it is."""
        return


def word(enumeration: type[StrEnum], name: str) -> Enum:
    """Store one of a closed list of words as text, with a CHECK constraint called `name`."""
    return Enum(
        enumeration,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda words: [word.value for word in words],
    )


def sortable(length: int) -> String:
    """Make a text compared by code point on both databases (SQLite does; PostgreSQL is told)."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def unique_where(name: str, column: str, condition: str) -> Index:
    """Make a rule of the database: no two rows of which `condition` holds share `column`."""
    where = text(condition)
    return Index(name, column, unique=True, sqlite_where=where, postgresql_where=where)


class Base(DeclarativeBase):
    """The one registry of tables; every constraint is named by rule."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        UUID: Uuid(),
        dict[str, Any]: JSON,
        list[str]: JSON,
        list[dict[str, Any]]: JSON,
        list[list[Any]]: JSON,
    }
