"""The whole API against whatever a machine can think of, by each kind of caller."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.contract.exclusions import EXCLUSIONS
from tests.databases import Template
from tests.moving_clock import MovingClock
from tests.serving import Site, serving

ROOT = Path(__file__).parents[2]
SEED = 20220315


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, how the run is narrowed, and with which headers."""

    headers: Callable[[Site], dict[str, str]]
    options: tuple[str, ...]


def _screen(site: Site) -> dict[str, str]:
    site.open()
    pairing = {"pairing_code": site.new_screen()["pairing_code"]}
    paired = site.http.post("/api/v1/screens/pair", json=pairing)
    return {"Authorization": f"Bearer {paired.json()['token']}"}


CALLERS = {
    "admin": Caller(
        lambda site: site.bearer("admin"),
        ("--phases=examples,fuzzing", "--max-examples=3"),
    ),
    "secretary": Caller(
        lambda site: site.bearer("bithu-bom-bo"), ("--phases=examples,fuzzing", "--max-examples=3")
    ),
    "nobody": Caller(lambda _: {}, ("--phases=examples,fuzzing", "--max-examples=2")),
    "screen": Caller(_screen, ("--include-tag=screens", "--max-examples=8")),
}


def _configuration(folder: Path) -> Path:
    lines = [line for each in EXCLUSIONS for line in (f"[checks.{each.check}]", each.setting)]
    path = folder / "schemathesis.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def site(template: Template, tmp_path: Path) -> Iterator[Site]:
    with serving(template, tmp_path, MovingClock()) as site:
        yield site


def test_there_are_at_most_three_exclusions() -> None:
    assert len(EXCLUSIONS) <= 3


@pytest.mark.timeout(400)
@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
@pytest.mark.parametrize("caller", CALLERS)
def test_the_api_keeps_its_contract_whatever_is_sent_by(
    caller: str, site: Site, tmp_path: Path
) -> None:
    headers = CALLERS[caller].headers(site)
    run = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli"),
            *("--config-file", str(_configuration(tmp_path))),
            *("run", f"{site.url}/api/v1/openapi.json", f"--seed={SEED}"),
            *("--continue-on-failure", "--warnings=off"),
            *CALLERS[caller].options,
            *(part for name, value in headers.items() for part in ("-H", f"{name}: {value}")),
        ],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SCHEMATHESIS_HOOKS": "tests.contract.exclusions",
        },
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
