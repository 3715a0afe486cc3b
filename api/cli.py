"""`python -m api`: serve, sandbox, migrate, seed, invite, purge, tallies, backups, openapi."""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from uvicorn.importer import import_from_string

from api import migrations, serving
from api.accounts.actions import rescue
from api.attendance import tallies
from api.backups import commands as backups
from api.backups.refusals import BackupRefused
from api.installation import UnsafeInstallation
from api.kit import clock, log
from api.kit.contract import part
from api.kit.files import home
from api.monitoring import tracing
from api.outbox.mail import mail_server
from api.presets.preset import PresetError, keys
from api.privacy import purging
from api.sandbox import beginning
from api.serving import database_of, master_key_of, public_url_of, require_one_writer
from api.settings import PREFIX, Settings, SettingsRefused
from api.setup import first_run
from api.setup.first_run import Begun, FirstRun
from api.setup.schemas import NewSetup
from api.words import UnitKind

DEFAULT_PRESET = "bu_dang_2022"
DEFAULT_MEMBERS = 3_500
_CONTRACTS = Path(__file__).parent.parent / "openapi"
_SANDBOX = Path("sandbox")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; without any, serve."""
    given = list(sys.argv[1:] if arguments is None else arguments) or ["serve"]
    chosen = _parse(given)
    if chosen.command == "openapi":
        return _openapi(check=chosen.check)
    try:
        return _run(Settings(), chosen)
    except (
        SettingsRefused, UnsafeInstallation, PresetError, BackupRefused, ValueError,
    ) as refused:  # fmt: skip
        print(f"diemdanh: {refused}", file=sys.stderr)
        return 2


def _run(settings: Settings, chosen: argparse.Namespace) -> int:
    if chosen.command == "sandbox":
        _sandbox(settings, chosen.folder, chosen.preset, chosen.members)
        return 0
    settings.require()
    require_services(settings)
    if chosen.command in backups.COMMANDS:
        backups.run(settings, chosen)
    elif chosen.command == "migrate":
        asyncio.run(_migrate(settings))
    elif chosen.command == "invite":
        asyncio.run(_invite(settings, chosen.username))
    elif chosen.command == "purge":
        asyncio.run(_purge(settings, is_dry_run=chosen.dry_run))
    elif chosen.command == "tallies":
        return asyncio.run(_tallies(settings, is_check=chosen.check))
    elif chosen.command == "seed":
        asyncio.run(_seed(settings, chosen.preset, chosen.members))
    else:
        new = None
        if chosen.organiser is not None:
            new = first_run.wanted(chosen.organiser, kind=chosen.kind, preset=chosen.preset)
        _serve(settings, new, empty=chosen.empty)
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m api", description="Điểm danh")
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser(
        "serve", help="migrate and serve; a try-out fills an empty database with the demo"
    )
    serve.add_argument("--empty", action="store_true", help="an office's own data: no demo")
    serve.add_argument("--organiser", metavar="NAME", help="set the office up on the first run")
    serve.add_argument(
        "--kind", choices=[kind.value for kind in UnitKind], default=UnitKind.COMMITTEE.value
    )
    serve.add_argument("--preset", choices=keys(), help="begin with a plan")
    commands.add_parser("migrate", help="bring the database up to this version")
    seed = commands.add_parser("seed", help="fill an empty database with a preset: the demo")
    seed.add_argument("--preset", choices=keys(), default=DEFAULT_PRESET)
    seed.add_argument("--members", type=int, default=DEFAULT_MEMBERS, help="invented members")
    invite = commands.add_parser(
        "invite", help="a new password and second factor for an account nobody else can let in"
    )
    invite.add_argument("username")
    purge = commands.add_parser("purge", help="take away what is kept longer than its time")
    purge.add_argument("--dry-run", action="store_true", help="only count it")
    rehearsal = commands.add_parser(
        "sandbox", help="invented data under a movable clock, for a third party to rehearse with"
    )
    rehearsal.add_argument("--folder", type=Path, default=_SANDBOX, help="its own data folder")
    rehearsal.add_argument("--preset", choices=keys(), default=beginning.PRESET)
    rehearsal.add_argument("--members", type=int, default=beginning.MEMBERS)
    counts = commands.add_parser(
        "tallies", help="count every session anew and print what was kept otherwise"
    )
    counts.add_argument("--check", action="store_true", help="only compare; keep what is kept")
    backups.add(commands)
    contract = commands.add_parser("openapi", help="write openapi/*.json from the code")
    contract.add_argument("--check", action="store_true", help="compare it instead")
    chosen = parser.parse_args(arguments)
    if chosen.command == "serve" and chosen.organiser is not None and not chosen.empty:
        serve.error("--organiser is for an office's own data: it needs --empty")
    if chosen.command == "serve" and chosen.preset is not None and chosen.organiser is None:
        serve.error("--preset needs --organiser")
    return chosen


async def _invite(settings: Settings, username: str) -> None:
    database, now = database_of(settings), clock.system_clock()
    try:
        await migrations.upgrade(database)
        async with database.write() as db:
            invited = await rescue(db, username, at=now())
    finally:
        await database.close()
    if invited is None:
        raise SettingsRefused(f"no account {username!r}, or it is disabled")
    print(f"{public_url_of(settings)}/account#invitation={invited.token}")


async def _purge(settings: Settings, *, is_dry_run: bool) -> None:
    database, at = database_of(settings), clock.system_clock()()
    files = home(settings.files_url, settings.data_dir / "files")
    try:
        await migrations.upgrade(database)
        if is_dry_run:
            found = await purging.preview(database, at=at)
        else:
            lines = await purging.purge(database, files, account_id=None, at=at)
            found = {line.kind: line.removed for line in lines}
    finally:
        await database.close()
    for kind, number in found.items():
        print(f"{kind.value:<18} {number}")


async def _tallies(settings: Settings, *, is_check: bool) -> int:
    database, at = database_of(settings), clock.system_clock()()
    try:
        await migrations.upgrade(database)
        found = await tallies.verify_all(database, writes=not is_check, at=at)
    finally:
        await database.close()
    for each in found:
        point_id, unit_id = each.place
        print(f"session {each.session_id} point {point_id} unit {unit_id}")
        print(f"  kept    {tallies.in_words(each.kept)}")
        print(f"  counted {tallies.in_words(each.counted)}")
    return 1 if found else 0


def _openapi(*, check: bool) -> int:
    openapi = import_from_string("api.app:openapi")
    contracts = {"v1.json": openapi(), "sandbox.json": part(openapi(sandbox=True), tag="sandbox")}
    is_current = True
    for name, document in contracts.items():
        path = _CONTRACTS / name
        text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            is_current = False
            print(f"openapi/{name} is not what the code says: run `make openapi`", file=sys.stderr)
    return 0 if is_current else 1


def require_services(settings: Settings) -> None:
    """Refuse mail, spans and a home of files that cannot work as set, before anything is made.

    Raises: SettingsRefused naming the variable.
    """
    try:
        mail_server(settings.smtp_url, settings.mail_from, public_url=settings.public_url)
    except ValueError as refused:  # it names the variable itself
        raise SettingsRefused(str(refused)) from refused
    try:
        tracing.spans_if_asked()
    except ValueError as refused:  # it names the variable itself
        raise SettingsRefused(str(refused)) from refused
    try:
        home(settings.files_url, settings.data_dir / "files")
    except ValueError as refused:
        raise SettingsRefused(f"{PREFIX}FILES_URL: {refused}") from refused


async def _migrate(settings: Settings) -> None:
    database = database_of(settings)
    try:
        await migrations.upgrade(database)
    finally:
        await database.close()


def _begun(settings: Settings) -> AbstractAsyncContextManager[Begun]:
    return first_run.begun(
        database_of(settings), master_key_of(settings), settings, now=clock.system_clock()
    )


async def _seed(settings: Settings, preset: str, members: int) -> None:
    async with _begun(settings) as begun:
        first = await begun.fill_demo(preset, members=members)
    if first is None:
        raise SettingsRefused("the database is not empty; nothing was changed")
    _tell_accounts(first)


async def _prepare(settings: Settings, *, empty: bool) -> bool:
    """Make what a first run needs, and tell it; True where an organiser is still to be named."""
    async with _begun(settings) as begun:
        if empty:
            await begun.refuse_demo()
        if empty or not settings.is_try_out:
            first = await begun.begin_empty()
        else:
            first = await begun.fill_demo(DEFAULT_PRESET, members=DEFAULT_MEMBERS)
        needs_organiser = await begun.needs_organiser()
    if first is not None:
        _tell_accounts(first)
    return needs_organiser


async def _set_up(settings: Settings, new: NewSetup) -> None:
    async with _begun(settings) as begun:
        await begun.set_up(new)


def _serve(settings: Settings, new: NewSetup | None, *, empty: bool) -> None:
    require_one_writer(settings)
    log.configure(settings.log_level)
    if asyncio.run(_prepare(settings, empty=empty)):
        if new is None and sys.stdin.isatty():
            new = first_run.ask()
        if new is not None:
            asyncio.run(_set_up(settings, new))
        _tell_organiser(new)
    elif new is not None:
        print("Organiser    there is one already; nothing was changed")
    _tell_addresses(public_url_of(settings))
    serving.run(settings)


def _sandbox(given: Settings, folder: Path, preset: str, members: int) -> None:
    settings = beginning.settings_of(folder, given)
    log.configure(settings.log_level)
    master = master_key_of(settings)
    made = asyncio.run(
        beginning.prepare(database_of(settings), master, settings, preset=preset, members=members)
    )
    code = asyncio.run(beginning.pairing_code(database_of(settings), clock.system_clock()))
    url = public_url_of(settings)
    print("Sandbox      invented people, a movable clock, and nothing real")
    print(f"API          {url}/api/v1 (its own: {url}/docs, tag sandbox)")
    print(f"Client       {made.client_id}")
    print(f"Secret       {made.client_secret}")
    print(f"Clock        curl -X PUT {url}/api/v1/sandbox/clock \\")
    print("""               -H 'Content-Type: application/json' -d '{"advance_seconds": 900}'""")
    print(f"Staff        admin / {made.admin_password}")
    print(f"Secretaries  {made.accounts_file}")
    print(f"Screen       {url}/screen with {code}, for ten minutes")
    sys.stdout.flush()
    serving.run(settings, lambda: import_from_string("api.process:sandbox")(settings))


def _tell_accounts(first: FirstRun) -> None:
    password = first.password if first.password_was_made else "(DIEMDANH_ADMIN_PASSWORD)"
    print(f"Staff        admin / {password}")
    if first.accounts_file is not None:
        print(f"Secretaries  {first.secretaries} accounts in {first.accounts_file}")


def _tell_organiser(new: NewSetup | None) -> None:
    if new is None:
        print("Organiser    none yet: the first sign-in names it (POST /api/v1/setup)")
    else:
        print(f"Organiser    {new.organiser.name}, {new.preset or 'without a preset'}")


def _tell_addresses(public_url: str) -> None:
    print(f"Phones       {public_url}/d/")
    print(f"Screens      {public_url}/screen")
    print(f"Console      {public_url}/console")
    print(f"Rosters      {public_url}/roster")
    print(f"Accounts     {public_url}/account")
    print(f"Staff, API   {public_url}/docs")
    if public_url.startswith("http:"):
        print(
            "Plain http is for a try-out. To give phones https, put a TLS proxy in front and set\n"
            "DIEMDANH_PUBLIC_URL=https://…; docker-compose.yml brings one (Caddy)."
        )
    sys.stdout.flush()
