"""`make faults`: let everything go wrong that may, print what was lost, and write bench/README.md.

`python -m bench.faults [--short] [names…]` runs some or all. It ends with 1 where anything was lost
or doubled, a promise was broken, or a control saw nothing.
"""

import argparse
import sys
import traceback
from typing import Final

from api.kit import log
from bench import report
from bench.faults import clocks, cutting, database_loss, full_disk, killing, overload
from bench.faults.result import NotTried, Result, Scenario

SCENARIOS: Final[dict[str, Scenario]] = {
    **killing.SCENARIOS,
    **database_loss.SCENARIOS,
    **full_disk.SCENARIOS,
    **cutting.SCENARIOS,
    **clocks.SCENARIOS,
    **overload.SCENARIOS,
}
_HEAD: Final = "| what | seconds | acknowledged | lost | double | besides | |"
_ABOUT: Final = (
    "Phones send over 32 connections to the program as an office runs it, and send the same again "
    "until they are answered; each answer is written through to a log on disk before it counts. "
    "Afterwards the log is compared with the database. Lost: no row under an acknowledged id, "
    "another receipt than was answered, no attendance behind it, or none in the audit trail. "
    "Double: two check-ins of a phone that meant one, two attendances of a member, or one recorded "
    "twice in the audit trail. Each **control** is the same with something wrong on purpose; "
    "were it not noticed, the scenario would be worth nothing."
)


def main(arguments: list[str]) -> int:
    """Run what is wanted, or everything."""
    parser = argparse.ArgumentParser(prog="python -m bench.faults")
    parser.add_argument("--short", action="store_true", help="some seconds each; writes nothing")
    parser.add_argument("names", nargs="*", help=f"of {', '.join(SCENARIOS)}")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.names) - set(SCENARIOS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    log.configure("critical")
    rows, is_good = [], True
    for name in chosen.names or SCENARIOS:
        for row, is_row_good in _rows(SCENARIOS[name], short=chosen.short):
            print(row, flush=True)
            rows.append(row)
            is_good &= is_row_good
    if not chosen.short and not chosen.names:
        about = f"Written by `make faults`. {report.machine()}\n\n{_ABOUT}"
        report.write("Faults", f"{about}\n\n{report.table(_HEAD, rows)}")
    print("GOOD" if is_good else "NOT GOOD", flush=True)
    return 0 if is_good else 1


def _rows(scenario: Scenario, *, short: bool) -> list[tuple[str, bool]]:
    try:
        result = scenario.run(short)
        rows = [(_row(scenario.about, result, result.is_good), result.is_good)]
        if scenario.control is not None:
            control = scenario.control(short)
            about = f"**control**: {scenario.control_about}"
            rows.append((_row(about, control, control.has_seen), control.has_seen))
    except NotTried as untried:
        return [(f"| {scenario.about} | NOT TRIED: {untried} | | | | | |", True)]
    except Exception as failure:  # the others are to be seen all the same
        traceback.print_exc()
        said = " ".join(str(failure).split())[:200]
        return [(f"| {scenario.about} | | | | | {type(failure).__name__}: {said} | ✗ |", False)]
    return rows


def _row(about: str, result: Result, is_as_it_should_be: bool) -> str:
    facts = [f"{name}: {value}" for name, value in result.facts.items() if value]
    besides = "; ".join([*result.broken, *facts])
    return (
        f"| {about} | {result.seconds:.0f} | {result.acknowledged:,} | {result.lost} "
        f"| {result.double} | {besides} | {'✓' if is_as_it_should_be else '✗'} |"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
