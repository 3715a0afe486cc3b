"""The SDKs: what their READMEs show works on a live server, and their parts belong together."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.conformance import document
from tests.databases import Template
from tests.moving_clock import MovingClock
from tests.programs import let_in
from tests.serving import Site, serving

CLIENTS = Path(__file__).parents[2] / "clients"
PYTHON = CLIENTS / "sdk" / "python"
TYPESCRIPT = CLIENTS / "sdk" / "typescript"
ESBUILD = CLIENTS / "node_modules" / ".bin" / "esbuild"


@pytest.fixture
def site(template: Template, tmp_path: Path) -> Iterator[Site]:
    with serving(template, tmp_path, MovingClock()) as site:
        site.open()
        yield site


def _names(site: Site) -> dict[str, str]:
    """Let a program in, and say by which names an example knows where and who it is."""
    client = let_in(site)
    return {"BASE_URL": site.url, "CLIENT_ID": str(client.id), "CLIENT_SECRET": client.secret}


def _blocks(readme: Path, language: str) -> list[str]:
    fenced = rf"^```{language}\n(.*?)^```$"
    return re.findall(fenced, readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _node() -> str:
    """Find Node and its tools; missing ones skip loudly, and fail where CI=true."""
    node = shutil.which("node")
    if node is None or not ESBUILD.exists():
        missing = "Node and the tools of clients/ (make web): the TypeScript client is not tried"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return node


def _printed(run: subprocess.CompletedProcess[str]) -> str:
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-4000:]
    return run.stdout


def test_both_have_the_version_of_the_contract() -> None:
    version = document()["info"]["version"]
    project = tomllib.loads((PYTHON / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = json.loads((TYPESCRIPT / "package.json").read_text(encoding="utf-8"))
    assert project["version"] == package["version"] == version


def test_every_operation_has_its_function_in_python() -> None:
    found = {each.stem.replace("_", "") for each in PYTHON.glob("diemdanh_client/api/*/*.py")}
    names = [
        operation["operationId"]
        for methods in document()["paths"].values()
        for operation in methods.values()
    ]
    assert [name for name in names if name.lower() not in found] == []


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
def test_what_the_readme_of_python_shows_works(site: Site) -> None:
    names = "\n".join(f"{name} = {value!r}" for name, value in _names(site).items())
    examples = _blocks(PYTHON / "README.md", "python")
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join([names, *examples])],
        env={**os.environ, "PYTHONPATH": str(PYTHON)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    printed = _printed(run)
    assert "404 not_found There is no such thing for you." in printed
    assert "200 304 None" in printed
    assert "Lớp 1" in printed
    assert "Đảng bộ xã Bom Bo" in printed
    assert len(examples) == 4


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
def test_what_the_readme_of_typescript_shows_works(site: Site, tmp_path: Path) -> None:
    node, names = _node(), _names(site)
    examples = _blocks(TYPESCRIPT / "README.md", "ts")
    assert sorted(examples) == sorted(
        each.read_text(encoding="utf-8") for each in TYPESCRIPT.glob("examples/*.ts")
    ), "what is shown is what is type-checked"
    printed = ""
    for number, example in enumerate(examples):
        source = tmp_path / f"{number}.ts"
        source.write_text(example, encoding="utf-8")
        bundle: list[str | Path] = [
            *(str(ESBUILD), str(source), "--bundle", "--platform=node", "--format=esm"),
            *("--log-level=error", f"--alias:@diemdanh/client={TYPESCRIPT / 'src' / 'index.ts'}"),
            *(f"--define:{name}={json.dumps(value)}" for name, value in names.items()),
        ]
        made = _printed(subprocess.run(bundle, capture_output=True, text=True))
        printed += _printed(
            subprocess.run(
                [node, "--input-type=module"],
                input=made,
                capture_output=True,
                text=True,
                timeout=60,
            )
        )
    assert "404 not_found There is no such thing for you." in printed
    assert "200 304" in printed
    assert "Lớp 1" in printed
