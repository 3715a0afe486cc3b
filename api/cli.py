"""`python -m api`: serve, migrate, seed, openapi."""

import argparse
import asyncio
import csv
import io
import json
import secrets
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from api import installation, migrations
from api.app import build, openapi
from api.db import Database
from api.installation import UnsafeInstallation
from api.kit import clock, log
from api.kit.files import write_private
from api.kit.keys import MASTER_KEY_BYTES
from api.presets import actions as presets
from api.presets.actions import DemoAccount
from api.presets.preset import PresetError, keys, load
from api.settings import Settings, SettingsRefused

DEFAULT_PRESET = "bu_dang_2022"
DEFAULT_MEMBERS = 3_500
_CONTRACT = Path(__file__).parent.parent / "openapi" / "v1.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; without any, serve."""
    parser = argparse.ArgumentParser(prog="python -m api", description="Điểm danh")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("serve", help="migrate, fill an empty database with the demo, and serve")
    commands.add_parser("migrate", help="bring the database up to this version")
    seed = commands.add_parser("seed", help="fill an empty database with a preset")
    seed.add_argument("--preset", choices=keys(), default=DEFAULT_PRESET)
    seed.add_argument("--members", type=int, default=DEFAULT_MEMBERS, help="invented members")
    contract = commands.add_parser("openapi", help="write openapi/v1.json from the code")
    contract.add_argument("--check", action="store_true", help="compare it instead")
    chosen = parser.parse_args(arguments)
    if chosen.command == "openapi":
        return _openapi(check=chosen.check)
    try:
        settings = Settings()
        settings.require()
        if chosen.command == "migrate":
            asyncio.run(_migrate(settings))
        elif chosen.command == "seed":
            asyncio.run(_seed(settings, chosen.preset, chosen.members))
        else:
            _serve(settings)
    except (SettingsRefused, UnsafeInstallation, PresetError, ValueError) as refused:
        print(f"diemdanh: {refused}", file=sys.stderr)
        return 2
    return 0


def _openapi(*, check: bool) -> int:
    text = json.dumps(openapi(), ensure_ascii=False, indent=2, sort_keys=False) + "\n"
    if not check:
        _CONTRACT.write_text(text, encoding="utf-8")
        return 0
    if not _CONTRACT.exists() or _CONTRACT.read_text(encoding="utf-8") != text:
        print("openapi/v1.json is not what the code says: run `make openapi`", file=sys.stderr)
        return 1
    return 0


def database_of(settings: Settings) -> Database:
    """Open the database of the settings; the embedded one lies in the data folder."""
    url = settings.database_url
    if not url:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{settings.data_dir / 'diemdanh.db'}"
    return Database(url, pool_size=settings.pool_size)


def master_key_of(settings: Settings) -> bytes:
    """Find the master key in the settings or the data folder, or make one on first run (mode 600).

    Raises: SettingsRefused where it is not 64 hexadecimal digits.
    """
    path = settings.data_dir / "master.key"
    text = settings.master_key.get_secret_value()
    if not text and path.exists():
        text = path.read_text(encoding="ascii").strip()
    if not text:
        text = secrets.token_hex(MASTER_KEY_BYTES)
        write_private(path, text.encode() + b"\n")
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != MASTER_KEY_BYTES:
        raise SettingsRefused("DIEMDANH_MASTER_KEY must be 64 hexadecimal digits")
    return key


def public_url_of(settings: Settings) -> str:
    """Tell the address for the QR: the setting, or this machine's own as phones reach it."""
    if settings.public_url:
        return settings.public_url
    host = _lan_address() if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104
    return f"http://{host}:{settings.port}"


def _lan_address() -> str:
    # Connecting a UDP socket sends nothing; it only chooses the address that would be used.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What a first run made, to be told once."""

    accounts: list[DemoAccount]
    password_was_made: bool
    accounts_file: Path


async def _migrate(settings: Settings) -> None:
    database = database_of(settings)
    try:
        await migrations.upgrade(database)
    finally:
        await database.close()


async def _seed(settings: Settings, preset: str, members: int) -> None:
    first = await _prepare(settings, preset, members)
    if first is None:
        raise SettingsRefused("the database is not empty; nothing was changed")
    _tell_accounts(first)


async def _prepare(settings: Settings, preset_key: str, members: int) -> FirstRun | None:
    """Migrate, and fill the database where it is empty; None where it was not."""
    master, database = master_key_of(settings), database_of(settings)
    now = clock.system_clock()
    try:
        await migrations.upgrade(database)
        await installation.require_durable(database)
        async with database.write() as db:
            await installation.claim(db, master, at=now())
            if not await presets.is_empty(db):
                return None
            path = settings.data_dir / "demo-accounts.csv"
            if path.exists():
                raise SettingsRefused(f"{path} is of an earlier database; move it away first")
            preset = load(preset_key)
            password = settings.admin_password.get_secret_value()
            loaded = await presets.load_preset(db, preset, at=now())
            await presets.add_invented_members(db, preset, loaded, members=members, at=now())
            accounts = await presets.add_accounts(
                db, preset, loaded, admin_password=password or secrets.token_urlsafe(9), at=now()
            )
            write_private(path, _as_csv(accounts[1:]))
        return FirstRun(accounts, not password, path)
    finally:
        await database.close()


def _as_csv(accounts: Sequence[DemoAccount]) -> bytes:
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(["username", "password", "display_name", "role"])
    for each in accounts:
        writer.writerow([each.username, each.password, each.display_name, each.role.value])
    # With a byte order mark, as spreadsheets want it.
    return lines.getvalue().encode("utf-8-sig")


def _serve(settings: Settings) -> None:
    log.configure(settings.log_level)
    first = asyncio.run(_prepare(settings, DEFAULT_PRESET, DEFAULT_MEMBERS))
    public_url = public_url_of(settings)
    app = build(
        settings,
        clock=clock.system_clock(),
        master_key=master_key_of(settings),
        public_url=public_url,
        database=database_of(settings),
    )
    if first is not None:
        _tell_accounts(first)
    _tell_addresses(public_url)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=20,
    )


def _tell_accounts(first: FirstRun) -> None:
    admin = first.accounts[0]
    password = admin.password if first.password_was_made else "(DIEMDANH_ADMIN_PASSWORD)"
    print(f"Staff        {admin.username} / {password}")
    print(f"Secretaries  {len(first.accounts) - 1} accounts in {first.accounts_file}")


def _tell_addresses(public_url: str) -> None:
    print(f"Phones       {public_url}/d/")
    print(f"Screens      {public_url}/screen")
    print(f"Staff, API   {public_url}/docs")
    if public_url.startswith("http:"):
        print(
            "Plain http is for a try-out. To give phones https, put a TLS proxy in front and set\n"
            "DIEMDANH_PUBLIC_URL=https://…; docker-compose.yml brings one (Caddy)."
        )
    sys.stdout.flush()
