"""Print the rows that permissions.txt lacks, or those that are named, as the program answers now.

    python -m tests.contract.probe [operation …]

It helps to write a row; read each status against docs and domain before it goes into the file.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

import httpx2 as httpx

from api.kit import log
from tests.contract.asking import ask
from tests.contract.operations import OPERATIONS, Operation
from tests.contract.principals import PRINCIPALS, STRANGERS, client_of
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


async def _answers(
    template: Template, folder: Path, principal: str, operations: list[Operation]
) -> list[str]:
    clock = MovingClock()
    async with running(
        template.copy(folder), template.district, clock=clock, folder=folder
    ) as world:
        stage = await set_stage(world)
        caller = await client_of(world, principal, ticketed=stage.phone)
        is_stranger = principal in STRANGERS
        return [
            await _answer(stage, caller, operation, is_stranger=is_stranger)
            for operation in operations
        ]


async def _answer(
    stage: Stage, caller: httpx.AsyncClient, operation: Operation, *, is_stranger: bool
) -> str:
    try:
        answer = await ask(stage, caller, operation, is_stranger=is_stranger)
    except AssertionError as failure:
        print(f"{operation.name}: {failure}"[:400], file=sys.stderr)  # noqa: T201
        return "?"
    return str(answer.status_code)


def main() -> None:
    """Print a row for each operation that was named, or else that has none."""
    log.configure("warning")
    known = {line.split()[0] for line in FILE.read_text(encoding="utf-8").splitlines() if line}
    wanted = sys.argv[1:] or [name for name in OPERATIONS if name not in known]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = sqlite_template(folder)
        columns = [
            asyncio.run(_answers(template, folder, each, [OPERATIONS[one] for one in wanted]))
            for each in PRINCIPALS
        ]
    print(row("operation", list(PRINCIPALS)))  # noqa: T201
    for operation, *cells in zip(wanted, *columns, strict=True):
        print(row(operation, cells))  # noqa: T201


if __name__ == "__main__":
    main()
