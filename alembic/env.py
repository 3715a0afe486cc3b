"""How migrations run: on the connection that `api.migrations` hands over, or that a developer's
`alembic` command opens from DIEMDANH_DATABASE_URL."""

import asyncio

from alembic import context
from sqlalchemy import Connection

from api.db import Database
from api.settings import Settings
from api.tables import Base


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def migrate_from_command_line() -> None:
    settings = Settings()
    database = Database(settings.database_url or f"sqlite:///{settings.data_dir}/diemdanh.db")
    async with database.engine.connect() as connection:
        await connection.run_sync(migrate)
        await connection.commit()
    await database.close()


connection = context.config.attributes.get("connection")
if connection is not None:
    migrate(connection)
else:
    asyncio.run(migrate_from_command_line())
