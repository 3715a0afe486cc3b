"""The contract as a product (`make check`): linted, breaking nobody, and its SDKs as it says.

What needs npm's tools is told loudly where they are missing, and fails where CI=true.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from tests.contract import breaking

CLIENTS: Final = Path(__file__).parents[2] / "clients"
_TOOLS: Final = CLIENTS / "node_modules" / ".bin"
_GENERATE: Final = (sys.executable, "clients/sdk/generate.py", "--check")
_QUIET: Final = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}

ALWAYS: Final[dict[str, tuple[str, ...]]] = {"the Python SDK": (*_GENERATE, "python")}
BY_NPM: Final[dict[str, tuple[str, ...]]] = {
    "redocly": (
        str(_TOOLS / "redocly"),
        "lint",
        "v1",
        "sandbox",
        "--config",
        "clients/redocly.yaml",
    ),
    "the TypeScript SDK": (*_GENERATE, "typescript"),
    "its types": (str(_TOOLS / "tsc"), "--project", "clients/sdk/typescript"),
}


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=CLIENTS.parent,
        env={**os.environ, **_QUIET},
        capture_output=True,
        text=True,
        check=False,
    )


def main() -> int:
    """Run every part, two at a time, and print what those say that fail."""
    parts = dict(ALWAYS)
    missing = not (_TOOLS / "redocly").exists()
    if missing:
        _say("!! NOT TRIED: the linter of the contract and the TypeScript SDK: no npm (make web)")
    else:
        parts |= BY_NPM
    failed = bool(breaking.main()) or (missing and os.environ.get("CI") == "true")
    with ThreadPoolExecutor(2) as pool:
        for name, run in zip(parts, pool.map(_run, parts.values()), strict=True):
            _say(f"{name}: {'failed' if run.returncode else 'as it should be'}")
            # A warning of the linter is a fault too.
            if run.returncode or "You have" in run.stdout + run.stderr:
                failed = True
                _say(run.stdout[-6000:] + run.stderr[-6000:])
    return int(failed)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
