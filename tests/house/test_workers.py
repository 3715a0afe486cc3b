"""Several processes on one port: they share a database and nothing else."""

import json
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import httpx2 as httpx
import pytest

from api.cli import main
from api.serving import require_one_writer
from api.settings import Settings, SettingsRefused
from tests import postgres
from tests.district import MASTER_KEY
from tests.terminal import environment, free_port, started


def test_several_processes_on_sqlite_are_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    for name, value in environment(folder, WORKERS="2").items():
        monkeypatch.setenv(name, value)
    assert main(["serve"]) == 2
    assert "DIEMDANH_WORKERS=2 needs PostgreSQL" in capsys.readouterr().err
    assert not folder.exists()
    require_one_writer(Settings(workers=2, database_url="postgresql://db/x"))
    with pytest.raises(SettingsRefused):
        require_one_writer(Settings(workers=2, database_url="sqlite:///x.db"))


def _children(pid: int) -> set[int]:
    """List the processes that serve: the supervisor has one more, which looks after its memory."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {
        int(child)
        for child in listed
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    }


def _breathe(process: subprocess.Popen[str]) -> None:
    """Leave the machine to the process that begins; who serves does not end meanwhile."""
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=0.2)


def _require_figures_of_both(
    process: subprocess.Popen[str], client: httpx.Client, address: str
) -> None:
    """Whoever is asked tells of all: of the new one too, and no more of the one that is gone."""
    while "diemdanh_processes 2.0\n" not in (text := client.get(address).text):
        assert "diemdanh_processes 1.0\n" in text
        _breathe(process)
    assert 'diemdanh_http_request_seconds_count{class="operations",status="2xx"}' in text


@pytest.mark.postgres
@pytest.mark.parametrize("template", ["postgres"], indirect=True)
def test_a_killed_process_is_replaced_and_all_of_them_drain(
    postgres_server: postgres.Server, database_url: str, tmp_path: Path
) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/readyz"
    settings = {
        "DATABASE_URL": database_url,
        "MASTER_KEY": MASTER_KEY.hex(),
        "PUBLIC_URL": "https://diemdanh.example",
        "WORKERS": "2",
        "CARETAKER_SECONDS": "0",
        "LOG_LEVEL": "warning",  # nobody reads what it says while it is asked again and again
    }
    with (
        postgres_server.keeping(),
        started(tmp_path / "data", port, "serve", **settings) as process,
    ):
        assert process.stdout is not None
        while "Staff, API" not in process.stdout.readline():
            assert process.poll() is None, process.communicate()
        transport = httpx.HTTPTransport(retries=8)
        with httpx.Client(transport=transport, timeout=60) as client:
            assert client.get(address).status_code == 200
            first = _children(process.pid)
            assert len(first) == 2
            gone = min(first)
            subprocess.run(["kill", "-9", str(gone)], check=True)
            while not (len(now := _children(process.pid)) == 2 and gone not in now):
                # What the killed one had already accepted goes down with it; nobody is refused.
                with suppress(httpx.TransportError):
                    assert client.get(address).status_code == 200, "the other one serves meanwhile"
                _breathe(process)
            assert client.get(address).status_code == 200
            _require_figures_of_both(process, client, f"http://127.0.0.1:{port}/metrics")
        process.send_signal(signal.SIGTERM)
        _, logged = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in logged
    lines = [json.loads(line) for line in logged.splitlines()]
    unusual = [line for line in lines if line["level"] != "info"]
    assert [(line["event"], line["pid"]) for line in unusual] == [("process_ended", gone)]
