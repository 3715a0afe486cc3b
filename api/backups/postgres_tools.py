"""PostgreSQL's own tools: `pg_dump` and `pg_restore`, found where they are installed."""

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from anyio import to_thread
from sqlalchemy import make_url

from api.backups.refusals import BackupRefused

_INSTALLED: Final = Path("/usr/lib/postgresql")
_SSL_MODES: Final = frozenset({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})


def find(tool: str, *, at_least: int) -> Path:
    """Find a tool of PostgreSQL `at_least` that new: the oldest that will do.

    Raises: BackupRefused where there is none.
    """
    found = [(version, path) for path in _candidates(tool) if (version := _version(path))]
    fit = sorted((each for each in found if each[0] >= at_least), key=lambda each: each[0])
    if fit:
        return fit[0][1]
    seen = ", ".join(f"{path} is {version}" for version, path in found) or "none was found"
    raise BackupRefused(
        f"{tool} of PostgreSQL {at_least} or newer is needed ({seen}); "
        f"Debian: apt-get install postgresql-client-{at_least}"
    )


def _candidates(tool: str) -> Iterator[Path]:
    # Debian's own pg_dump on the PATH is a script that chooses by a cluster, so it comes last.
    yield from _INSTALLED.glob(f"*/bin/{tool}")
    if on_path := shutil.which(tool):
        yield Path(on_path)


def _version(tool: Path) -> int:
    try:
        said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return 0
    number = re.search(r"\b(\d+)", said.stdout)
    return int(number[1]) if number and said.returncode == 0 else 0


async def dump(url: str, target: Path, *, server: int, snapshot: str) -> None:
    """Write a database as it is in an exported snapshot, in PostgreSQL's custom format.

    Raises: BackupRefused.
    """
    tool = find("pg_dump", at_least=server)
    options = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}")
    await _run(tool, *options, f"--file={target}", url=url)


async def load(url: str, source: Path, *, server: int) -> None:
    """Load a dump into an empty database, all of it or nothing; without its revision.

    A program that is started on it meanwhile finds tables without a revision, and does not begin.

    Raises: BackupRefused.
    """
    tool = find("pg_restore", at_least=server)
    lines = (await _run(tool, "--list", str(source), url=url)).splitlines()
    wanted = [line for line in lines if " TABLE DATA public alembic_version " not in line]
    if len(wanted) != len(lines) - 1:
        raise BackupRefused("the dump holds no revision: it is not one of ours")
    listing = source.with_name(f"{source.name}.list")
    await to_thread.run_sync(listing.write_text, "\n".join(wanted) + "\n")
    options = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    name = make_url(url).database or ""
    await _run(tool, *options, f"--use-list={listing}", f"--dbname={name}", str(source), url=url)


async def _run(tool: Path, *arguments: str, url: str) -> str:
    # The address goes by the environment: whoever lists processes would read a password in it.
    running = await asyncio.create_subprocess_exec(
        tool,
        *arguments,
        env=_environment(url),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complained = await running.communicate()
    if running.returncode:
        # Later lines quote the row that failed, with names.
        first = complained.decode(errors="replace").strip().splitlines()[:1]
        raise BackupRefused(f"{tool.name} failed: {''.join(first)}")
    return said.decode(errors="replace")


def _environment(url: str) -> dict[str, str]:
    """Write the address of a database as the tools of PostgreSQL read it."""
    parsed = make_url(url)
    query = {name: str(value) for name, value in parsed.query.items()}
    ssl = query.get("ssl", query.get("sslmode", ""))
    given = {
        "PGHOST": parsed.host or query.get("host", ""),
        "PGPORT": str(parsed.port or query.get("port", "")),
        "PGUSER": parsed.username or query.get("user", ""),
        "PGPASSWORD": parsed.password or "",
        "PGDATABASE": parsed.database or "",
        "PGSSLMODE": ssl if ssl in _SSL_MODES else "",
        "PGAPPNAME": "diemdanh backup",
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**clean, **{name: value for name, value in given.items() if value}}
