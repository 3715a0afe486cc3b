"""Run every test, as `make test` does, and say loudly what was not tried.

The browser has a pytest process of its own: Playwright's loop breaks asynchronous tests after it.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

from tests import chromium, postgres_binaries


def main() -> int:
    """Run both parts and return the exit status; with CI=true nothing may be missing."""
    browser = chromium.find() or chromium.install()
    untried = []
    if postgres_binaries.find() is None:
        untried.append("PostgreSQL: no binaries found (Debian: apt-get install postgresql)")
    if browser is None:
        untried.append("the browser: no Chromium found (Debian: apt-get install chromium)")
    failed = bool(untried) and os.environ.get("CI") == "true"
    with tempfile.TemporaryDirectory() as folder:
        # The longest first, and who is done takes from others: else one goes on alone at the end.
        first = ["tests/stories", "tests/machine", "tests/contract"]
        parts = [["-n", "3", "--dist", "worksteal", *first, "tests", "--ignore=tests/browser"]]
        if browser is not None:
            os.environ["CHROMIUM"] = str(browser)
            parts.append(["-n", "2", "--dist", "loadfile", "tests/browser"])
        for number, part in enumerate(parts):
            report = Path(folder) / f"{number}.xml"
            failed |= _pytest([*part, f"--junit-xml={report}"]) != 0
            untried += _skips(report)
    if untried:
        _say(untried)
    print("FAILED" if failed else "PASSED", flush=True)
    return int(failed)


def _pytest(arguments: list[str]) -> int:
    print("pytest", *arguments[:-1], flush=True)
    # Bytecode is kept for the other workers and the programs they start, whoever said otherwise.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, check=False, env=environment).returncode


def _skips(report: Path) -> list[str]:
    """Read what pytest skipped, and why, from its report."""
    if not report.is_file():
        return []
    cases = ET.parse(report).iter("testcase")  # noqa: S314  # our own file of a moment ago
    return [
        f"{case.get('classname')}.{case.get('name')}: {skipped.get('message')}"
        for case in cases
        for skipped in case.iter("skipped")
    ]


def _say(untried: list[str]) -> None:
    line = "!" * 100
    print(line, f"!! NOT TRIED ({len(untried)}):", sep="\n")
    print(*(f"!!   {what}" for what in untried), sep="\n")
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
