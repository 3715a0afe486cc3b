"""The rush in figures: medians, the ratios that are aimed at, the tables and results.json."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Final

from bench import report
from bench.rush.hall import Figures, medians
from bench.rush.measuring import CHECK_IN, NO_OP, ORM, RATES, Measured, Open, Variant
from bench.rush.pgbench import CLIENTS

HEADLINE_PROCESSES: Final = 1
HEADLINE_CONNECTIONS: Final = CLIENTS
"""The headline is PostgreSQL with one process, which leaves a core of two to the database and the
load, and 64 connections, as many as pgbench has."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure, and what it should be."""

    key: str
    words: str
    aim: float
    at_most: bool
    found: float | None

    @property
    def is_met(self) -> bool | None:
        """Tell whether it is met; None where it was not measured."""
        if self.found is None:
            return None
        return self.found <= self.aim if self.at_most else self.found >= self.aim

    def line(self) -> str:
        """Write it as a row of the table."""
        sign = "≤" if self.at_most else "≥"
        met = {True: "met", False: "**not met**", None: "not measured"}[self.is_met]
        found = "–" if self.found is None else f"{self.found:,.2f}"
        return f"| `{self.key}` | {self.words} | {found} | {sign} {self.aim:g} | {met} |"


def ratio(measured: Measured, other: str, processes: int, connections: int) -> float:
    """Tell the check-in's speed against another's, round by round, and take the median."""
    ours = measured.closed[Variant(CHECK_IN, "PostgreSQL", processes, connections)]
    theirs = measured.closed[Variant(other, "PostgreSQL", processes, connections)]
    pairs = zip(ours, theirs, strict=True)
    return median(our.per_second / their.per_second for our, their in pairs)


def one_row_ratio(measured: Measured, processes: int, connections: int) -> float | None:
    """Tell the check-in's speed against one row in a transaction; None without pgbench."""
    if not measured.one_row:
        return None
    ours = measured.closed[Variant(CHECK_IN, "PostgreSQL", processes, connections)]
    pairs = zip(ours, measured.one_row, strict=True)
    return median(our.per_second / row.per_second for our, row in pairs)


def aims(measured: Measured) -> list[Aim]:
    """Compare the headline figures with what they should be."""
    at = (HEADLINE_PROCESSES, HEADLINE_CONNECTIONS)
    rushed = medians(measured.opened[Open("PostgreSQL", HEADLINE_PROCESSES, max(RATES))])
    largest = max(each.pss for held in measured.memory.values() for each in held)
    return [
        Aim(
            "vs_fastapi_noop",
            "check-ins to FastAPI no-ops",
            2.5,
            False,
            ratio(measured, NO_OP, *at),
        ),
        Aim(
            "vs_pgbench_one_row",
            "check-ins to rows of pgbench",
            0.9,
            False,
            one_row_ratio(measured, *at),
        ),
        Aim(
            "vs_orm_per_request",
            "check-ins to those by an ORM session each",
            20,
            False,
            ratio(measured, ORM, *at),
        ),
        Aim("p99_ms_at_5000", "99th percentile at 5,000 a second, ms", 10, True, rushed.p99),
        Aim("memory_mb_per_process", "memory of the largest process (PSS), MB", 150, True, largest),
    ]


def results(measured: Measured, *, machine: dict[str, Any], pace: dict[str, Any]) -> dict[str, Any]:
    """Write everything as data."""
    found = aims(measured)
    return {
        **{each.key: None if each.found is None else round(each.found, 3) for each in found},
        "headline": {
            "database": "PostgreSQL",
            "processes": HEADLINE_PROCESSES,
            "connections": HEADLINE_CONNECTIONS,
        },
        "aims": {each.key: {"aim": each.aim, "met": each.is_met} for each in found},
        "machine": machine,
        "pace": pace,
        "checked": {name: asdict(each) for name, each in measured.verdicts.items()},
        "closed": [
            {**variant._asdict(), **_rounded(rounds), **_ratios(measured, variant)}
            for variant, rounds in measured.closed.items()
        ],
        "open": [
            {**each._asdict(), **_rounded(rounds)} for each, rounds in measured.opened.items()
        ],
        "pgbench_per_second": [round(each.per_second) for each in measured.one_row],
        "memory_mb": [
            {"database": name, "processes": number, "each": [asdict(each) for each in held]}
            for (name, number), held in measured.memory.items()
        ],
    }


def tables(measured: Measured) -> str:
    """Write everything as tables."""
    head = "| key | | found | aim | |"
    closed = (
        "| | database | processes | connections | per second | to no-op | to pgbench | to ORM "
        "| p50 ms | p99 ms | p99.9 ms | app µs | database µs | load µs |"
    )
    opened = (
        "| database | processes | a second | answered | p50 ms | p99 ms | p99.9 ms | refused "
        "| app µs | database µs | load µs |"
    )
    return "\n".join(
        [
            report.table(head, [each.line() for each in aims(measured)]),
            report.table(closed, list(_closed_lines(measured))),
            "Arrivals of their own accord (Poisson, 256 connections), from the planned instant:\n",
            report.table(opened, list(_open_lines(measured))),
            report.table(
                "| database | processes | each process: RSS MB | PSS MB |",
                list(_memory_lines(measured)),
            ),
        ]
    )


def _closed_lines(measured: Measured) -> Iterator[str]:
    for variant, rounds in measured.closed.items():
        found, ratios = medians(rounds), _ratios(measured, variant)
        cells = [
            f"{ratios[key]:.2f}" if key in ratios else ""
            for key in ("vs_fastapi_noop", "vs_pgbench_one_row", "vs_orm_per_request")
        ]
        yield (
            f"| {variant.what} | {variant.database} | {variant.processes} | {variant.connections} "
            f"| {found.per_second:,.0f} | {' | '.join(cells)} | {found.p50:.1f} | {found.p99:.1f} "
            f"| {found.p999:.1f} | {_costs(found)} |"
        )
    if measured.one_row:
        rate = median(each.per_second for each in measured.one_row)
        took = median(each.milliseconds for each in measured.one_row)
        yield (
            f"| pgbench, one row | PostgreSQL | | {CLIENTS} | {rate:,.0f} | | | | {took:.1f} "
            "| | | | | |"
        )


def _open_lines(measured: Measured) -> Iterator[str]:
    for each, rounds in measured.opened.items():
        found = medians(rounds)
        yield (
            f"| {each.database} | {each.processes} | {each.rate:,} | {found.per_second:,.0f} "
            f"| {found.p50:.1f} | {found.p99:.1f} | {found.p999:.1f} | {found.refused} "
            f"| {_costs(found)} |"
        )


def _memory_lines(measured: Measured) -> Iterator[str]:
    for (database, processes), held in measured.memory.items():
        rss = " · ".join(f"{each.rss:.0f}" for each in held)
        pss = " · ".join(f"{each.pss:.0f}" for each in held)
        yield f"| {database} | {processes} | {rss} | {pss} |"


def _costs(found: Figures) -> str:
    return f"{found.app_us:.0f} | {found.database_us:.0f} | {found.load_us:.0f}"


def _ratios(measured: Measured, variant: Variant) -> dict[str, float]:
    if variant.what != CHECK_IN or variant.database != "PostgreSQL":
        return {}
    at = (variant.processes, variant.connections)
    found = {
        "vs_fastapi_noop": ratio(measured, NO_OP, *at),
        "vs_pgbench_one_row": one_row_ratio(measured, *at),
        "vs_orm_per_request": ratio(measured, ORM, *at),
    }
    return {key: round(each, 3) for key, each in found.items() if each is not None}


def _rounded(rounds: list[Figures]) -> dict[str, float]:
    return {key: round(each, 3) for key, each in asdict(medians(rounds)).items()}
