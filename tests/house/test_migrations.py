"""Migrations on both databases: up, down, up again, and nothing but what the tables say."""

import re
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Uuid, bindparam, delete, func, inspect, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from api import migrations
from api.db import Database
from api.tables import Base
from api.tables.base import UtcDateTime
from api.tables.events import Event
from api.tables.members import Member
from api.tables.units import Unit
from tests.databases import Template
from tests.moving_clock import MORNING

NAMED = re.compile(r"(pk|uq|ck|fk|ix)_[a-z0-9_]+")

REBUILD = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "HEAD"


def upgrade() -> None:
    with op.batch_alter_table("units", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.String(20), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("units", recreate="always") as batch:
        batch.drop_column("note")
"""
BREAK = """
from alembic import op

revision = "9999"
down_revision = "HEAD"


def upgrade() -> None:
    op.execute("DELETE FROM units")
"""


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    found = Database(database_url)
    yield found
    await found.close()


async def _ask(database: Database, question: Any) -> Any:
    async with database.engine.connect() as connection:
        return await connection.run_sync(question)


def _drift(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return list(compare_metadata(context, Base.metadata))


def _names(connection: Connection) -> dict[str, set[str | None]]:
    """Name every constraint and index, by table."""
    inspector = inspect(connection)
    found: dict[str, set[str | None]] = {}
    for table in set(inspector.get_table_names()) - {"alembic_version"}:
        found[table] = {
            inspector.get_pk_constraint(table)["name"],
            *(each["name"] for each in inspector.get_foreign_keys(table)),
            *(each["name"] for each in inspector.get_unique_constraints(table)),
            *(each["name"] for each in inspector.get_check_constraints(table)),
            *(each["name"] for each in inspector.get_indexes(table)),
        }
    return found


def _declared(dialect: Any) -> dict[str, set[str | None]]:
    preparer = dialect.identifier_preparer
    return {
        table.name: {
            *(preparer.format_constraint(each) for each in table.constraints),
            *(index.name for index in table.indexes),
        }
        for table in Base.metadata.sorted_tables
    }


async def test_the_migrated_database_is_what_the_tables_say(database: Database) -> None:
    assert await _ask(database, _drift) == []
    assert await migrations.is_current(database)


async def test_every_constraint_and_index_has_the_name_of_the_rule(database: Database) -> None:
    found = await _ask(database, _names)
    assert found == _declared(database.engine.dialect)
    names = [name for table in found.values() for name in table]
    assert len(names) > 60
    assert [name for name in names if not name or not NAMED.fullmatch(name)] == []
    assert [name for name in names if name and len(name) > 63] == [], "PostgreSQL would cut it"


async def test_down_to_nothing_and_up_again(database: Database) -> None:
    await migrations.downgrade(database, "base")
    left = await _ask(database, lambda connection: inspect(connection).get_table_names())
    assert set(left) <= {"alembic_version"}
    assert not await migrations.is_current(database)
    await migrations.upgrade(database)
    assert await _ask(database, _drift) == []
    assert await migrations.is_current(database)


async def test_migrating_again_changes_nothing(database: Database) -> None:
    async with database.read() as db:
        before = (await db.execute(select(func.count()).select_from(Member))).scalar_one()
    await migrations.upgrade(database)
    async with database.read() as db:
        after = (await db.execute(select(func.count()).select_from(Member))).scalar_one()
    assert before == after == 10


async def test_every_enumeration_is_checked_by_the_database(
    database: Database, template: Template
) -> None:
    member = template.district.people["hoa"].id
    change = text("UPDATE members SET status = 'invented' WHERE id = :id")
    change = change.bindparams(bindparam("id", member, Uuid()))
    async with database.write() as db:
        with pytest.raises(IntegrityError, match="ck_members_status"):
            await db.execute(change)
        await db.rollback()


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_every_instant_carries_its_time_zone(database: Database) -> None:
    async with database.read() as db:
        query = text(
            "SELECT table_name, column_name, data_type FROM information_schema.columns "
            "WHERE table_schema = 'public' AND data_type LIKE 'timestamp%'"
        )
        columns = (await db.execute(query)).all()
    assert len(columns) > 25
    assert [each for each in columns if each.data_type != "timestamp with time zone"] == []


def test_every_instant_of_a_table_is_of_the_one_type() -> None:
    naive = [
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.type.python_type is datetime and not isinstance(column.type, UtcDateTime)
    ]
    assert naive == []


async def test_a_naive_instant_never_reaches_the_database(database: Database) -> None:
    naive = datetime(2022, 3, 15, 7, 30)  # noqa: DTZ001
    with pytest.raises(StatementError, match="a naive instant"):
        async with database.read() as db:
            await db.execute(select(Event).where(Event.at > naive))


async def test_instants_come_back_aware_and_in_utc(database: Database) -> None:
    async with database.read() as db:
        instants = (await db.scalars(select(Unit.created_at))).all()
    assert set(instants) == {MORNING}
    assert {instant.tzinfo for instant in instants} == {UTC}


async def test_foreign_keys_hold_on_every_connection(
    database: Database, template: Template
) -> None:
    await migrations.upgrade(database)
    for _ in range(3):
        async with database.write() as db:
            with pytest.raises(IntegrityError):
                await db.execute(delete(Unit).where(Unit.id == template.district.units["office"]))
            await db.rollback()
    if database.is_sqlite:
        async with database.read() as first, database.read() as second:
            for db in (first, second):
                assert (await db.execute(text("PRAGMA foreign_keys"))).scalar_one() == 1


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_the_embedded_database_is_durable(database: Database) -> None:
    async with database.read() as db:
        assert (await db.execute(text("PRAGMA journal_mode"))).scalar_one() == "wal"
        assert (await db.execute(text("PRAGMA synchronous"))).scalar_one() == 2
        assert (await db.execute(text("PRAGMA busy_timeout"))).scalar_one() == 10_000


async def _rows(database: Database) -> dict[str, int]:
    async with database.read() as db:
        return {
            table.name: (await db.execute(select(func.count()).select_from(table))).scalar_one()
            for table in Base.metadata.sorted_tables
        }


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Stand one day later, when there is a migration more."""
    folder = tmp_path / "alembic"
    shutil.copytree(migrations._FOLDER, folder)
    head = max(path.name.split("_")[0] for path in (folder / "versions").glob("[0-9]*.py"))
    monkeypatch.setattr(migrations, "_FOLDER", folder)

    def add(text: str) -> None:
        (folder / "versions" / "9999_later.py").write_text(text.replace("HEAD", head))

    return add


async def test_rebuilding_a_parent_table_keeps_its_children(
    database: Database, later: Callable[[str], None]
) -> None:
    later(REBUILD if database.is_sqlite else REBUILD.replace("always", "auto"))
    assert not await migrations.is_current(database)
    before = await _rows(database)
    await migrations.upgrade(database)
    assert await _rows(database) == before
    assert await _ask(database, _names) == _declared(database.engine.dialect)
    await migrations.downgrade(database, "-1")
    assert await _rows(database) == before
    assert await _ask(database, _drift) == []


async def test_a_migration_that_breaks_a_reference_is_undone(
    database: Database, later: Callable[[str], None]
) -> None:
    later(BREAK)
    before = await _rows(database)
    with pytest.raises((RuntimeError, IntegrityError), match="foreign key"):
        await migrations.upgrade(database)
    assert await _rows(database) == before
    assert not await migrations.is_current(database)
    async with database.write() as db:
        with pytest.raises(IntegrityError):
            await db.execute(delete(Unit))
        await db.rollback()
