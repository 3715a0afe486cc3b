"""The world of every test: a district on SQLite, and again on PostgreSQL."""

import os
from collections.abc import AsyncIterator, Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import settings

from api.kit import log
from tests import postgres
from tests.databases import Template, postgres_template, sqlite_template
from tests.moving_clock import MovingClock
from tests.office import begin as office_begins
from tests.world import World, running

# The same examples each time, and no deadline: correctness never depends on the machine's mood.
settings.load_profile("ci")


@pytest.fixture(scope="session", autouse=True)
def _logs() -> None:
    log.configure("warning")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """Start a throw-away PostgreSQL; missing binaries skip loudly, and fail where CI=true."""
    try:
        server = postgres.start()
    except postgres.PostgresMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    with server:
        yield server


@pytest.fixture(scope="session")
def _templates() -> dict[str, Template]:
    return {}


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def template(
    request: pytest.FixtureRequest,
    _templates: dict[str, Template],
    tmp_path_factory: pytest.TempPathFactory,
) -> Template:
    """Find the template of each database, made once a process."""
    kind = request.param
    if kind not in _templates:
        if kind == "sqlite":
            _templates[kind] = sqlite_template(tmp_path_factory.mktemp("template"))
        else:
            _templates[kind] = postgres_template(request.getfixturevalue("postgres_server"))
    return _templates[kind]


@pytest.fixture
def clock() -> MovingClock:
    """Stand at 07:30 of the morning."""
    return MovingClock()


@pytest.fixture
def database_url(template: Template, tmp_path: Path) -> Iterator[str]:
    """Copy the template for this test."""
    url = template.copy(tmp_path)
    yield url
    template.drop(url)


@pytest.fixture
async def world(
    template: Template, database_url: str, clock: MovingClock, tmp_path: Path
) -> AsyncIterator[World]:
    """Run the application on a database of its own."""
    district = deepcopy(template.district)  # a test may add to its own
    async with running(database_url, district, clock=clock, folder=tmp_path) as world:
        yield world


@pytest.fixture
def empty_url(template: Template, tmp_path: Path) -> Iterator[str]:
    """Make a database with nothing in it, of the kind of the template."""
    if template.server is None:
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    template.server.create_database("empty")
    yield template.server.url("empty")
    template.server.drop_database("empty")


@pytest.fixture
async def office(empty_url: str, clock: MovingClock, tmp_path: Path) -> AsyncIterator[World]:
    """Run the program on its first day, with nobody but `admin`."""
    nobody = await office_begins(empty_url)
    async with running(empty_url, nobody, clock=clock, folder=tmp_path) as world:
        yield world
