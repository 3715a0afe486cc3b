"""What the program itself says of the morning: its live counts, and that they can be re-derived."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import httpx2 as httpx

from api.kit.clock import system_clock
from api.settings import PREFIX
from bench import crowd
from bench.crowd import Crowd, Scale
from bench.crowd_rows import SESSION
from bench.serving import ROOT, Served

_PATIENCE_SECONDS: Final = 900
"""The first who asks has all of a nation counted."""


def live(serving: Served, there: Crowd) -> dict[str, Any]:
    """Ask for the counts of the session as its administrator does."""
    url = f"http://127.0.0.1:{serving.port}"
    bearer = there.admin(crowd.MASTER, public_url=url, at=system_clock()())
    answer = httpx.get(
        f"{url}/api/v1/sessions/{SESSION}/live",
        headers={"Authorization": bearer},
        timeout=_PATIENCE_SECONDS,
    )
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found


def disagreements(counted: dict[str, Any], scale: Scale) -> list[str]:
    """Compare the counts, their sum over points and their sum over units, with the members."""
    wanted = {
        "expected": scale.members,
        "present": scale.members,
        "pending": 0,
        "excused": 0,
        "unexcused": 0,
    }
    sums = [("live", counted)]
    for part in ("points", "units"):
        total = {each: sum(line[each] for line in counted[part]) for each in wanted}
        sums.append((f"live, sum of {part}", total))
    return [
        f"{name}: {each} {sum_[each]}, not {number}"
        for name, sum_ in sums
        for each, number in wanted.items()
        if sum_[each] != number
    ]


def tallies(url: str, folder: Path) -> list[str]:
    """Let the program itself re-derive its counts and name what differs."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith(PREFIX)}
    given = {
        "DATABASE_URL": url,
        "DATA_DIR": str(folder / "data"),
        "MASTER_KEY": crowd.MASTER.hex(),
        "ADMIN_PASSWORD": "mat-khau-de-dien-tap",
        "PUBLIC_URL": "http://127.0.0.1:8000",
    }
    environment |= {PREFIX + name: value for name, value in given.items()}
    done = subprocess.run(
        [sys.executable, "-m", "api", "tallies", "--check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return []
    return [f"tallies --check: {line}" for line in (done.stdout + done.stderr).splitlines()[-20:]]
