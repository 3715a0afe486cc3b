"""`make mutants`: change the rules in one place at a time, and see whether a test of them fails.

Which rules and which tests is said in pyproject.toml, under [tool.mutmut].
"""

import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from bench import report

FEWEST_PERCENT: Final = 90
"""Of the mutants of each module."""

_INTRO: Final = f"""A mutant is a rule changed in one place (`<` for `<=`, `and` for `or`, an
argument left out). It is noticed where a test of `tests/rules` fails because of it; what lived or
was never run is what those tests leave unsaid. Below {FEWEST_PERCENT} % of one module the command
fails.

"""
_ROOT: Final = Path(__file__).parents[1]
_COPY: Final = _ROOT / "mutants"
"""Where mutmut keeps the changed modules and what became of them."""
_NOTICED: Final = frozenset({"killed", "timeout"})
"""A mutant that never ends is noticed too."""


def main() -> int:
    """Try every mutant, print and write the figures; fail where too many of a module live."""
    shutil.rmtree(_COPY, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "mutmut", "run"], cwd=_ROOT, check=True)
    told = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"],
        cwd=_ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    tried = outcomes(told.stdout)
    text = section(tried)
    print(f"\n{text}", flush=True)
    report.write("Mutants", f"Written by `make mutants`. {report.machine()}\n\n{text}")
    weak = [module for module, found in tried.items() if _percent(found) < FEWEST_PERCENT]
    if weak or not tried:
        print(f"below {FEWEST_PERCENT} %:", *weak, file=sys.stderr)
    return int(bool(weak) or not tried)


def outcomes(told: str) -> dict[str, Counter[str]]:
    """Count by module what became of its mutants, from lines like `api.x.rules.x_f__1: killed`."""
    tried: dict[str, Counter[str]] = defaultdict(Counter)
    for line in told.splitlines():
        mutant, _, outcome = line.strip().partition(": ")
        if outcome:
            tried[mutant.rpartition(".")[0]][outcome] += 1
    return dict(tried)


def section(tried: dict[str, Counter[str]]) -> str:
    """Tell for each module, and for all, how many mutants its tests noticed."""
    together = sum(tried.values(), Counter[str]())
    rows = [_row(f"`{module}`", found) for module, found in sorted(tried.items())]
    head = "| module | mutants | noticed | lived | never run | noticed, % |"
    return _INTRO + report.table(head, [*rows, _row("together", together)])


def _row(name: str, found: Counter[str]) -> str:
    noticed = sum(found[each] for each in _NOTICED)
    never = found["no tests"]
    lived = found.total() - noticed - never
    return f"| {name} | {found.total()} | {noticed} | {lived} | {never} | {_percent(found):.1f} |"


def _percent(found: Counter[str]) -> float:
    return 100 * sum(found[each] for each in _NOTICED) / max(1, found.total())


if __name__ == "__main__":
    sys.exit(main())
