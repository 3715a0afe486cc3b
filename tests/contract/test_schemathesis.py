"""The whole API against whatever a machine can think of; `make contract` asks for longer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.callers import schemathesis
from tests.contract.exclusions import EXCLUSIONS
from tests.databases import Template
from tests.moving_clock import MovingClock
from tests.serving import Site, serving

BRIEFLY = {
    "admin": ("--phases=examples,fuzzing", "--max-examples=2"),
    "secretary": ("--phases=fuzzing", "--max-examples=1"),
    "nobody": ("--phases=fuzzing", "--max-examples=1"),
    "screen": ("--include-tag=screens", "--max-examples=8"),
}


@pytest.fixture
def site(template: Template, tmp_path: Path) -> Iterator[Site]:
    with serving(template, tmp_path, MovingClock()) as site:
        yield site


def test_there_are_at_most_three_exclusions() -> None:
    assert len(EXCLUSIONS) <= 3


@pytest.mark.timeout(400)
@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
@pytest.mark.parametrize("caller", BRIEFLY)
def test_the_api_keeps_its_contract_whatever_is_sent_by(
    caller: str, site: Site, tmp_path: Path
) -> None:
    run = schemathesis(site, caller, BRIEFLY[caller], folder=tmp_path)
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
