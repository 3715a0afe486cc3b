"""The first run of the program, seen from the terminal: the demo, or an office of its own."""

import csv
import io
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from api import installation, migrations
from api.db import Database
from api.events import SYSTEM
from api.installation import UnsafeInstallation
from api.kit.clock import Clock
from api.kit.errors import Problem
from api.kit.files import write_private
from api.presets import preset as presets
from api.presets.demo import DemoAccount
from api.settings import Settings, SettingsRefused
from api.setup import actions, store
from api.setup.schemas import NewSetup
from api.words import UnitKind

_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What a first run made, to be told once; `accounts_file` is None without a demo."""

    password: str
    password_was_made: bool
    secretaries: int
    accounts_file: Path | None


@dataclass(frozen=True, slots=True)
class Begun:
    """A database that belongs to this installation, in one transaction of its first run."""

    db: AsyncSession
    settings: Settings
    at: datetime

    async def needs_organiser(self) -> bool:
        """Tell whether an organiser is still to be named."""
        return not await store.has_units(self.db)

    async def fill_demo(self, preset_key: str, *, members: int) -> FirstRun | None:
        """Fill an empty database with the demo, and list its accounts; None for any other.

        Raises: SettingsRefused where the list of an earlier demo lies in the folder.
        """
        given, chosen = self._password()
        accounts = await actions.fill_demo(
            self.db, presets.load(preset_key), members=members, admin_password=chosen, at=self.at
        )
        if accounts is None:
            return None
        path = self.settings.data_dir / "demo-accounts.csv"
        if path.exists():
            raise SettingsRefused(f"{path} is of an earlier database; move it away first")
        secretaries = [account for account in accounts if account.username != actions.ADMIN]
        write_private(path, _as_csv(secretaries))
        return FirstRun(chosen, not given, len(secretaries), path)

    async def begin_empty(self) -> FirstRun | None:
        """Make the account `admin` in an empty database; None for any other."""
        given, chosen = self._password()
        if not await actions.add_first_account(self.db, password=chosen, at=self.at):
            return None
        return FirstRun(chosen, not given, 0, None)

    async def refuse_demo(self) -> None:
        """Keep an office's own data away from invented people.

        Raises: UnsafeInstallation where the database holds the demo.
        """
        if await store.is_demo(self.db):
            raise UnsafeInstallation(
                "this database holds the demo, and invented people never mix with an office's "
                "own data; give the office a database of its own (DIEMDANH_DATA_DIR or "
                "DIEMDANH_DATABASE_URL)"
            )

    async def set_up(self, new: NewSetup) -> None:
        """Set the office up for the account `admin`.

        Raises: SettingsRefused where there is an organiser, or no such account.
        """
        account_id = await store.account_id(self.db, actions.ADMIN)
        if account_id is None:
            raise SettingsRefused("there is no account `admin`; sign in and use POST /api/v1/setup")
        try:
            await actions.set_up(self.db, SYSTEM, account_id, new, at=self.at)
        except Problem as refused:
            raise SettingsRefused(refused.fault.detail.en) from refused

    def _password(self) -> tuple[str, str]:
        given = self.settings.admin_password.get_secret_value()
        return given, given or secrets.token_urlsafe(9)


@asynccontextmanager
async def begun(
    database: Database,
    master: bytes,
    settings: Settings,
    *,
    now: Clock,
    is_sandbox: bool = False,
) -> AsyncIterator[Begun]:
    """Migrate a database, claim it with the master key, and open a transaction on it.

    Raises: UnsafeInstallation where it is another key's, or may lose what was acknowledged.
    """
    try:
        await migrations.upgrade(database)
        await installation.require_durable(database)
        async with database.write() as db:
            await installation.claim(db, master, is_sandbox=is_sandbox, at=now())
            yield Begun(db, settings, now())
    finally:
        await database.close()


def wanted(name: str, *, kind: str, preset: str | None) -> NewSetup:
    """Check what was asked for on the command line or at the terminal.

    Raises: SettingsRefused where the name is none.
    """
    try:
        return NewSetup.model_validate(
            {"organiser": {"name": name, "kind": kind}, "preset": preset}
        )
    except ValidationError as error:
        raise SettingsRefused(f"an organiser's name has 1 to {_LONGEST_NAME} characters") from error


def ask(read: Callable[[str], str] = input) -> NewSetup | None:
    """Ask at the terminal for the organiser and a preset; None where it shall wait."""
    kinds = (UnitKind.COMMITTEE, UnitKind.GRASSROOTS_COMMITTEE)
    keys = presets.keys()
    plans = [f"{presets.load(key).title} ({key})" for key in keys]
    try:
        name = read("Tên đơn vị tổ chức (Enter: hỏi ở lần đăng nhập đầu tiên): ").strip()
        if not name:
            return None
        kind = _choose(read, "Cấp", ["cấp trên cơ sở (tỉnh, huyện)", "cơ sở (xã, phường)"])
        plan = _choose(read, "Mẫu kế hoạch", ["không dùng mẫu", *plans])
    except EOFError:
        return None
    return wanted(name, kind=kinds[kind - 1], preset=keys[plan - 2] if plan > 1 else None)


def _choose(read: Callable[[str], str], title: str, lines: Sequence[str]) -> int:
    """Let a person choose one of some lines by its number; Enter takes the first."""
    numbered = [f"  {number}. {line}\n" for number, line in enumerate(lines, start=1)]
    while True:
        typed = read(f"{''.join(numbered)}{title} (1–{len(lines)}, Enter: 1): ").strip() or "1"
        if typed in map(str, range(1, len(lines) + 1)):
            return int(typed)


def _as_csv(accounts: Sequence[DemoAccount]) -> bytes:
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(["username", "password", "display_name", "role"])
    for each in accounts:
        writer.writerow([each.username, each.password, each.display_name, each.role.value])
    # With a byte order mark, as spreadsheets want it.
    return lines.getvalue().encode("utf-8-sig")
