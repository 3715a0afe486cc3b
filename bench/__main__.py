"""`make bench`: measure, print, and write the figures into bench/README.md with their command."""

import os
import platform
from pathlib import Path

from api.kit import log
from bench import allocation
from bench.allocation import Divided
from bench.check_in import CHECK_INS, ROUNDS, Row, measure

_ALLOCATION = """
## Allocation

The pure rule (`api/allocation`): three sessions of equal share, points of 400 members, every other
one with a capacity, two of three keeping their units together. "Again" is after every unit has lost
a member. Medians of 5.

"""
_README = Path(__file__).parent / "README.md"
_HEAD = f"""# Figures

Written by `make bench`. One process of the server and the load on the same machine; absolute values
drift with its mood, the ratio holds better. {CHECK_INS} check-ins a run, real tickets and cookies,
another member each time, audit on, answered after the commit; medians of {ROUNDS} interleaved runs.
"no-op" is `GET /healthz` of the same server: what the framework alone costs.

"""


def main() -> None:
    """Measure everything, a line as soon as it is known."""
    log.configure("warning")
    rows = []
    for row in measure():
        print(_line(row), flush=True)
        rows.append(row)
    divided = []
    for each in allocation.measure():
        print(_allocation_line(each), flush=True)
        divided.append(each)
    text = _HEAD + _machine() + _table(rows) + _ALLOCATION + _allocation_table(divided)
    _README.write_text(text, encoding="utf-8")


def _line(row: Row) -> str:
    check_in, no_op = row.check_in, row.no_op
    return (
        f"| {row.database} | {row.connections} "
        f"| {check_in.per_second:,.0f} | {no_op.per_second:,.0f} "
        f"| {row.ratio:.2f} | {check_in.p50:.0f} | {check_in.p99:.0f} | {check_in.refused} |"
    )


def _machine() -> str:
    python = platform.python_version()
    return f"Machine: {os.cpu_count()} cores, {platform.system()}, Python {python}.\n\n"


def _table(rows: list[Row]) -> str:
    head = "| database | connections | check-ins/s | no-op/s | ratio | p50 ms | p99 ms | refused |"
    rule = "|---|---|---|---|---|---|---|---|"
    return "\n".join([head, rule, *map(_line, rows)]) + "\n"


def _allocation_line(each: Divided) -> str:
    return (
        f"| {each.members:,} | {each.points} | {each.first * 1000:,.0f} "
        f"| {each.again * 1000:,.0f} | {each.moved:,} |"
    )


def _allocation_table(rows: list[Divided]) -> str:
    head = "| members | points | first, ms | again, ms | moved |"
    return "\n".join([head, "|---|---|---|---|---|", *map(_allocation_line, rows)]) + "\n"


if __name__ == "__main__":
    main()
