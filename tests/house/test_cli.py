"""The program as an office starts it: first run, second run, and what stops it."""

import asyncio
import csv
import io
import json
import re
import signal
import stat
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import httpx2 as httpx
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase

from api import cli, installation, serving
from api.cli import main
from api.db import Database, async_url
from api.installation import file_system_of
from api.presets.preset import keys
from api.serving import master_key_of, public_url_of
from api.settings import PREFIX, Settings, SettingsRefused
from api.setup.first_run import ask
from api.tables.access import Account
from api.tables.members import Member
from api.tables.privacy import Purge
from api.tables.units import Unit
from api.words import DataKind
from tests.contract.conformance import CONTRACT
from tests.terminal import PASSWORD, environment, free_port, run_api, started


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Seed one installation for all tests of this module; give its folder and what was said."""
    folder = tmp_path_factory.mktemp("seeded") / "data"
    first = run_api(folder, "seed", "--members", "300")
    assert first.returncode == 0, first.stderr
    return folder, first.stdout


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# ----------------------------------------------------------------------------------- first run


def test_a_first_run_makes_a_key_that_only_its_owner_can_read(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    key = folder / "master.key"
    assert _mode(key) == 0o600
    assert re.fullmatch(r"[0-9a-f]{64}\n", key.read_text())
    settings = Settings(data_dir=folder)
    assert master_key_of(settings) == master_key_of(settings) == bytes.fromhex(key.read_text())


def test_the_accounts_of_the_demo_are_its_owners_alone(seeded: tuple[Path, str]) -> None:
    folder, said = seeded
    path = folder / "demo-accounts.csv"
    assert _mode(path) == 0o600
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) >= 55
    assert {row["role"] for row in rows} == {"secretary"}
    assert all(row["username"].startswith("bithu-") for row in rows)
    assert len({row["password"] for row in rows}) == len(rows)
    assert f"{len(rows)} accounts in {path}" in said
    assert PASSWORD not in said, "it was chosen, so it need not be told"
    assert all(row["password"] not in said for row in rows)


def test_seeding_twice_is_refused_and_changes_nothing(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    before = (folder / "demo-accounts.csv").read_bytes()
    again = run_api(folder, "seed", "--members", "300")
    assert again.returncode == 2
    assert "not empty; nothing was changed" in again.stderr
    assert "Traceback" not in again.stderr
    assert (folder / "demo-accounts.csv").read_bytes() == before


def test_a_wrong_key_on_a_database_is_refused(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    refused = run_api(folder, "serve", MASTER_KEY="ab" * 32)
    assert refused.returncode == 2
    assert "the master key is not the one this database was made with" in refused.stderr


def test_migrating_again_says_nothing(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    again = run_api(folder, "migrate")
    assert (again.returncode, again.stdout) == (0, ""), again.stderr


def test_a_purge_is_counted_then_carried_out_and_logged(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    counted = run_api(folder, "purge", "--dry-run")
    assert counted.returncode == 0, counted.stderr
    assert len(counted.stdout.splitlines()) == len(DataKind)
    assert "audit              0" in counted.stdout
    assert asyncio.run(_rows(folder, Purge)) == 0
    done = run_api(folder, "purge")
    assert (done.returncode, done.stdout) == (0, counted.stdout), done.stderr
    assert asyncio.run(_rows(folder, Purge)) == len(DataKind)


def test_the_list_of_an_earlier_database_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "demo-accounts.csv").write_text("of last quarter")
    refused = run_api(tmp_path, "seed", "--members", "60")
    assert refused.returncode == 2
    assert "demo-accounts.csv is of an earlier database; move it away first" in refused.stderr
    assert (tmp_path / "demo-accounts.csv").read_text() == "of last quarter"


# --------------------------------------------------------------------------------- a real office


async def _rows(folder: Path, table: type[DeclarativeBase]) -> int:
    database = Database(f"sqlite:///{folder / 'diemdanh.db'}")
    try:
        async with database.read() as db:
            return (await db.execute(select(func.count()).select_from(table))).scalar_one()
    finally:
        await database.close()


def _served(folder: Path, *arguments: str, lines: int, **settings: str) -> list[str]:
    """Serve until the first lines are said, and stop."""
    port = free_port()
    with started(folder, port, *arguments, **settings) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    return said


async def test_an_empty_start_makes_one_account_and_nobody_else(tmp_path: Path) -> None:
    staff, organiser = _served(tmp_path, "serve", "--empty", lines=2, ADMIN_PASSWORD="")
    assert re.fullmatch(r"Staff        admin / \S{12}\n", staff)
    assert "none yet" in organiser
    assert [await _rows(tmp_path, table) for table in (Account, Unit, Member)] == [1, 0, 0]
    assert not (tmp_path / "demo-accounts.csv").exists()

    (again,) = _served(tmp_path, "serve", lines=1)
    assert "none yet" in again, "it is still an office's own, also without the flag"
    assert [await _rows(tmp_path, table) for table in (Account, Unit, Member)] == [1, 0, 0]

    refused = run_api(tmp_path, "seed", "--members", "60")
    assert (refused.returncode, "not empty" in refused.stderr) == (2, True)
    assert await _rows(tmp_path, Member) == 0


async def test_a_script_sets_an_office_up_by_flags(tmp_path: Path) -> None:
    flags = ("--organiser", "Đảng bộ xã Bù Đăng", "--kind", "grassroots_committee")
    command = ("serve", "--empty", *flags, "--preset", "bu_dang_2025")
    _, organiser = _served(tmp_path, *command, lines=2)
    assert organiser == "Organiser    Đảng bộ xã Bù Đăng, bu_dang_2025\n"
    assert [await _rows(tmp_path, table) for table in (Account, Unit, Member)] == [1, 193, 0]
    (again,) = _served(tmp_path, *command, lines=1)
    assert "nothing was changed" in again, "a restart with the same flags serves"
    assert await _rows(tmp_path, Unit) == 193


async def test_production_never_begins_with_the_demo(tmp_path: Path) -> None:
    production = {"MASTER_KEY": "00" * 32, "PUBLIC_URL": "https://diemdanh.example"}
    staff, organiser = _served(tmp_path, "serve", lines=2, **production)
    assert (staff, PASSWORD in staff) == ("Staff        admin / (DIEMDANH_ADMIN_PASSWORD)\n", False)
    assert "none yet" in organiser
    assert [await _rows(tmp_path, table) for table in (Account, Unit, Member)] == [1, 0, 0]


def test_the_demo_is_no_place_for_an_office(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    refused = run_api(folder, "serve", "--empty")
    assert refused.returncode == 2
    assert "invented people never mix" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("flags", "why"),
    [
        (["--organiser", "Đảng bộ xã Bù Đăng"], "needs --empty"),
        (["--empty", "--preset", "bu_dang_2025"], "needs --organiser"),
        (["--empty", "--organiser", "A", "--preset", "bu_dang_1922"], "invalid choice"),
    ],
)
def test_flags_that_contradict_each_other_are_refused(
    flags: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["serve", *flags])
    assert why in capsys.readouterr().err


def test_a_name_that_is_none_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    refused = run_api(tmp_path / "data", "serve", "--empty", "--organiser", " ")
    assert refused.returncode == 2
    assert "an organiser's name has 1 to 200 characters" in refused.stderr
    assert not (tmp_path / "data").exists()


def _typing(*lines: str) -> Callable[[str], str]:
    typed = iter(lines)

    def read(_prompt: str) -> str:
        try:
            return next(typed)
        except StopIteration as ended:
            raise EOFError from ended

    return read


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ([""], None),
        ([], None),
        (["Đảng bộ xã Bù Đăng"], None),
        (["Đảng bộ tỉnh", "", ""], ("Đảng bộ tỉnh", "committee", None)),
        (["Đảng bộ xã", "2", "1"], ("Đảng bộ xã", "grassroots_committee", None)),
        (["Đảng bộ xã", "3", "hai", "2", "9", "3"], ("Đảng bộ xã", "grassroots_committee", 1)),
    ],
)
def test_the_terminal_asks_until_it_is_answered(
    typed: list[str], expected: tuple[str, str, int | None] | None
) -> None:
    asked = ask(_typing(*typed))
    if expected is None:
        assert asked is None
        return
    assert asked is not None
    name, kind, place = expected
    assert (asked.organiser.name, asked.organiser.kind.value) == (name, kind)
    assert asked.preset == (None if place is None else keys()[place])


# -------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize("command", [["serve"], [], ["migrate"], ["seed"]])
@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ({"DATABASE_URL": "postgresql://db/x"}, ["MASTER_KEY", "PUBLIC_URL"]),
        ({"PUBLIC_URL": "https://diemdanh.example"}, ["MASTER_KEY"]),
        ({"PUBLIC_URL": "http://diemdanh.example", "ADMIN_PASSWORD": ""}, ["ADMIN_PASSWORD"]),
        ({"DATABASE_URL": "mysql://db/x", "PUBLIC_URL": "https://a.example"}, ["MASTER_KEY"]),
    ],
)
def test_a_start_without_what_production_needs_names_it(
    command: list[str],
    settings: dict[str, str],
    missing: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "data"
    for name, value in environment(folder, **settings).items():
        monkeypatch.setenv(name, value)
    assert main(command) == 2
    said = capsys.readouterr().err
    assert said.startswith("diemdanh: not set: ")
    assert all(f"DIEMDANH_{name}" in said for name in missing)
    assert not folder.exists(), "nothing was begun"


@pytest.mark.parametrize("key", ["00", "zz" * 32, "00" * 31, "00" * 33, "khóa"])
def test_a_key_that_is_none_is_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(SettingsRefused, match="64 hexadecimal digits"):
        master_key_of(Settings(data_dir=tmp_path, master_key=key))


def test_a_strange_database_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    production = {"MASTER_KEY": "00" * 32, "PUBLIC_URL": "https://diemdanh.example"}
    for name, value in environment(tmp_path, DATABASE_URL="mysql://db/x", **production).items():
        monkeypatch.setenv(name, value)
    assert main(["migrate"]) == 2
    assert "neither SQLite nor PostgreSQL" in capsys.readouterr().err


def test_a_network_file_system_is_known_by_its_mount() -> None:
    mounts = "/dev/vda / ext4 rw 0 0\nserver:/x /srv/data nfs4 rw 0 0\nb /srv/a\\040b cifs rw 0 0\n"
    assert file_system_of("/srv/data/diemdanh.db", mounts) == "nfs4"
    assert file_system_of("/srv/database/diemdanh.db", mounts) == "ext4"
    assert file_system_of("/srv/a b/diemdanh.db", mounts) == "cifs"
    assert {"nfs4", "cifs"} <= installation._NETWORK_FILE_SYSTEMS


# ------------------------------------------------------------------------------------- addresses


def test_a_database_address_names_its_driver() -> None:
    assert async_url("postgresql://a:b@c/d") == "postgresql+asyncpg://a:b@c/d"
    assert async_url("postgresql+psycopg2://c/d") == "postgresql+asyncpg://c/d"
    assert async_url("sqlite:///x.db") == "sqlite+aiosqlite:///x.db"


def test_the_address_for_phones_is_the_setting_or_this_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    monkeypatch.setattr(serving, "_lan_address", lambda: "192.168.1.20")
    assert public_url_of(Settings()) == "http://127.0.0.1:8000"
    assert public_url_of(Settings(host="0.0.0.0")) == "http://192.168.1.20:8000"  # noqa: S104
    assert public_url_of(Settings(public_url="https://a.example")) == "https://a.example"


# ------------------------------------------------------------------------------------- contract


def test_the_committed_contract_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "v1.json"
    monkeypatch.setattr(cli, "_CONTRACTS", tmp_path)
    assert main(["openapi", "--check"]) == 1
    assert "make openapi" in capsys.readouterr().err
    assert main(["openapi"]) == 0
    assert other.read_bytes() == CONTRACT.read_bytes()
    assert json.loads(other.read_text(encoding="utf-8"))["openapi"].startswith("3.1")


# ---------------------------------------------------------------------------------------- serve


def _try_out(port: int) -> None:
    # Connecting is tried again with growing pauses while the server starts.
    transport = httpx.HTTPTransport(retries=8)
    with httpx.Client(transport=transport, base_url=f"http://127.0.0.1:{port}") as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        assert client.get("/readyz").status_code == 200
        assert client.get("/api/v1/me").status_code == 401
        assert "DỮ LIỆU THỬ" in client.get("/d/?token=bi-mat").text


def test_it_serves_and_stops_cleanly_when_it_is_told_to(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    port = free_port()
    with started(folder, port, "serve") as process:
        assert process.stdout is not None
        pages = "".join(takewhile(lambda line: "Plain http" not in line, process.stdout))
        _try_out(port)
        process.send_signal(signal.SIGTERM)
        _, logged = process.communicate(timeout=30)
    assert process.returncode in {0, -signal.SIGTERM}
    for page in ("/d/", "/screen", "/console", "/roster", "/account", "/docs"):
        assert f"http://127.0.0.1:{port}{page}" in pages
    assert "Traceback" not in logged
    assert not (folder / "diemdanh.db-wal").exists(), "the database was closed"
    entries = [json.loads(line) for line in logged.splitlines()]
    requests = [entry for entry in entries if entry["event"] == "request"]
    assert {"/healthz", "/readyz"} <= {entry["route"] for entry in requests}
    assert "bi-mat" not in logged
    assert "127.0.0.1" not in logged
