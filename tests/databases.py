"""Databases for tests: made once with all that a test begins with, then copied for each test."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from api import installation, migrations
from api.db import Database
from api.kit.passwords import hash_password
from tests import district, postgres
from tests.district import District
from tests.moving_clock import MORNING

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Template:
    """A migrated database with a district in it, to be copied."""

    url: str
    district: District
    server: postgres.Server | None

    def copy(self, folder: Path) -> str:
        """Copy it for one test, and give the copy's URL."""
        number = next(_numbers)
        if self.server is None:
            target = folder / f"copy-{number}.db"
            shutil.copyfile(self.url.removeprefix("sqlite:///"), target)
            return f"sqlite:///{target}"
        name = f"copy_{number}"
        self.server.create_database(name, template=_name_in(self.url))
        return self.server.url(name)

    def drop(self, url: str) -> None:
        """Give a copy back."""
        if self.server is not None:
            self.server.drop_database(_name_in(url))


Fill = Callable[[Database], Awaitable[District]]


async def settle(database: Database) -> District:
    """Settle the district."""
    hashed = await hash_password(district.PASSWORD)
    async with database.write() as db:
        await installation.claim(db, district.MASTER_KEY, at=MORNING)
        return await district.settle(db, password_hash=hashed, at=MORNING)


def sqlite_template(folder: Path, fill: Fill = settle) -> Template:
    """Make a template as a file."""
    url = f"sqlite:///{folder / 'template.db'}"
    return Template(url, asyncio.run(_make(url, fill)), None)


def postgres_template(server: postgres.Server, fill: Fill = settle) -> Template:
    """Make a template on a throw-away server."""
    name = f"template_{next(_numbers)}"
    server.create_database(name)
    url = server.url(name)
    return Template(url, asyncio.run(_make(url, fill)), server)


async def _make(url: str, fill: Fill) -> District:
    database = Database(url)
    await migrations.upgrade(database)
    filled = await fill(database)
    if database.is_sqlite:
        # Everything into the one file that is copied.
        async with database.engine.connect() as connection:
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    await database.close()
    return filled


def _name_in(url: str) -> str:
    return url.split("@/")[1].split("?", maxsplit=1)[0]
