"""Print the rows that permissions.txt lacks, or those that are named, as the program answers now.

    python -m tests.contract.probe [operation …]

It helps to write a row; read each status against docs and domain before it goes into the file.
"""

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import httpx2 as httpx

from api.kit import log
from tests.contract.asking import ask_as_each
from tests.contract.operations import OPERATIONS, Operation
from tests.contract.principals import PRINCIPALS, clients_of
from tests.contract.stage import Stage, set_stage
from tests.contract.test_permissions import FILE
from tests.databases import Template, sqlite_template
from tests.moving_clock import MovingClock
from tests.world import running

NAME = 32
"""Characters of the first column."""


def row(name: str, cells: list[str]) -> str:
    """Write a row whose cells begin under the columns' names."""
    widths = [max(len(principal), 3) for principal in PRINCIPALS]
    aligned = (f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True))
    return f"{name:{NAME}}{' '.join(aligned)}".rstrip()


async def _print_rows(template: Template, folder: Path, operations: list[Operation]) -> None:
    async with running(
        template.copy(folder), template.district, clock=MovingClock(), folder=folder
    ) as world:
        stage = await set_stage(world)
        callers = await clients_of(world, ticketed=stage.phone)
        for operation in operations:
            print(row(operation.name, await _cells(stage, callers, operation)))  # noqa: T201


async def _cells(
    stage: Stage, callers: Mapping[str, httpx.AsyncClient], operation: Operation
) -> list[str]:
    try:
        answers = await ask_as_each(stage, callers, operation)
    except AssertionError as failure:
        print(f"{operation.name}: {failure}"[:400], file=sys.stderr)  # noqa: T201
        return ["?"] * len(callers)
    return [str(answer.status_code) for answer in answers.values()]


def main() -> None:
    """Print a row for each operation that was named, or else that has none."""
    log.configure("warning")
    known = {line.split()[0] for line in FILE.read_text(encoding="utf-8").splitlines() if line}
    wanted = sys.argv[1:] or [name for name in OPERATIONS if name not in known]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = sqlite_template(folder)
        print(row("operation", list(PRINCIPALS)))  # noqa: T201
        asyncio.run(_print_rows(template, folder, [OPERATIONS[each] for each in wanted]))


if __name__ == "__main__":
    main()
