"""The disk runs full under load, and somebody makes room again.

The disk is a small file system in memory, mounted in a mount namespace of a process of its own, so
that nothing of it is left behind, however the process ends.
"""

import asyncio
import ctypes
import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bench.faults import hall, trial
from bench.faults.hall import Hall
from bench.faults.killing import EARLY
from bench.faults.programs import SERVE, Program
from bench.faults.result import NotTried, Result, Scenario
from bench.faults.trial import Fault, Trial

_ROOM_MIB: Final = {"short": 24, "long": 160}
"""What the hall needs at first, and some."""
_FULL_SECONDS: Final = 20.0
_RECOVERED_SECONDS: Final = 5.0
_FULL: Final = 507
_EXPECTED: Final = frozenset({200, 503, _FULL})
_NAMESPACE: Final = (
    ("unshare", "--mount")
    if os.geteuid() == 0
    else ("unshare", "--user", "--mount", "--map-current-user", "--keep-caps")
)
_TABLESPACE: Final = "tight"


def sqlite(short: bool) -> Result:
    """Fill the disk under the database file and its log."""
    return _apart("sqlite", short=short)


def sqlite_control(short: bool) -> Result:
    """Do the same with a program that answers before its commit."""
    return _apart("sqlite-early", short=short)


def postgres(short: bool) -> Result:
    """Fill the disk under the tables; the log of PostgreSQL has a disk of its own."""
    return _apart("postgres", short=short)


def postgres_control(short: bool) -> Result:
    """Do the same with a program that answers before its commit."""
    return _apart("postgres-early", short=short)


def _apart(which: str, *, short: bool) -> Result:
    """Run a trial in a process that may mount. Raises: NotTried where none may."""
    command = [*_NAMESPACE, sys.executable, "-m", "bench.faults.full_disk", which, str(int(short))]
    try:
        allowed = subprocess.run([*_NAMESPACE, "true"], check=False).returncode == 0
    except FileNotFoundError:
        allowed = False
    if not allowed:
        raise NotTried(f"no mount namespace: {' '.join(_NAMESPACE)}")
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    found = json.loads(said.splitlines()[-1])
    return Result(**{**found, "broken": tuple(found["broken"])})


def _on_sqlite(command: Sequence[str], *, short: bool) -> Result:
    with _small_disk(short=short) as disk, hall.on_sqlite(short=short, inside=disk) as place:
        return _filled(place, disk, command, short=short)


def _on_postgres(command: Sequence[str], *, short: bool) -> Result:
    server = hall.durable_server()
    with _small_disk(short=short) as disk:
        owner = server.base.stat()
        os.chown(disk, owner.st_uid, owner.st_gid)
        server.execute(f"CREATE TABLESPACE {_TABLESPACE} LOCATION '{disk}'")
        try:
            with hall.on_postgres(short=short, tablespace=_TABLESPACE) as place:
                return _filled(place, disk, command, short=short)
        finally:
            server.stop()


def _filled(place: Hall, disk: Path, command: Sequence[str], *, short: bool) -> Result:
    program = Program(place.database_url, place.folder, command)
    fault = _full(disk, times=1 if short else 5)
    return trial.run("full disk", place, [program], fault, expected=_EXPECTED)


def _full(disk: Path, *, times: int) -> Fault:
    async def fault(now: Trial) -> None:
        recoveries = []
        for _ in range(times):
            await asyncio.sleep(1.0)
            before = now.phones.statuses[_FULL]
            filler = await asyncio.to_thread(_fill, disk)
            await now.until(_said_so(now, before + 1), within=_FULL_SECONDS)
            now.promise(_said_so(now, before + 1)(), "it never said that it was full")
            await asyncio.sleep(1.0)
            filler.unlink()
            recoveries.append(await now.next_answer(within=20))
        slowest = max(recoveries)
        now.promise(slowest <= _RECOVERED_SECONDS, f"it recovered after {slowest:.1f} s")
        words = now.phones.refusals.get(_FULL, "")
        now.promise("storage_full" in words and "hết chỗ" in words, "it did not say so in words")
        now.facts |= {"times full": str(times), "slowest recovery, s": f"{slowest:.2f}"}

    return fault


def _said_so(now: Trial, times: int) -> Callable[[], bool]:
    return lambda: now.phones.statuses[_FULL] >= times


def _fill(disk: Path) -> Path:
    """Take all the room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (2**20, 4096):
            try:
                while True:
                    file.write(bytes(size))
            except OSError as full:
                if full.errno != errno.ENOSPC:
                    raise
    return filler


@contextmanager
def _small_disk(*, short: bool) -> Iterator[Path]:
    libc = ctypes.CDLL(None, use_errno=True)
    with tempfile.TemporaryDirectory(prefix="diemdanh-disk-") as name:
        target, options = (
            os.fsencode(name),
            f"size={_ROOM_MIB['short' if short else 'long']}m".encode(),
        )
        if libc.mount(b"tmpfs", target, b"tmpfs", 0, options) != 0:
            raise OSError(ctypes.get_errno(), "mount")
        try:
            yield Path(name)
        finally:
            libc.umount2(target, 2)  # when nobody uses it any more


SCENARIOS: Final = {
    "full-disk-sqlite": Scenario(
        "the disk of an SQLite file runs full, and has room again",
        sqlite,
        "a program that answers before its commit",
        sqlite_control,
    ),
    "full-disk-postgres": Scenario(
        "the disk of PostgreSQL's tables runs full, and has room again",
        postgres,
        "a program that answers before its commit",
        postgres_control,
    ),
}


def _main(which: str, *, short: bool) -> None:
    database, _, early = which.partition("-")
    command = EARLY if early else SERVE
    on = {"sqlite": _on_sqlite, "postgres": _on_postgres}[database]
    print(json.dumps(asdict(on(command, short=short))))


if __name__ == "__main__":
    _main(sys.argv[1], short=bool(int(sys.argv[2])))
