"""Who may do what: every cell of permissions.txt is run, and every operation has its row there."""

import re
from pathlib import Path

import pytest

from tests.contract.asking import ask_as_each
from tests.contract.operations import OPERATIONS, Operation
from tests.contract.principals import PRINCIPALS, clients_of
from tests.contract.stage import set_stage
from tests.world import World

FILE = Path(__file__).with_name("permissions.txt")
PARTS = 6
"""So that several workers share the table."""


def _lines() -> list[str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _header() -> list[str]:
    return _lines()[0].split()[1:]


def _table() -> dict[str, dict[str, int]]:
    """Read the table: operation → column → status."""
    header = _header()
    return {
        name: dict(zip(header, map(int, cells), strict=True))
        for name, *cells in (line.split() for line in _lines()[1:])
    }


def test_every_operation_has_its_row_and_every_row_its_operation() -> None:
    names = [line.split()[0] for line in _lines()[1:]]
    assert sorted(set(OPERATIONS) - set(names)) == [], "operations without a row"
    assert sorted(set(names) - set(OPERATIONS)) == [], "rows without an operation"
    assert len(names) == len(set(names))


def test_every_principal_has_its_column() -> None:
    assert tuple(_header()) == PRINCIPALS
    assert {len(line.split()) for line in _lines()} == {1 + len(PRINCIPALS)}


def test_every_status_stands_under_its_principal() -> None:
    begins = [[word.start() for word in re.finditer(r"\S+", line)] for line in _lines()]
    assert [_lines()[number] for number, each in enumerate(begins) if each != begins[0]] == []


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
@pytest.mark.parametrize("part", range(PARTS))
async def test_the_table_holds_for_everybody(part: int, world: World) -> None:
    stage = await set_stage(world)
    callers = await clients_of(world, ticketed=stage.phone)
    table, wrong = _table(), []
    for operation in _of_part(part):
        row = table.get(operation.name, {})
        # Whoever is refused comes first: then the same thing is there for who is not.
        refused_first = sorted(row, key=lambda each: row[each] < 400)
        answers = await ask_as_each(
            stage, {principal: callers[principal] for principal in refused_first}, operation
        )
        wrong += [
            f"{operation.name} by {principal}: {answer.status_code} for {row[principal]}: "
            f"{answer.text[:300]}"
            for principal, answer in answers.items()
            if answer.status_code != row[principal]
        ]
    assert not wrong, "\n".join(wrong)


def _of_part(part: int) -> list[Operation]:
    """Cut the operations into parts of one length, in their order."""
    each = list(OPERATIONS.values())
    return each[len(each) * part // PARTS : len(each) * (part + 1) // PARTS]
