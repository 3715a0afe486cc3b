"""`make rehearsal SCALE=district|province|nation`: play it, prove it, write it down.

`--members 15000` plays a part of a scale and writes nothing.
"""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from api.kit import log
from api.kit.clock import system_clock
from api.kit.dates import day_of
from bench.crowd import DISTRICT, NATION, PROVINCE, Scale
from bench.rehearsal import section
from bench.rehearsal.apart import Plan
from bench.rehearsal.morning import Disagreement, play
from tests import postgres

PLANS: Final = {
    "district": Plan(DISTRICT),
    "province": Plan(PROVINCE, workers=2, connections=128),
    "nation": Plan(NATION, workers=2, connections=256),
}
_SERVER: Final = {
    "shared_buffers": "256MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "5min",
    "maintenance_work_mem": "128MB",
}
"""As for a database server of its own, however small; everything stays durable."""


def main(arguments: list[str]) -> int:
    """Play what is wanted; 1 where anything disagrees."""
    parser = argparse.ArgumentParser(prog="python -m bench.rehearsal", description=__doc__)
    parser.add_argument("scale", choices=PLANS)
    parser.add_argument("--members", type=int, help="only so many, in as many fewer halls")
    parser.add_argument("--workers", type=int, help="processes of the server")
    parser.add_argument("--connections", type=int, help="connections that the phones share")
    chosen = parser.parse_args(arguments)
    plan = PLANS[chosen.scale]
    plan = replace(
        plan,
        workers=chosen.workers or plan.workers,
        connections=chosen.connections or plan.connections,
        tells=True,
    )
    if chosen.members:
        plan = replace(plan, scale=part(plan.scale, chosen.members))
    log.configure("warning")
    on = day_of(system_clock()())
    with tempfile.TemporaryDirectory() as folder, _database() as server:
        try:
            played = asyncio.run(play(plan, server, "rehearsal", Path(folder)))
        except Disagreement as disagreement:
            print(f"DISAGREES\n{disagreement}", file=sys.stderr)
            return 1
    if chosen.members:
        print(section.alone(chosen.scale, plan, played, on=on))
    else:
        print(section.keep(chosen.scale, plan, played, on=on))
    return 0


def part(scale: Scale, members: int) -> Scale:
    """Take a part of a scale, its halls and units in proportion."""
    points = max(1, scale.points * members // scale.members)
    return Scale(points, max(points * 2 + 1, scale.units * members // scale.members), members)


def _database() -> postgres.Server:
    try:
        return postgres.start(durable=True, settings=_SERVER)
    except postgres.PostgresMissing as missing:
        raise SystemExit(str(missing)) from missing


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
