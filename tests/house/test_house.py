"""The tree itself: what a stranger finds before running anything, and the habits that hold it."""

import ast
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = ("api", "tests", "bench")
SHUT = {"data", "mutants", "node_modules", "__pycache__"}
LONGEST = 400
README_TURNS = {"README.md": "README.vi.md", "README.vi.md": "README.md"}

# A letter in brackets keeps these lines from finding themselves.
REGISTRY = re.compile(r"py[p]i\.org|python[h]osted|registry\.npm[j]s|deb\.deb[i]an")
MACHINE = re.compile(r"(^|[^.\w])/(work|root|home|tmp/w)/")
INDENTED = re.compile(r"^\s+(import|from)\s", re.MULTILINE)
SLEEPS = (".sleep", ".wait_for_timeout")


def _files() -> Iterator[Path]:
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [
            name for name in inner if name not in SHUT and (name == ".ci" or name[0] != ".")
        ]
        yield from (Path(folder, name) for name in names)


def _modules() -> list[Path]:
    return sorted(module for folder in CODE for module in (ROOT / folder).rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_file_names_a_package_registry_or_a_folder_of_one_machine() -> None:
    found = []
    for path in _files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE.search(line) or REGISTRY.search(line):
                found.append(f"{_name(path)}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {_name(module): len(module.read_text().splitlines()) for module in _modules()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_nothing_is_imported_inside_a_function() -> None:
    found = [
        f"{_name(module)}:{inner.lineno}"
        for module in _modules()
        if INDENTED.search(text := module.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert not found, "\n".join(found)


def test_no_test_sleeps() -> None:
    found = [
        f"{_name(module)}:{node.lineno}: {ast.unparse(node)}"
        for module in sorted((ROOT / "tests").rglob("*.py"))
        if any(sleep in (text := module.read_text(encoding="utf-8")) for sleep in SLEEPS)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith(SLEEPS)
        and [ast.unparse(argument) for argument in node.args] != ["0"]
    ]
    assert not found, "\n".join(found)


def test_the_migrations_folder_does_not_shadow_its_library() -> None:
    assert (ROOT / "alembic").is_dir()
    assert not (ROOT / "alembic" / "__init__.py").exists()


@pytest.mark.parametrize(("name", "other"), README_TURNS.items())
def test_each_readme_opens_with_the_way_to_the_other_language(name: str, other: str) -> None:
    first = (ROOT / name).read_text(encoding="utf-8").splitlines()[0]
    assert f"]({other})" in first


def test_the_licence_is_apache_2_in_full() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_dependency_with_hashes_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pins = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
    assert all(re.match(r"[a-z0-9.-]+==\S+ (; .* )?\\$", pin) for pin in pins)
    assert text.count("--hash=sha256:") >= len(pins)
    assert _wanted(lock) <= {pin.split("==")[0] for pin in pins}


def _wanted(lock: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lines = project["project"]["dependencies"]
    lines = lines + project["project"]["optional-dependencies"]["postgres"]
    if lock == "requirements-dev.lock":
        lines = lines + project["dependency-groups"]["dev"]
    return {re.split(r"[\[~=><; ]", line)[0].lower().replace("_", "-") for line in lines}
