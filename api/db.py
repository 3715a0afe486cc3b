"""The database: one code path for SQLite and PostgreSQL.

`Db` writes and `ReadDb` reads; both are one transaction per request. The write transaction is
committed *before* the answer is sent (`scope="function"`): by default a dependency would exit
afterwards, and a failing commit would still have answered 200.
"""

import asyncio
import errno
import sqlite3
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import Depends, Request
from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    event,
    false,
    literal,
    make_url,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute

from api.driver.line import STEERED, perform
from api.kit.errors import Problem, come_back, no_room
from api.kit.text import fold

_LINES: Final = 2  # of a process: its committer's and its exchanger's, each a `ReservedLine`
_READ = {"postgresql_readonly": True}
_WRITE = {"sqlite_begin": "IMMEDIATE"}
_STEADY = {"isolation_level": "REPEATABLE READ"}


def async_url(url: str) -> str:
    """Name the asynchronous driver in a database URL; `postgresql://` means asyncpg here."""
    parsed = make_url(url)
    driver = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    name = parsed.get_backend_name()
    if name not in driver:
        raise ValueError(f"neither SQLite nor PostgreSQL: {name}")
    return parsed.set(drivername=driver[name]).render_as_string(hide_password=False)


_OUTSIDE = ("08", "53", "57", "58")
"""SQLSTATE classes of a server that is away, full, stopping or failing."""


_FULL_STATE = "53100"
_FULL_ERRNO = frozenset({errno.ENOSPC, errno.EDQUOT})


def outage(failure: BaseException) -> Callable[[], Problem] | None:
    """Tell what to answer after a failure from outside the program; None for any other.

    507 where there is no room left; 503 where the database is out of reach, or its COMMIT has an
    unknown outcome: what was sent is then recorded or not, and only sending it again finds out.
    """
    if _is_full(failure):
        return no_room
    return come_back if _is_away(failure) else None


def _is_full(failure: BaseException) -> bool:
    if isinstance(failure, DBAPIError):
        code = getattr(failure.orig, "sqlite_errorcode", None)
        return code == sqlite3.SQLITE_FULL or _state(failure) == _FULL_STATE
    return isinstance(failure, OSError) and failure.errno in _FULL_ERRNO


def _is_away(failure: BaseException) -> bool:
    if isinstance(failure, DBAPIError):
        return (
            failure.connection_invalidated
            or isinstance(failure, OperationalError | InterfaceError)
            or _state(failure).startswith(_OUTSIDE)
        )
    return isinstance(failure, PoolTimeout | OSError)


def _state(failure: DBAPIError) -> str:
    return str(getattr(failure.orig, "sqlstate", None) or "")


def engine_of(url: str, *, pool_size: int = 10) -> AsyncEngine:
    """Make an engine; it connects when it is first asked."""
    engine = create_async_engine(
        async_url(url),
        pool_size=pool_size + _LINES,
        max_overflow=0,
        hide_parameters=True,
    )
    if make_url(url).get_backend_name() == "postgresql":
        event.listen(engine.sync_engine, "checkout", _refuse_lost)
    else:
        event.listen(engine.sync_engine, "connect", _configure_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        event.listen(engine.sync_engine, "checkin", _end_sqlite)
    return engine


class Database:
    """An engine and its two ways in.

    On SQLite writers queue at a gate of this process: 64 writers on busy_timeout alone reached
    3.5 s, behind the gate 0.26 s.
    """

    def __init__(self, url: str, *, pool_size: int = 10, engine: AsyncEngine | None = None) -> None:
        self.url = async_url(url)
        self.is_sqlite = make_url(self.url).get_backend_name() == "sqlite"
        self.engine = engine or engine_of(self.url, pool_size=pool_size)
        self._sessions = async_sessionmaker(
            self.engine, expire_on_commit=False, close_resets_only=False
        )
        self._gate = asyncio.Lock() if self.is_sqlite else None

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """Open a write transaction; it commits on the way out and rolls back on an exception."""
        if self._gate is None:
            async with self._transaction(_WRITE) as session:
                yield session
        else:
            async with self._gate, self._transaction(_WRITE) as session:
                yield session

    @asynccontextmanager
    async def write_steadily(self) -> AsyncIterator[AsyncSession]:
        """Open a write transaction that sees one moment from its first statement to its last.

        On PostgreSQL, where another transaction has changed since what this one is about to change,
        it fails (SQLSTATE 40001) and is to be begun anew.
        """
        if self._gate is None:
            async with self._transaction(_STEADY) as session:
                yield session
        else:
            async with self.write() as session:
                yield session

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """Open a read transaction: one snapshot on SQLite, read-only on PostgreSQL."""
        async with self._transaction(_READ) as session:
            yield session

    @asynccontextmanager
    async def _transaction(self, options: dict[str, Any]) -> AsyncIterator[AsyncSession]:
        async with self._sessions() as session:
            await session.connection(execution_options=options)
            yield session
            await session.commit()

    async def now(self) -> datetime | None:
        """Ask a database server for its clock; None for SQLite, which has none of its own."""
        if self.is_sqlite:
            return None
        async with self.read() as session:
            instant: datetime = (await session.scalars(text("SELECT clock_timestamp()"))).one()
            return instant

    async def close(self) -> None:
        """Give back every connection."""
        await self.engine.dispose()


class ReservedLine(Database):
    """A way in for one who writes lists, or reads them: a connection of his own, kept for all.

    So he never waits until somebody else gives one back. What failed is taken back, and where
    even that fails the next transaction takes another connection. Close it before the database.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database.url, engine=database.engine)
        self._gate = database._gate  # writers of a process queue at one gate
        self._line: AsyncConnection | None = None
        self._session: AsyncSession | None = None

    async def close(self) -> None:
        """Give the connection back; one that was settled for keys alone is nobody else's."""
        line, self._line = self._line, None
        session, self._session = self._session, None
        if session is not None:
            await session.close()
        if line is not None:
            if not self.is_sqlite:
                await line.invalidate()
            await line.close()

    @asynccontextmanager
    async def _transaction(self, options: dict[str, Any]) -> AsyncIterator[AsyncSession]:
        try:
            if self._line is None:
                self._line = await self._connect(options)
            if self.is_sqlite:
                async with AsyncSession(self._line, expire_on_commit=False) as session:
                    await session.connection()
                    yield session
                    await session.commit()
            else:
                if self._session is None:
                    self._session = await self._steered(self._line)
                steered = self._session.info[STEERED]
                begin = "BEGIN READ ONLY" if options is _READ else "BEGIN"
                await perform(steered, self._line.dialect, begin)
                yield self._session
                await perform(steered, self._line.dialect, "COMMIT")
                self._session.expunge_all()
        except Exception:
            if not await self._took_back():
                await self.close()
            raise
        except BaseException:
            await self.close()
            raise

    async def _took_back(self) -> bool:
        """Roll back on PostgreSQL, where another connection costs more than a list of check-ins."""
        line, session = self._line, self._session
        if self.is_sqlite or line is None or session is None:
            return False
        self._session = None
        try:
            await session.close()
            await perform(session.info[STEERED], line.dialect, "ROLLBACK")
        except Exception:
            return False
        return True

    async def _connect(self, options: dict[str, Any]) -> AsyncConnection:
        line = await self.engine.connect()
        if self.is_sqlite:
            return await line.execution_options(**options)
        try:
            await perform(await _driver_of(line), line.dialect, _BY_KEY)
            # Transactions are begun and ended by the driver, at a third of the journeys.
            return await line.execution_options(isolation_level="AUTOCOMMIT")
        except BaseException:
            await line.invalidate()
            raise

    async def _steered(self, line: AsyncConnection) -> AsyncSession:
        """Make a session that goes on from transaction to transaction, which the driver steers."""
        session = AsyncSession(line, expire_on_commit=False)
        await session.connection()
        session.info[STEERED] = await _driver_of(line)
        return session


# Everything that is asked there is found by key, whatever the tables held when it was first asked:
# a plan that was made for an empty table would read a nation's from end to end.
_BY_KEY = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off"


async def _driver_of(line: AsyncConnection) -> Any:
    return (await line.get_raw_connection()).driver_connection


def _refuse_lost(connection: Any, _record: Any, _fairy: Any) -> None:
    # Whose line was cut knows it by now; asking the server each time would cost three journeys. One
    # that does not know it yet fails once, and all that were made before it are made anew.
    if connection.driver_connection.is_closed():
        raise DisconnectionError


def _configure_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own idea of transactions is turned off; `_begin_sqlite` says BEGIN.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=10000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def insert_into(
    session: AsyncSession, table: type[DeclarativeBase]
) -> postgresql.Insert | sqlite.Insert:
    """Begin an INSERT that knows ON CONFLICT, in the dialect of this session's database."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


def _end_sqlite(connection: Any, _record: Any) -> None:
    # SQLite keeps a transaction open whose COMMIT failed, and with it the write lock, where
    # SQLAlchemy believes that it has ended.
    if connection is not None and connection.driver_connection.in_transaction:
        connection.rollback()


def found_by(search_key: InstrumentedAttribute[str], search: str) -> ColumnElement[bool]:
    """Make the condition that every word of a search begins a word of a folded name.

    "nguyen hoa" finds Nguyễn Thị Hoa, and "uy" does not find Huyện; a search without a letter or
    digit finds nothing.
    """
    words = fold(search).split()
    begun = [(literal(" ") + search_key).contains(f" {word}", autoescape=True) for word in words]
    return and_(*begun) if begun else false()


async def one_at_a_time(session: AsyncSession, key: str) -> None:
    """Hold `key` until this transaction ends, so that what follows runs beside none of its like.

    On SQLite the write transaction itself is that lock.
    """
    if session.get_bind().dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
        await session.execute(lock, {"key": key})


async def each_at_a_time(session: AsyncSession, keys: Collection[str]) -> None:
    """Hold all of `keys` as `one_at_a_time` does, in one statement and one order for everybody."""
    if keys and session.get_bind().dialect.name == "postgresql":
        locks = text(
            "SELECT pg_advisory_xact_lock(hashtextextended(ordered.key, 0)) FROM"
            " (SELECT key FROM unnest(CAST(:keys AS text[])) AS key ORDER BY key) AS ordered"
        )
        await session.execute(locks, {"keys": sorted(keys)})


async def database(request: Request) -> Database:
    """Find the database of the running application."""
    found: Database = request.app.state.database
    return found


TheDatabase = Annotated[Database, Depends(database)]


async def _write(database: TheDatabase) -> AsyncIterator[AsyncSession]:
    async with database.write() as session:
        yield session


async def _read(database: TheDatabase) -> AsyncIterator[AsyncSession]:
    async with database.read() as session:
        yield session


Db = Annotated[AsyncSession, Depends(_write, scope="function")]
ReadDb = Annotated[AsyncSession, Depends(_read, scope="function")]
