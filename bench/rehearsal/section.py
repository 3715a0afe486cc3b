"""The section "Rehearsal" of bench/README.md: what is measured anew replaces its scale's lines."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from bench import report
from bench.rehearsal.apart import Plan
from bench.rehearsal.morning import Played
from bench.rehearsal.script import REFUSED_AS, Mishap

FIGURES: Final = Path(__file__).parent / "figures.json"
TITLE: Final = "Rehearsal"
_PERCENTS: Final = (50, 99)
_ABOUT: Final = (
    "A whole morning over HTTP against a durable PostgreSQL, phones and all on the one machine: "
    "for every member a real code, a ticket, a check-in. Each connection sends as soon as it was "
    "answered, so milliseconds are those of a server that is never idle. Five in a hundred send "
    "their check-in twice, half of them before it was answered; two in a hundred are refused "
    "first, each by the right code. At the end every acknowledged check-in was in the database "
    "exactly once, the phone, the hall and the sums agreed (rows, events, live counts, and those "
    "that the program derives anew); anything else ends the run with a sentence."
)


def keep(name: str, plan: Plan, played: Played, *, on: date) -> str:
    """Write the section with the figures of a scale; those of the others stay."""
    known: dict[str, dict[str, Any]] = {}
    if FIGURES.is_file():
        known = json.loads(FIGURES.read_text(encoding="utf-8"))
    known[name] = figures(plan, played, on=on)
    ordered = dict(sorted(known.items(), key=lambda each: each[1]["members"]))
    FIGURES.write_text(json.dumps(ordered, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    text = _section(ordered)
    report.write(TITLE, text)
    return text


def alone(name: str, plan: Plan, played: Played, *, on: date) -> str:
    """Word the figures of one run, and keep nothing."""
    return _section({name: figures(plan, played, on=on)})


def figures(plan: Plan, played: Played, *, on: date) -> dict[str, Any]:
    """Gather what is told of one scale."""
    seen = played.seen
    return {
        "on": on.isoformat(),
        "machine": report.machine(),
        "points": plan.scale.points,
        "units": plan.scale.units,
        "members": plan.scale.members,
        "workers": plan.workers,
        "connections": plan.connections,
        "minutes": seen.seconds / 60,
        "per_second": seen.check_ins / seen.seconds,
        "by_tenths": seen.by_tenths(),
        "ticket_ms": [seen.tickets.percentile(each) for each in _PERCENTS],
        "check_in_ms": [seen.receipts.percentile(each) for each in _PERCENTS],
        "sent_again": seen.repeats,
        "refused": dict(seen.refused),
        "unavailable": seen.busy,
        "cut": seen.cut,
        "database_mb": [played.megabytes_before, played.megabytes_after],
        "memory_mb": {kind: asdict(held) for kind, held in played.held.items()},
        "fill_seconds": played.filled_seconds,
        "live_seconds": played.live_seconds,
        "proof_seconds": played.proved_seconds,
    }


def _section(known: dict[str, dict[str, Any]]) -> str:
    parts = [
        "Written by `make rehearsal SCALE=district|province|nation`.",
        _ABOUT,
        report.table(
            "| scale | points | units | members | minutes | check-ins/s | ticket ms, p50 / p99 "
            "| check-in ms, p50 / p99 | database MB, before / after |",
            [_line(name, each) for name, each in known.items()],
        ),
        "Check-ins per second over the run, by its tenths:",
        report.table(
            f"| scale | {' | '.join(str(each) for each in range(1, 11))} |",
            [
                f"| {name} | {' | '.join(f'{tenth:,.0f}' for tenth in each['by_tenths'])} |"
                for name, each in known.items()
            ],
        ),
        "Refused first, and by which code; then all of these checked in:",
        report.table(
            f"| scale | sent twice | {' | '.join(_refusals())} | 503, came back | cut |",
            [_other(name, each) for name, each in known.items()],
        ),
        "Memory (PSS, MB; of all processes of a kind together):",
        report.table(
            "| scale | processes | start | end | peak |",
            [line for name, each in known.items() for line in _memory(name, each)],
        ),
        "How each was run:",
        *(_run(name, each) for name, each in known.items()),
    ]
    return "\n\n".join(part.strip() for part in parts)


def _line(name: str, each: dict[str, Any]) -> str:
    ticket, check_in = (
        " / ".join(f"{milliseconds:,.1f}" for milliseconds in each[key])
        for key in ("ticket_ms", "check_in_ms")
    )
    sizes = " / ".join(f"{size:,.0f}" for size in each["database_mb"])
    return (
        f"| {name} | {each['points']:,} | {each['units']:,} | {each['members']:,} "
        f"| {each['minutes']:.1f} | {each['per_second']:,.0f} | {ticket} | {check_in} | {sizes} |"
    )


def _refusals() -> list[str]:
    return [f"{each.value} (`{REFUSED_AS[each]}`)" for each in Mishap]


def _other(name: str, each: dict[str, Any]) -> str:
    refused = " | ".join(f"{each['refused'].get(mishap.value, 0):,}" for mishap in Mishap)
    return (
        f"| {name} | {each['sent_again']:,} | {refused} | {each['unavailable']:,} "
        f"| {each['cut']:,} |"
    )


def _memory(name: str, each: dict[str, Any]) -> list[str]:
    return [
        f"| {name} | {kind} | {held['start']:,.0f} | {held['end']:,.0f} | {held['peak']:,.0f} |"
        for kind, held in each["memory_mb"].items()
    ]


def _run(name: str, each: dict[str, Any]) -> str:
    return (
        f"- `make rehearsal SCALE={name}` on {each['on']}: processes of the server: "
        f"{each['workers']}, connections: {each['connections']}; the database was filled in "
        f"{each['fill_seconds']:,.0f} s, the live counts were answered in "
        f"{each['live_seconds']:.2f} s, everything was proved in {each['proof_seconds']:,.0f} s. "
        f"{each['machine']}"
    )
