"""How values go to a database and come back, by the type of their column."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Date, DateTime, Dialect, Enum, Integer, String, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

Processor = Callable[[Any], Any]
ArrayWriter = Callable[[Sequence[Any]], str]


def implementation(kind: TypeEngine[Any], dialect: Dialect) -> TypeEngine[Any]:
    """Find the type that the database itself is told of."""
    implemented = kind.dialect_impl(dialect)
    if isinstance(implemented, TypeDecorator):
        return implementation(implemented.impl_instance, dialect)
    return implemented


def to_database(kind: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    """Find what makes of a value what the driver takes; None where it is taken as it is."""
    return kind.dialect_impl(dialect).bind_processor(dialect)


def from_database(kind: TypeEngine[Any], dialect: Dialect) -> Processor | None:
    """Find what makes a value of what the driver gives; None where it is one already."""
    implemented = implementation(kind, dialect)
    if isinstance(implemented, Enum) and implemented.enum_class is not None:
        return _words(implemented.enum_class)
    if isinstance(implemented, DateTime) and dialect.name == "postgresql":
        return None  # asyncpg gives instants aware, and in UTC
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _words(enumeration: Any) -> Processor:
    by_word: dict[str | None, Any] = {each.value: each for each in enumeration}
    by_word[None] = None
    return by_word.__getitem__


# A column goes to PostgreSQL as the text of an array: asyncpg looks at each element of an array
# four times, and a text is joined at once.


def array_writer(kind: TypeEngine[Any], dialect: Dialect) -> ArrayWriter:
    """Find what writes a column of this type as the text of an array of PostgreSQL."""
    implemented = implementation(kind, dialect)
    if isinstance(implemented, Uuid):
        return uuids
    if isinstance(implemented, Integer | Boolean):
        return plain
    if isinstance(implemented, DateTime):
        return _instants
    if isinstance(implemented, String | JSON | Date):
        write = None if isinstance(implemented, Date | Enum) else to_database(kind, dialect)
        return partial(_texts, partial(_text, write))
    raise TypeError(f"no array of {kind!r}")


def uuids(values: Sequence[UUID | None]) -> str:
    """Write ids as the text of an array."""
    return "{" + ",".join(["NULL" if each is None else each.hex for each in values]) + "}"


def plain(values: Sequence[float | None]) -> str:
    """Write numbers, or truths, as the text of an array."""
    return "{" + ",".join(["NULL" if each is None else str(each) for each in values]) + "}"


def _instants(values: Sequence[datetime | None]) -> str:
    return "{" + ",".join(["NULL" if each is None else _instant(each) for each in values]) + "}"


@lru_cache(maxsize=1024)
def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("a naive instant")
    return f'"{value.isoformat()}"'


def _texts(write: Processor, values: Sequence[Any]) -> str:
    return "{" + ",".join(each_written(write, values)) + "}"


def _text(write: Processor | None, value: Any) -> str:
    given = value if value is None or write is None else write(value)
    return "NULL" if given is None else _quoted(str(given))


def each_written(write: Processor, values: Sequence[Any]) -> list[Any]:
    """Write the values of a column; neighbours that are the same object are written once."""
    written, last, value = [], object(), None
    for each in values:
        if each is not last:  # often all rows of a list share one
            last, value = each, write(each)
        written.append(value)
    return written


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def array_type(kind: TypeEngine[Any], dialect: Dialect) -> str:
    """Name the type of array that a column of this type comes from."""
    is_text = isinstance(implementation(kind, dialect), String | Enum | JSON)
    return "text[]" if is_text else f"{kind.compile(dialect)}[]"
