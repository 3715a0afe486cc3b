"""The driver's own connection beneath a session, and what is said on it directly."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, NoReturn, cast

from sqlalchemy import Dialect
from sqlalchemy.exc import DBAPIError, InternalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from api.driver.values import plain

STEERED: Final = "steered"
"""Names in a session's `info` the driver's connection, where that begins and ends transactions."""


async def driver_of(db: AsyncSession) -> Any:
    """Find the connection of asyncpg or sqlite3 beneath a session, in its transaction."""
    steered = db.info.get(STEERED)
    if steered is not None:
        return steered
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


async def run(db: AsyncSession, sql: str, given: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Ask on the connection of a session.

    Raises: DBAPIError as SQLAlchemy's own; OSError where the database is away.
    """
    driver = await driver_of(db)
    dialect = db.get_bind().dialect
    try:
        if dialect.name == "postgresql":
            found = await driver.fetch(sql, *given)
        else:
            found = await driver.execute_fetchall(sql, given)
    except Exception as failure:
        refused(failure, sql, driver, dialect)
    return cast("Iterable[Sequence[Any]]", found)


def refused(failure: Exception, sql: str, driver: Any, dialect: Dialect) -> NoReturn:
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


async def perform(driver: Any, dialect: Dialect, command: str) -> None:
    """Let PostgreSQL's driver do a command of the transaction itself.

    Raises: DBAPIError as SQLAlchemy's own; also where COMMIT was answered by a rollback.
    """
    try:
        done = await driver.execute(command)
    except Exception as failure:
        refused(failure, command, driver, dialect)
    if command == "COMMIT" and done != "COMMIT":
        raise InternalError(command, None, RuntimeError(done))


async def hold_numbers(db: AsyncSession, numbers: Collection[int]) -> None:
    """Hold some numbers of 63 bits until the transaction ends, in one order for everybody.

    PostgreSQL only; elsewhere the write transaction itself is that lock.
    """
    if numbers and db.get_bind().dialect.name == "postgresql":
        sql = (
            "SELECT count(pg_advisory_xact_lock(number)) FROM unnest($1::text::bigint[]) AS number"
        )
        await run(db, sql, [plain(sorted(numbers))])
