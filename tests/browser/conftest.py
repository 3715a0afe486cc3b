"""A browser for each module, and an installation for each test."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests import chromium
from tests.browser.crowd import Crowd, gathered
from tests.databases import Template, sqlite_template
from tests.moving_clock import MovingClock
from tests.serving import Site, serving

_INTO_THE_STEP_SECONDS = 5  # a screen shows the code of a step from its third second on


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Find Chromium; a missing one skips loudly, and fails where CI=true."""
    found = chromium.find()
    if found is None:
        missing = "no Chromium found (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium_path: Path, playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(
        executable_path=chromium_path, args=list(chromium.LAUNCH_ARGUMENTS)
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def district_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Make the template in a thread: Playwright's loop runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(sqlite_template, tmp_path_factory.mktemp("template")).result()


@pytest.fixture
def clock() -> MovingClock:
    """Stand at five seconds past 07:30 of the morning."""
    clock = MovingClock()
    clock.move(seconds=_INTO_THE_STEP_SECONDS)
    return clock


@pytest.fixture
def site(
    district_template: Template, tmp_path: Path, clock: MovingClock, request: pytest.FixtureRequest
) -> Iterator[Site]:
    """Serve the district; with `parametrize("site", ["demo"], indirect=True)` as a demo."""
    demo = getattr(request, "param", "") == "demo"
    with serving(district_template, tmp_path, clock, demo=demo) as site:
        yield site


@pytest.fixture
def crowd(playwright: Playwright, browser: Browser, site: Site) -> Iterator[Crowd]:
    with gathered(playwright, browser, site) as crowd:
        yield crowd
