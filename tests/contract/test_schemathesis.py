"""The whole API against whatever a machine can think of, by each kind of caller."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2 as httpx
import pytest

from tests.contract.exclusions import EXCLUSIONS
from tests.contract.serving import served
from tests.databases import Template
from tests.world import World

ROOT = Path(__file__).parents[2]
SEED = 20220315


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, how the run is narrowed, and with which headers."""

    headers: Callable[[World, str], dict[str, str]]
    options: tuple[str, ...]


def _account(username: str) -> Callable[[World, str], dict[str, str]]:
    return lambda world, _: {"Authorization": world.signed_in(username).headers["Authorization"]}


def _screen(world: World, address: str) -> dict[str, str]:
    admin = _account("admin")(world, address)
    base = f"{address}/api/v1"
    point = world.district.points["hall"]
    session = world.district.sessions["line_1"]
    httpx.post(f"{base}/sessions/{session}/open", headers=admin).raise_for_status()
    added = httpx.post(f"{base}/points/{point}/screens", headers=admin).json()
    paired = httpx.post(f"{base}/screens/pair", json={"pairing_code": added["pairing_code"]})
    return {"Authorization": f"Bearer {paired.json()['token']}"}


CALLERS = {
    "admin": Caller(_account("admin"), ("--max-examples=8",)),
    "secretary": Caller(
        _account("bithu-bom-bo"), ("--phases=examples,fuzzing", "--max-examples=4")
    ),
    "nobody": Caller(lambda *_: {}, ("--phases=examples,coverage,fuzzing", "--max-examples=4")),
    "screen": Caller(_screen, ("--include-tag=screens", "--max-examples=8")),
}


def _configuration(folder: Path) -> Path:
    lines = [line for each in EXCLUSIONS for line in (f"[checks.{each.check}]", each.setting)]
    path = folder / "schemathesis.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture
def place(template: Template, database_url: str, tmp_path: Path) -> Iterator[tuple[World, str]]:
    with served(database_url, template.district, folder=tmp_path) as found:
        yield found


def test_there_are_at_most_three_exclusions() -> None:
    assert len(EXCLUSIONS) <= 3


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
@pytest.mark.parametrize("caller", CALLERS)
def test_the_api_keeps_its_contract_whatever_is_sent_by(
    caller: str, place: tuple[World, str], tmp_path: Path
) -> None:
    world, address = place
    headers = CALLERS[caller].headers(world, address)
    run = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli"),
            *("--config-file", str(_configuration(tmp_path))),
            *("run", f"{address}/api/v1/openapi.json", f"--seed={SEED}"),
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
