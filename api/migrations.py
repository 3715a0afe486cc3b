"""Migrations, run by the program itself; they lie in `alembic/versions` and fit both databases."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from api.db import Database

_FOLDER = Path(__file__).parent.parent / "alembic"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


async def upgrade(database: Database, revision: str = "head") -> None:
    """Bring a database up to a revision; what is there is kept."""
    await _run(database, lambda connection: command.upgrade(_config(connection), revision))


async def downgrade(database: Database, revision: str) -> None:
    """Bring a database down to a revision (`base` for nothing at all)."""
    await _run(database, lambda connection: command.downgrade(_config(connection), revision))


async def is_current(database: Database) -> bool:
    """Tell whether a database is at the newest revision that this program knows."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()

    def revision(connection: Connection) -> str | None:
        return MigrationContext.configure(connection).get_current_revision()

    async with database.read() as session:
        connection = await session.connection()
        return await connection.run_sync(revision) == newest


def is_known(revision: str) -> bool:
    """Tell whether this program knows a revision; it knows none of a newer version."""
    script = ScriptDirectory.from_config(_config())
    return any(each.revision == revision for each in script.walk_revisions())


async def _run(database: Database, migrate: Callable[[Connection], None]) -> None:
    async with database.engine.connect() as connection:
        if database.is_sqlite:
            # Batch mode rebuilds tables, and with foreign keys on the drop deletes the children.
            # The pragma is ignored inside a transaction, so it goes to the driver directly.
            await _foreign_keys(connection, on=False)
        await connection.execution_options(sqlite_begin="IMMEDIATE")
        try:
            # Begun here, or Alembic would commit by itself, before the check.
            await connection.begin()
            await connection.run_sync(migrate)
            if database.is_sqlite:
                await _require_whole_references(connection)
            await connection.commit()
        finally:
            await connection.rollback()
            if database.is_sqlite:
                await _foreign_keys(connection, on=True)


async def _require_whole_references(connection: AsyncConnection) -> None:
    broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
    if broken:
        raise RuntimeError(f"the migration broke foreign keys: {broken[:5]}")


async def _foreign_keys(connection: AsyncConnection, *, on: bool) -> None:
    def switch(inner: Connection) -> None:
        cursor = inner.connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
        cursor.close()

    await connection.run_sync(switch)
