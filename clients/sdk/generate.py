"""Write the generated parts of both SDKs anew from openapi/v1.json (`make sdk`).

    python clients/sdk/generate.py [--check] [python] [typescript]

`--check` writes nothing, and fails where what is committed is not what would be written.
"""

import argparse
import filecmp
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SDK = Path(__file__).resolve().parent
CONTRACT = SDK.parents[1] / "openapi" / "v1.json"
PACKAGE = "diemdanh_client"
TYPES = Path("src") / "schema.d.ts"
TOOLS = SDK.parent / "node_modules" / ".bin"


def reduced(document: dict[str, Any]) -> dict[str, Any]:
    """Leave out what each operation would repeat: its refusals are one kind of document."""
    for methods in document["paths"].values():
        for operation in methods.values():
            answers = operation["responses"].items()
            operation["responses"] = {status: each for status, each in answers if status < "300"}
            for each in operation["responses"].values():
                for content in each.get("content", {}).values():
                    content.pop("example", None)
    document["components"].pop("examples", None)
    return document


def write_python(folder: Path, document: dict[str, Any]) -> None:
    """Generate the package below a copy of the project, whose settings its formatter reads."""
    shutil.copy(SDK / "python" / "pyproject.toml", folder)
    contract = folder / "contract.json"
    contract.write_text(json.dumps(document), encoding="utf-8")
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    own = SDK / "python"
    run = subprocess.run(
        [
            *command,
            *("--path", contract, "--output-path", folder / PACKAGE, "--overwrite"),
            *("--config", own / "config.yaml", "--custom-template-path", own / "templates"),
        ],
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
    )
    if run.returncode or "WARNING" in run.stdout or "WARNING" in run.stderr:
        sys.exit(f"openapi-python-client:\n{run.stdout[-3000:]}{run.stderr[-3000:]}")
    shutil.rmtree(folder / PACKAGE / ".ruff_cache", ignore_errors=True)
    (folder / PACKAGE / "py.typed").touch()


def write_typescript(folder: Path, document: dict[str, Any]) -> None:
    """Generate the types."""
    contract = folder / "contract.json"
    contract.write_text(json.dumps(with_default(document)), encoding="utf-8")
    (folder / TYPES).parent.mkdir(parents=True, exist_ok=True)
    tool = TOOLS / "openapi-typescript"
    run = subprocess.run(
        [tool, contract, "--output", folder / TYPES, "--alphabetize"],
        capture_output=True,
        text=True,
    )
    if run.returncode:
        sys.exit(f"openapi-typescript:\n{run.stdout[-3000:]}{run.stderr[-3000:]}")


def with_default(document: dict[str, Any]) -> dict[str, Any]:
    """Say of every operation, once, what a refusal is."""
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    for methods in document["paths"].values():
        for operation in methods.values():
            operation["responses"]["default"] = {"description": "A refusal.", "content": problem}
    return document


LANGUAGES = {"python": (write_python, Path(PACKAGE)), "typescript": (write_typescript, TYPES)}


def differences(ours: Path, theirs: Path) -> list[str]:
    """List files that are not alike in two folders, or two files that differ."""
    if not ours.is_dir():
        return [] if ours.is_file() and filecmp.cmp(ours, theirs, shallow=False) else [ours.name]
    names = {each.relative_to(top) for top in (ours, theirs) for each in top.rglob("*.*")}
    files = {name for name in names if "__pycache__" not in name.parts}
    same = filecmp.cmpfiles(ours, theirs, map(str, files), shallow=False)[0]
    return sorted(str(name) for name in files if str(name) not in same)


def main() -> int:
    """Write the SDKs, or tell how they differ from what would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("languages", nargs="*", metavar="language", default=list(LANGUAGES))
    wanted = parser.parse_args()
    failed = False
    for language in wanted.languages:
        write, made = LANGUAGES[language]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write(folder, reduced(json.loads(CONTRACT.read_text(encoding="utf-8"))))
            kept = SDK / language / made
            if wanted.check:
                different = differences(kept, folder / made)
                failed |= bool(different)
                for each in different[:20]:
                    print(f"clients/sdk/{language}: {each} is not what `make sdk` writes")
            elif kept.is_dir():
                shutil.rmtree(kept)
                shutil.move(folder / made, kept)
            else:
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(folder / made, kept)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
