"""The morning of a sandbox as it begins: a copy beside its database, and going back to it.

A sandbox is always SQLite in a folder of its own, so its beginning is one file, taken and put back
whole, with the same ids, accounts and client.
"""

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from api.db import Database
from api.kit.ids import new_id
from api.tables import Base

FILE: Final = "morning.db"
_PATIENCE_SECONDS: Final = 30


def copy_beside(path: Path) -> Path:
    """Name the copy of a sandbox's beginning."""
    return path.with_name(FILE)


async def keep(database: Database) -> None:
    """Copy the database as its beginning; done when the copy is whole."""
    path = _path_of(database)
    await asyncio.to_thread(_keep, path, copy_beside(path))


async def bring_back(database: Database, *, ahead_ms: int, at: datetime) -> None:
    """Put everything back as it was at the beginning, in one transaction, and set the clock."""
    path = _path_of(database)
    await asyncio.to_thread(_bring_back, path, copy_beside(path), ahead_ms, at)


def _path_of(database: Database) -> Path:
    return Path(str(database.engine.url.database))


def _keep(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(path)) as line:
        line.execute("VACUUM INTO ?", (str(copy),))


def _bring_back(path: Path, copy: Path, ahead_ms: int, at: datetime) -> None:
    # A line of its own, on which foreign keys are not checked: the copy is whole as it is.
    with closing(sqlite3.connect(path, timeout=_PATIENCE_SECONDS, isolation_level=None)) as line:
        line.execute("ATTACH DATABASE ? AS morning", (str(copy),))
        line.execute("BEGIN IMMEDIATE")
        changes = "SELECT COALESCE(SUM(number), 0) FROM main.plan_changes"
        (before,) = line.execute(changes).fetchone()
        for table in Base.metadata.sorted_tables:
            name, columns = table.name, ", ".join(f'"{each.name}"' for each in table.columns)
            line.execute(f"DELETE FROM main.{name}")  # noqa: S608  # names of ours
            line.execute(
                f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM morning.{name}"  # noqa: S608
            )
        # The number of plan changes only grows: what a process worked out is not of this morning.
        (after,) = line.execute(changes).fetchone()
        line.execute(
            "INSERT INTO main.plan_changes (id, number) VALUES (?, ?)",
            (new_id(at).hex, before + 1 - after),
        )
        line.execute("UPDATE main.sandbox_clock SET ahead_ms = ?", (ahead_ms,))
        line.execute("COMMIT")
