"""The section of bench/README.md, and bench/results.json beside it."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bench import report
from bench.rush import aims, measuring, profiling
from bench.rush.measuring import Measured

RESULTS: Final = Path(__file__).parents[1] / "results.json"


def section(*, quick: bool = False, profile: bool = False) -> str:
    """Measure, check the database, write results.json, and give the section's text.

    Ends the program where an acknowledged check-in is missing, there twice, or without its event;
    a speed that was missed is only told.
    """
    pace = measuring.QUICK if quick else measuring.WHOLE
    top = profiling.top(pace) if profile else ""
    measured = measuring.measure(pace)
    text = f"{_about(pace, measured)}\n\n{aims.tables(measured)}"
    bad = {name: each for name, each in measured.verdicts.items() if not each.is_good}
    if bad:
        print(text)
        sys.exit(f"check-ins were lost or doubled: {bad}")
    found = aims.results(
        measured,
        machine={**report.about_machine(), "postgresql": measured.postgresql},
        pace=asdict(pace),
    )
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{text}\n{top}" if top else text


def _about(pace: measuring.Pace, measured: Measured) -> str:
    number = sum(each.acknowledged for each in measured.verdicts.values())
    one_row = "" if measured.one_row else " pgbench is not among these binaries: not compared."
    return (
        f"{measured.postgresql}; SQLite as the program sets it (WAL, synchronous FULL). The server,"
        " the database and the load share these cores. The check-in is the program's own (`python "
        "-m api serve`) over keep-alive HTTP: genuine tickets and phones, another member each "
        "time, audit on, answered after the commit. In each round everything takes its turn for "
        f"{pace.seconds:g} s; medians of {pace.rounds}, ratios round by round. Afterwards the "
        f"database was asked for every acknowledged check-in: {number:,} of them, 0 lost, 0 "
        "double, each with its event. “no-op” is a FastAPI POST that takes a small pydantic body "
        "and does nothing, “ORM” the check-in as it is ordinarily written "
        "(`bench/rush/orm.py`), both served as the program is; pgbench inserts one row like an "
        f"attendance in a transaction, prepared, by 64 clients.{one_row} The headline is "
        "PostgreSQL with "
        f"{aims.HEADLINE_PROCESSES} processes and {aims.HEADLINE_CONNECTIONS} connections. All of "
        "it as data: [results.json](results.json)."
    )
