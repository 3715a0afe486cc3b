"""A room reads the tables of its own floor or of a floor below, since `tables` lies under all."""

import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]

EXCEPTIONS = {
    ("api.access.scope", "api.tables.units"): (
        "a unit carries its materialised path, so what somebody may see is one condition on it: "
        "the one door for unit-bound queries"
    ),
    ("api.access.client_store", "api.tables.units"): (
        "a client has its scopes on a unit, and is loaded with its name and path in one statement"
    ),
    ("api.access.store", "api.tables.units"): (
        "a grant is on a unit, and is loaded with the unit's name and path in one statement"
    ),
}
"""Who reads a table of a higher floor, and why; nobody else does."""


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("api", cache_dir=None)


def _floors() -> dict[str, int]:
    """Read the stack from pyproject.toml: the higher the number, the higher the floor."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    (stack,) = [
        contract["layers"]
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["name"].startswith("Floors")
    ]
    return {
        name.strip(): height
        for height, layer in enumerate(stack[::-1])
        for name in layer.split("|")
    }


def _upward_reads(graph: grimp.ImportGraph) -> set[tuple[str, str]]:
    floors = _floors()
    return {
        (reader, table)
        for table in graph.find_children("api.tables")
        if table != "api.tables.base"
        for reader in graph.find_modules_that_directly_import(table)
        if not reader.startswith("api.tables")
        and floors[reader.split(".")[1]] < floors[table.split(".")[2]]
    }


def test_every_table_belongs_to_a_floor(graph: grimp.ImportGraph) -> None:
    owners = {table.split(".")[2] for table in graph.find_children("api.tables")} - {"base"}
    assert owners <= set(_floors())


def test_nobody_reads_the_tables_of_a_higher_floor(graph: grimp.ImportGraph) -> None:
    assert _upward_reads(graph) == set(EXCEPTIONS)


def test_an_upward_read_would_be_seen(graph: grimp.ImportGraph) -> None:
    changed = grimp.build_graph("api", cache_dir=None)
    changed.add_import(importer="api.units.store", imported="api.tables.members")
    assert _upward_reads(changed) - set(EXCEPTIONS) == {("api.units.store", "api.tables.members")}


def test_all_sql_of_a_feature_stands_in_its_store(graph: grimp.ImportGraph) -> None:
    """Rules and schemas know no table; routes name rows only to show them."""
    tables = graph.find_descendants("api.tables")
    for table in tables:
        rooms = {
            reader.rsplit(".", maxsplit=1)[1]
            for reader in graph.find_modules_that_directly_import(table)
            if reader.count(".") == 2 and not reader.startswith("api.tables")
        }
        assert not rooms & {"rules", "schemas", "roles", "faults"}, f"{table}: {rooms}"


def test_routes_and_rules_write_no_sql() -> None:
    graph = grimp.build_graph("api", include_external_packages=True, cache_dir=None)
    for module in graph.find_modules_that_directly_import("sqlalchemy"):
        if module.startswith("api."):
            details = graph.get_import_details(importer=module, imported="sqlalchemy")
            lines = " ".join(str(detail["line_contents"]) for detail in details)
            room = module.rsplit(".", maxsplit=1)[1]
            assert room not in {"rules", "roles", "schemas"}, module
            if room == "routes":
                assert not any(f" {verb}" in lines for verb in ("select", "insert", "update")), (
                    lines
                )


def test_no_import_cycle_between_features(graph: grimp.ImportGraph) -> None:
    packages = [name for name in graph.find_children("api") if graph.find_children(name)]
    for one in packages:
        for other in packages:
            if one < other:
                there = graph.find_shortest_chain(one, other, as_packages=True)
                back = graph.find_shortest_chain(other, one, as_packages=True)
                assert there is None or back is None, f"{there} and {back}"
