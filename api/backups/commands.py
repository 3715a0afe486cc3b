"""`python -m api backup`, `verify` and `restore`."""

import argparse
import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from api.backups import checking, restoring, taking
from api.backups.manifest import Manifest
from api.backups.refusals import BackupRefused
from api.kit import clock
from api.kit.files import home
from api.serving import database_of, has_master_key, master_key_of
from api.settings import Settings
from api.version import VERSION

_INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"


def add(commands: Any) -> None:
    """Add the commands to those of the program."""
    backup = commands.add_parser("backup", help="write everything that is kept into one archive")
    backup.add_argument("--to", type=Path, metavar="FOLDER", help="default: DATA_DIR/backups")
    backup.add_argument(
        "--keep", type=_at_least_one, metavar="N", help="then remove all but the newest N"
    )
    verify = commands.add_parser("verify", help="check an archive: would it come back?")
    verify.add_argument("archive", type=Path)
    verify.add_argument(
        "--scratch", metavar="URL", help="a database of PostgreSQL beside which one may be made"
    )
    restore = commands.add_parser("restore", help="bring an archive back into an empty database")
    restore.add_argument("archive", type=Path)


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


async def _backup(settings: Settings, chosen: argparse.Namespace) -> None:
    folder = chosen.to or settings.data_dir / "backups"
    _require_key(settings)
    database = database_of(settings)
    try:
        taken = await taking.take(
            database,
            home(settings.files_url, settings.data_dir / "files"),
            folder,
            master=master_key_of(settings),
            version=VERSION,
            at=clock.system_clock()(),
        )
    finally:
        await database.close()
    print(taken.path)
    _tell(taken.manifest)
    if chosen.keep is not None:
        for gone in taking.keep(folder, chosen.keep):
            print(f"removed      {gone.name}")


async def _verify(settings: Settings, chosen: argparse.Namespace) -> None:
    master = master_key_of(settings) if has_master_key(settings) else None
    server = chosen.scratch or settings.database_url
    found = await checking.check(chosen.archive, server=server, master=master, room=_room(settings))
    _tell(found)
    print("seal         " + ("ours" if master is not None else "not checked: no master key here"))
    print("good         it would come back whole")


async def _restore(settings: Settings, chosen: argparse.Namespace) -> None:
    _require_key(settings)
    database, at = database_of(settings), clock.system_clock()()
    try:
        restored = await restoring.restore(
            chosen.archive,
            database,
            home(settings.files_url, settings.data_dir / "files"),
            master=master_key_of(settings),
            at=at,
            room=_room(settings),
        )
    finally:
        await database.close()
    _tell(restored.manifest)
    lost_from = restored.manifest.taken_at
    print(f"lost         from {lost_from:{_INSTANT}} until {at:{_INSTANT}}")
    for name, number in asdict(restored.voided).items():
        print(f"{name.replace('_', ' '):<16} {number}")


COMMANDS: Final = {"backup": _backup, "verify": _verify, "restore": _restore}


def run(settings: Settings, chosen: argparse.Namespace) -> None:
    """Run the chosen command.

    Raises: BackupRefused.
    """
    asyncio.run(COMMANDS[chosen.command](settings, chosen))


def _require_key(settings: Settings) -> None:
    # A new key would be made where there is none, and fit nothing.
    if not has_master_key(settings):
        raise BackupRefused(
            "no master key: set DIEMDANH_MASTER_KEY, or put master.key into DATA_DIR"
        )


def _room(settings: Settings) -> Path | None:
    # A dump is large, and /tmp is often memory; where there is no data yet it has to do.
    return settings.data_dir if settings.data_dir.exists() else None


def _tell(found: Manifest) -> None:
    missing = f", {len(found.missing)} missing" if found.missing else ""
    print(f"taken        {found.taken_at:{_INSTANT}} by version {found.version}")
    print(f"database     {found.database} {found.server}, revision {found.revision}")
    print(f"rows         {sum(found.counts.values())} in {len(found.counts)} tables")
    print(f"files        {len(found.files)}{missing}")
