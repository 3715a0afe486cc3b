"""The program as somebody starts it at a terminal, in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

from api.settings import PREFIX

ROOT = Path(__file__).parents[1]
PASSWORD = "mat-khau-thu-nghiem"


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Write the environment of a program whose data lies in a folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    given = {"DATA_DIR": str(folder), "ADMIN_PASSWORD": PASSWORD, "LOG_LEVEL": "info", **settings}
    return {**clean, **{PREFIX + name: value for name, value in given.items()}}


def run_api(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "api", *arguments],
        cwd=ROOT,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
    )
