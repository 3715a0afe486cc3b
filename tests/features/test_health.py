"""Alive, and fit to be sent work: database, migrations, clock, workers and disk."""

from datetime import UTC, datetime, timedelta

import httpx2 as httpx
import pytest
from sqlalchemy import text

from api import events, health, migrations
from api.events import SYSTEM, Happening
from api.kit.ids import new_id
from tests.world import World


async def _ready(world: World) -> httpx.Response:
    return await world.client().get("http://127.0.0.1:8000/readyz")


async def _failed(world: World) -> str:
    answer = await _ready(world)
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    failed: str = answer.json()["failed"]
    assert failed in answer.json()["detail"]
    return failed


@pytest.fixture
async def now(world: World, monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Let the database's clock stand where the program's stands: no test depends on time."""
    at = world.clock()

    async def theirs() -> datetime:
        return at

    monkeypatch.setattr(world.database, "now", theirs)
    return at


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_a_database_server_tells_its_own_time(world: World) -> None:
    theirs = await world.database.now()
    assert theirs is not None
    assert abs(theirs - datetime.now(UTC)) < timedelta(hours=1)


@pytest.mark.usefixtures("now")
async def test_a_server_that_is_well_says_so(world: World) -> None:
    for path in ("/healthz", "/readyz"):
        answer = await world.client().get(f"http://127.0.0.1:8000{path}")
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.usefixtures("now")
async def test_workers_that_have_stopped_are_told(world: World) -> None:
    workers = (world.app.state.exchanger, world.app.state.committer)
    for worker in workers:
        await worker.stop()
    assert await _failed(world) == "exchanger, committer"
    for worker in workers:
        worker.start()
    assert (await _ready(world)).status_code == 200


async def test_a_clock_behind_the_last_event_is_red(world: World, now: datetime) -> None:
    async with world.database.write() as db:
        later = Happening(SYSTEM, events.CODE_ROTATED, new_id(now), now + timedelta(minutes=1))
        await events.append(db, later)
    assert await _failed(world) == "clock"


@pytest.mark.parametrize("seconds", [-1.1, 1.1])
async def test_a_clock_that_is_not_the_databases_is_red(
    world: World, now: datetime, seconds: float
) -> None:
    world.clock.at = now + timedelta(seconds=seconds)
    assert await _failed(world) == "clock"


@pytest.mark.usefixtures("now")
async def test_a_database_that_is_not_migrated_is_red(world: World) -> None:
    async with world.database.write() as db:
        await db.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    assert await _failed(world) == "migrations"


@pytest.mark.usefixtures("now")
async def test_an_empty_database_is_red(world: World) -> None:
    await migrations.downgrade(world.database, "base")
    assert await _failed(world) == "migrations"
    await migrations.upgrade(world.database)
    assert (await _ready(world)).status_code == 200


@pytest.mark.usefixtures("now")
async def test_a_full_disk_is_red(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_free_bytes", lambda _: 1024)
    assert await _failed(world) == "disk"


@pytest.mark.usefixtures("now")
async def test_a_database_that_is_gone_is_red_and_the_process_is_alive(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse() -> None:
        raise ConnectionRefusedError("/run/secret/socket")

    monkeypatch.setattr(migrations, "is_current", lambda _: refuse())
    answer = await _ready(world)
    assert (answer.status_code, answer.json()["failed"]) == (503, "database")
    assert "secret" not in answer.text
    assert (await world.client().get("http://127.0.0.1:8000/healthz")).status_code == 200
