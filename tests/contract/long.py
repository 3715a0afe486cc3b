"""The long run of `make contract`: every phase, every caller, a server of its own for each.

    python -m tests.contract.long [minutes] [caller …]

`minutes` bounds what is fuzzed in all; what is shown and what is at the edge is always tried. Of a
run of all callers the figures go to openapi/conformance.md.
"""

import json
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from api.kit import log
from tests.contract.callers import CALLERS, SEED, schemathesis
from tests.contract.conformance import CONTRACT, document
from tests.databases import sqlite_template
from tests.moving_clock import MovingClock
from tests.serving import serving

FIGURES: Final = CONTRACT.with_name("conformance.md")
_MINUTES: Final = 10.0
_PHASES: Final = "--phases=examples,coverage,fuzzing,stateful"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the run of a caller ended."""

    caller: str
    report: dict[str, Any]
    is_good: bool
    told: str

    def count(self, what: str) -> int:
        """Read a number of the report."""
        return int(self.report.get("test_cases", {}).get(what, 0))


def _run(caller: str, seconds: float, folder: Path) -> Outcome:
    folder.mkdir()
    template = sqlite_template(folder)
    report = folder / "report.json"
    options = [
        *(_PHASES, "--max-examples=50", "--no-shrink", f"--max-time={seconds:.0f}"),
        *("--request-timeout=60", f"--report-json-path={report}"),
    ]
    with serving(template, folder, MovingClock()) as site:
        run = schemathesis(site, caller, options, folder=folder)
    read = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
    return Outcome(caller, read, run.returncode == 0, run.stdout[-12_000:] + run.stderr[-3000:])


def _figures(outcomes: list[Outcome], minutes: float) -> str:
    info = document()["info"]
    operations = sum(len(methods) for methods in document()["paths"].values())
    rows = "".join(
        f"| {each.caller} | {each.count('generated'):,} | {each.count('unique_failures')} |\n"
        for each in outcomes
    )
    return f"""# Does the program keep its contract?

Written by `make contract MINUTES={minutes:g}`: schemathesis {version("schemathesis")}, seed {SEED},
in all its phases (examples, coverage, fuzzing, stateful), against contract {info["version"]} with
{operations} operations. Each caller asks a server of its own. What it is not held to, and why, is
in `tests/contract/exclusions.py`.

| caller | requests | failures |
|---|---|---|
{rows}"""


def main() -> int:
    """Run every caller, or those that were named; print what is wrong."""
    log.configure("critical")
    minutes = float(sys.argv[1]) if sys.argv[1:] else _MINUTES
    callers = sys.argv[2:] or list(CALLERS)
    outcomes = []
    with tempfile.TemporaryDirectory() as name:
        for caller in callers:
            outcome = _run(caller, minutes * 60 / len(callers), Path(name) / caller)
            outcomes.append(outcome)
            print(f"{caller}: {'good' if outcome.is_good else outcome.told}", flush=True)  # noqa: T201
    if not sys.argv[2:]:
        FIGURES.write_text(_figures(outcomes, minutes), encoding="utf-8")
    return int(not all(each.is_good for each in outcomes))


if __name__ == "__main__":
    sys.exit(main())
