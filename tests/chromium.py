"""The browser that the tests drive: find it, or install it where that is possible."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LAUNCH_ARGUMENTS: Final = (
    "--no-sandbox",  # root and most containers have no user namespaces
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find() -> Path | None:
    """Find a Chromium that starts, or None; the variable CHROMIUM wins."""
    return next((browser for browser in _candidates() if _starts(browser)), None)


def install() -> Path | None:
    """Install Chromium: Debian's as root, else the one that Playwright keeps in the home."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "--quiet", *step], env=environment, check=False)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find()


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    caches = (Path.home() / ".cache", Path.home() / "Library" / "Caches")
    folders = [cache / "ms-playwright" for cache in caches]
    if kept := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        folders.insert(0, Path(kept))
    for folder in folders:
        yield from sorted(folder.glob("chromium-*/chrome-linux*/chrome"), reverse=True)
        yield from sorted(
            folder.glob("chromium-*/chrome-mac*/*.app/Contents/MacOS/*"), reverse=True
        )


def _starts(browser: Path) -> bool:
    try:
        answer = subprocess.run(
            [browser, "--version"], capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0
