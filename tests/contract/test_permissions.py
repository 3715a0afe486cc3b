"""Who may do what: every cell of permissions.txt is run, and every operation has its row there."""

import re
from pathlib import Path

import pytest

from tests.contract.asking import ask
from tests.contract.operations import OPERATIONS
from tests.contract.principals import PRINCIPALS, STRANGERS, client_of
from tests.contract.stage import set_stage
from tests.world import World

FILE = Path(__file__).with_name("permissions.txt")


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
@pytest.mark.parametrize("principal", PRINCIPALS)
async def test_the_table_holds_for(principal: str, world: World) -> None:
    stage = await set_stage(world)
    caller = await client_of(world, principal, ticketed=stage.phone)
    table, wrong = _table(), []
    for name, operation in OPERATIONS.items():
        answer = await ask(stage, caller, operation, is_stranger=principal in STRANGERS)
        expected = table.get(name, {}).get(principal)
        if expected is not None and answer.status_code != expected:
            wrong.append(f"{name}: {answer.status_code} for {expected}: {answer.text[:300]}")
    assert wrong == []
