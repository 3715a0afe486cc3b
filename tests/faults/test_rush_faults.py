"""The short form of `make faults`: power cuts, lost lines and lost answers under load.

What was acknowledged is there exactly once; and each scenario's control, with something wrong on
purpose, is noticed.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from fastapi import FastAPI
from structlog.testing import capture_logs

from api import process
from api.db import Database
from api.installation import UnsafeInstallation, require_durable
from bench.faults import cutting, database_loss, hall, killing
from bench.faults.result import Scenario
from tests import postgres

ON_SQLITE = {"cut": cutting.SCENARIOS["cut"], "kill": killing.SCENARIOS["kill-sqlite"]}
ON_POSTGRES = database_loss.SCENARIOS


@pytest.mark.parametrize("name", ON_SQLITE)
def test_on_sqlite_nothing_is_lost_or_doubled(name: str) -> None:
    hold_to(ON_SQLITE[name])


@pytest.mark.postgres
@pytest.mark.usefixtures("postgres_server")  # says why, where there is none
@pytest.mark.parametrize("name", ON_POSTGRES)
def test_on_postgres_nothing_is_lost_or_doubled(name: str) -> None:
    hold_to(ON_POSTGRES[name])


def hold_to(scenario: Scenario) -> None:
    """Run a scenario, which must be good, and its control, which must not.

    The program that answers before its commit is seen to lose once, where it is killed.
    """
    result = scenario.run(True)
    assert result.is_good, result
    if scenario is ON_POSTGRES["terminate"]:
        return
    assert scenario.control is not None
    control = scenario.control(True)
    assert control.has_seen, control


@pytest.mark.postgres
@pytest.mark.usefixtures("postgres_server")
def test_a_process_that_begins_waits_for_its_database() -> None:
    server = hall.durable_server()
    server.create_database("away")
    server.crash()

    async def begin() -> None:
        program = FastAPI()
        program.state.database = Database(server.url("away"))
        with capture_logs() as logged:
            beginning = process.on_what_keeps(lasting)(program)
            begun = asyncio.create_task(beginning.__aenter__())
            while not logged:  # noqa: ASYNC110  # a log sets no event
                await asyncio.sleep(0)
            assert not begun.done()
            await asyncio.to_thread(server.revive)
            await begun
        await beginning.__aexit__(None, None, None)
        await program.state.database.close()
        assert {line["event"] for line in logged} == {"waiting_for_the_database"}

    asyncio.run(begin())


@asynccontextmanager
async def lasting(_app: FastAPI) -> AsyncIterator[None]:
    """Go on until the program is told to stop."""
    yield


@pytest.mark.postgres
@pytest.mark.usefixtures("postgres_server")
def test_a_postgres_that_answers_before_it_has_written_is_refused_at_start() -> None:
    server = hall.durable_server()
    server.create_database("forgetful")
    url = server.url("forgetful")
    asyncio.run(start_on(url))
    server.execute("ALTER DATABASE forgetful SET synchronous_commit = off")
    with pytest.raises(UnsafeInstallation, match="synchronous_commit = off"):
        asyncio.run(start_on(url))


@pytest.mark.postgres
@pytest.mark.usefixtures("postgres_server")
def test_a_postgres_that_may_tear_its_pages_is_refused_at_start() -> None:
    with postgres.start(settings={"fsync": "on", "full_page_writes": "off"}) as server:
        server.create_database("torn")
        with pytest.raises(UnsafeInstallation, match="full_page_writes = off"):
            asyncio.run(start_on(server.url("torn")))


async def start_on(url: str) -> None:
    """Ask what every start asks."""
    database = Database(url)
    try:
        await require_durable(database)
    finally:
        await database.close()
