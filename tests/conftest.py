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


@pytest.fixture(scope="session")
def _first_days() -> dict[bool, Template]:
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
def first_day(
    template: Template,
    _first_days: dict[bool, Template],
    tmp_path_factory: pytest.TempPathFactory,
) -> Template:
    """Find the template of an office on its first day, of the kind of the district's."""
    server = template.server
    if (server is None) not in _first_days:
        _first_days[server is None] = (
            sqlite_template(tmp_path_factory.mktemp("office"), office_begins)
            if server is None
            else postgres_template(server, office_begins)
        )
    return _first_days[server is None]


@pytest.fixture
async def office(first_day: Template, clock: MovingClock, tmp_path: Path) -> AsyncIterator[World]:
    """Run the program on its first day, with nobody but `admin`."""
    url = first_day.copy(tmp_path)
    nobody = deepcopy(first_day.district)
    async with running(url, nobody, clock=clock, folder=tmp_path) as world:
        yield world
    first_day.drop(url)
