"""Making a sandbox: a folder of its own, invented people, one morning to come, and a client."""

import json
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from api import installation, migrations
from api.access import actions as access
from api.access.roles import ClientScope, HeldGrant, Principal
from api.clients.actions import add_client
from api.clients.schemas import NewClient
from api.db import Database
from api.events import SYSTEM
from api.installation import UnsafeInstallation
from api.kit import clock
from api.kit.dates import VIETNAM, day_of
from api.kit.files import write_private
from api.sandbox import morning, store
from api.sandbox.clock import MovedClock
from api.sessions.actions import change_session
from api.settings import Settings
from api.setup import first_run
from api.tables.sandbox import SandboxClock
from api.words import Role

DATABASE: Final = "diemdanh.db"
CREDENTIALS: Final = "sandbox.json"
PRESET: Final = "bu_dang_2022"
MEMBERS: Final = 1_800
_BEGINS: Final = time(7, 0, tzinfo=VIETNAM)
_FIRST_CLASS: Final = timedelta(hours=1)
_SECOND_CLASS: Final = timedelta(hours=6, minutes=30)
_PLANNED_BEFORE: Final = timedelta(days=7)
_REQUESTS_PER_MINUTE: Final = 6_000


@dataclass(frozen=True, slots=True)
class Credentials:
    """By whom a sandbox is tried: kept in its folder, since nothing in it is real."""

    admin_password: str
    client_id: str
    client_secret: str
    accounts_file: str


def settings_of(folder: Path, given: Settings) -> Settings:
    """Take of the settings only where to listen: no database, key, mail or file of anybody else."""
    return given.model_copy(
        update={
            "data_dir": folder,
            "database_url": "",
            "files_url": "",
            "smtp_url": "",
            "master_key": SecretStr(""),
            "admin_password": SecretStr(""),
            "workers": 1,
            "caretaker_seconds": 5,
        }
    )


async def prepare(
    database: Database, master: bytes, settings: Settings, *, preset: str, members: int
) -> Credentials:
    """Make a sandbox in an empty folder, or go on with the one that lies there.

    Raises: UnsafeInstallation where the folder holds a database that is none.
    """
    folder = settings.data_dir
    if not (folder / DATABASE).exists():
        await _make(database, master, settings, preset=preset, members=members)
    elif not (folder / morning.FILE).exists():
        raise UnsafeInstallation(f"{folder} holds no sandbox; give it a folder of its own")
    try:
        await migrations.upgrade(database)
        async with database.write() as db:
            at = clock.system_clock()()
            await installation.claim(db, master, is_sandbox=True, at=at)
    finally:
        await database.close()
    beginning = Database(f"sqlite:///{folder / morning.FILE}")
    try:
        await migrations.upgrade(beginning)
    finally:
        await beginning.close()
    read = json.loads((folder / CREDENTIALS).read_text(encoding="utf-8"))
    return Credentials(**read)


async def pairing_code(database: Database, real: clock.Clock) -> str:
    """Begin to pair a screen at the first point, so that somebody can see what a hall sees."""
    moved = MovedClock(real)
    try:
        await moved.refresh(database)
        async with database.write() as db:
            point_id = await store.first_point(db)
            _, code = await access.add_screen(db, SYSTEM, bridge_point_id=point_id, at=moved())
    finally:
        await database.close()
    return code


async def _make(
    database: Database, master: bytes, settings: Settings, *, preset: str, members: int
) -> None:
    real = clock.system_clock()
    begins = datetime.combine(day_of(real()), _BEGINS)
    planned = begins - _PLANNED_BEFORE
    begun = first_run.begun(database, master, settings, now=lambda: planned, is_sandbox=True)
    async with begun as office:
        first = await office.fill_demo(preset, members=members)
        if first is None:
            raise UnsafeInstallation("a sandbox begins in an empty database")
        db = office.db
        await _time_sessions(db, begins, at=planned)
        client_id, secret = await _client(db, master, at=planned)
        ahead = round((begins - real()) / timedelta(milliseconds=1))
        db.add(SandboxClock(id=1, began_at=begins, ahead_ms=ahead))
    kept = Credentials(first.password, str(client_id), secret, str(first.accounts_file))
    written = json.dumps({name: getattr(kept, name) for name in kept.__slots__}, indent=2)
    write_private(settings.data_dir / CREDENTIALS, written.encode() + b"\n")
    again = Database(database.url)
    try:
        await morning.keep(again)
    finally:
        await again.close()


async def _time_sessions(db: AsyncSession, begins: datetime, *, at: datetime) -> None:
    """Let the first class begin in an hour, the second after noon, and each other a day later."""
    for session in await store.sessions(db):
        if session.ordinal == 1:
            starts_at = begins + _FIRST_CLASS
        elif session.ordinal == 2:
            starts_at = begins + _SECOND_CLASS
        else:
            starts_at = begins + _FIRST_CLASS + timedelta(days=session.ordinal - 2)
        await change_session(db, SYSTEM, session, {"starts_at": starts_at}, at=at)


async def _client(db: AsyncSession, master: bytes, *, at: datetime) -> tuple[UUID, str]:
    account, organiser = await store.administrator(db)
    grant = HeldGrant(Role.DISTRICT_ADMIN, organiser.id, organiser.name, organiser.path)
    admin = Principal(account.id, account.username, account.display_name, (grant,))
    new = NewClient(
        unit_id=organiser.id,
        name="Phần mềm thử",
        contact="sandbox@diemdanh.example",
        scopes=list(ClientScope),
        requests_per_minute=_REQUESTS_PER_MINUTE,
    )
    client, _, secret = await add_client(db, admin, new, master=master, at=at)
    return client.id, secret
