"""The program as an office starts it: first run, second run, and what stops it."""

import csv
import io
import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest

from api import cli, installation
from api.cli import main, master_key_of, public_url_of
from api.db import async_url
from api.installation import file_system_of
from api.settings import PREFIX, Settings, SettingsRefused
from tests.contract.conformance import CONTRACT

ROOT = Path(__file__).parents[2]
PASSWORD = "mat-khau-thu-nghiem"


def _environment(folder: Path, **settings: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    given = {"DATA_DIR": str(folder), "ADMIN_PASSWORD": PASSWORD, "LOG_LEVEL": "info", **settings}
    return {**clean, **{PREFIX + name: value for name, value in given.items()}}


def _run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "api", *arguments],
        cwd=ROOT,
        env=_environment(folder, **settings),
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Seed one installation for all tests of this module; give its folder and what was said."""
    folder = tmp_path_factory.mktemp("seeded") / "data"
    first = _run(folder, "seed", "--members", "300")
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
    again = _run(folder, "seed", "--members", "300")
    assert again.returncode == 2
    assert "not empty; nothing was changed" in again.stderr
    assert "Traceback" not in again.stderr
    assert (folder / "demo-accounts.csv").read_bytes() == before


def test_a_wrong_key_on_a_database_is_refused(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    refused = _run(folder, "serve", MASTER_KEY="ab" * 32)
    assert refused.returncode == 2
    assert "the master key is not the one this database was made with" in refused.stderr


def test_migrating_again_says_nothing(seeded: tuple[Path, str]) -> None:
    folder, _ = seeded
    again = _run(folder, "migrate")
    assert (again.returncode, again.stdout) == (0, ""), again.stderr


def test_the_list_of_an_earlier_database_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "demo-accounts.csv").write_text("of last quarter")
    refused = _run(tmp_path, "seed", "--members", "60")
    assert refused.returncode == 2
    assert "demo-accounts.csv is of an earlier database; move it away first" in refused.stderr
    assert (tmp_path / "demo-accounts.csv").read_text() == "of last quarter"


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
    for name, value in _environment(folder, **settings).items():
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
    for name, value in _environment(tmp_path, DATABASE_URL="mysql://db/x", **production).items():
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
    monkeypatch.setattr(cli, "_lan_address", lambda: "192.168.1.20")
    assert public_url_of(Settings()) == "http://127.0.0.1:8000"
    assert public_url_of(Settings(host="0.0.0.0")) == "http://192.168.1.20:8000"  # noqa: S104
    assert public_url_of(Settings(public_url="https://a.example")) == "https://a.example"


# ------------------------------------------------------------------------------------- contract


def test_the_committed_contract_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["openapi", "--check"]) == 0
    other = tmp_path / "v1.json"
    monkeypatch.setattr(cli, "_CONTRACT", other)
    assert main(["openapi", "--check"]) == 1
    assert "make openapi" in capsys.readouterr().err
    assert main(["openapi"]) == 0
    assert other.read_bytes() == CONTRACT.read_bytes()
    assert json.loads(other.read_text(encoding="utf-8"))["openapi"].startswith("3.1")


# ---------------------------------------------------------------------------------------- serve


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _serving(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "api", "serve"],
        cwd=ROOT,
        env=_environment(folder, PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


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
    port = _free_port()
    with _serving(folder, port) as process:
        assert process.stdout is not None
        said = "".join(process.stdout.readline() for _ in range(5))
        _try_out(port)
        process.send_signal(signal.SIGTERM)
        _, logged = process.communicate(timeout=30)
    assert process.returncode in {0, -signal.SIGTERM}
    for page in ("/d/", "/screen", "/docs"):
        assert f"http://127.0.0.1:{port}{page}" in said
    assert "Plain http" in said
    assert "Traceback" not in logged
    assert not (folder / "diemdanh.db-wal").exists(), "the database was closed"
    entries = [json.loads(line) for line in logged.splitlines()]
    requests = [entry for entry in entries if entry["event"] == "request"]
    assert {"/healthz", "/readyz"} <= {entry["route"] for entry in requests}
    assert "bi-mat" not in logged
    assert "127.0.0.1" not in logged
