"""The power goes in the middle of a rush: whatever was acknowledged is there, exactly once."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from itertools import islice
from pathlib import Path
from threading import Event, Lock
from uuid import UUID

import pytest
from sqlalchemy import select

from api.db import Database
from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn
from tests import postgres, rush
from tests.databases import Template, postgres_template, sqlite_template
from tests.district import MASTER_KEY, PUBLIC_URL
from tests.moving_clock import MovingClock
from tests.rush import ReadyCheckIn
from tests.serving import serving

ROOT = Path(__file__).parents[2]
CHECK_INS, CONNECTIONS, ENOUGH = 600, 12, 120


@contextmanager
def program(database_url: str, folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run the program as an office does, on a database that is there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {
        "DIEMDANH_DATABASE_URL": database_url,
        "DIEMDANH_DATA_DIR": str(folder),
        "DIEMDANH_PORT": str(port),
        "DIEMDANH_PUBLIC_URL": PUBLIC_URL,
        "DIEMDANH_MASTER_KEY": MASTER_KEY.hex(),
        "DIEMDANH_ADMIN_PASSWORD": "khong-ai-biet",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "api", "serve"],
        cwd=ROOT,
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert process.stdout is not None
        while not process.stdout.readline().startswith(b"Staff, API"):
            assert process.poll() is None, "the program did not start"
        yield process, port
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def connect(process: subprocess.Popen[bytes], port: int) -> HTTPConnection:
    """Connect as soon as the program listens, which it does a moment after it has said so."""
    while process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.connect()
        except ConnectionRefusedError:
            continue
        return connection
    raise AssertionError("the program has ended")


def send_until_killed(
    process: subprocess.Popen[bytes], port: int, ready: list[ReadyCheckIn]
) -> set[str]:
    """Send over several connections, kill in the middle, and name what was acknowledged."""
    waiting, lock, enough = iter(ready), Lock(), Event()
    acknowledged: set[str] = set()

    def phone(connection: HTTPConnection) -> None:
        while True:
            with lock:
                batch = list(islice(waiting, 1))
            if not batch:
                return
            headers = {"Content-Type": "application/json", "Cookie": batch[0].cookie}
            try:
                connection.request("POST", "/api/v1/check-ins", json.dumps(batch[0].body), headers)
                answer = connection.getresponse()
                answer.read()
            except (OSError, HTTPException):
                return
            assert answer.status == 200
            with lock:
                acknowledged.add(batch[0].body["id"])
                if len(acknowledged) >= ENOUGH:
                    enough.set()

    connections = [connect(process, port) for _ in range(CONNECTIONS)]
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        phones = [threads.submit(phone, connection) for connection in connections]
        assert enough.wait(60), "nothing was acknowledged"
        process.kill()
        for each in phones:
            each.result()
    for connection in connections:
        connection.close()
    return acknowledged


def prepare(template: Template, folder: Path) -> tuple[list[ReadyCheckIn], str]:
    """Fill a copy of the template with a rush about to begin."""
    with serving(template, folder, MovingClock()) as site:
        return rush.gather(site, CHECK_INS), site.database_url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def durable(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Template]:
    """Make a template on a database that the program agrees to run on."""
    if request.param == "sqlite":
        yield sqlite_template(tmp_path)
        return
    request.getfixturevalue("postgres_server")  # says why, where there is none
    with postgres.start(durable=True) as server:
        yield postgres_template(server)


def test_what_was_acknowledged_is_there_after_kill_9(durable: Template, tmp_path: Path) -> None:
    ready, database_url = prepare(durable, tmp_path)
    with program(database_url, tmp_path) as (process, port):
        acknowledged = send_until_killed(process, port, ready)
    assert ENOUGH <= len(acknowledged) < CHECK_INS, "it was killed in the middle"
    kept, members = asyncio.run(recorded(database_url))
    assert acknowledged <= kept
    assert len(members) == len(set(members)) == len(kept)


async def recorded(database_url: str) -> tuple[set[str], list[UUID]]:
    """Read which check-ins were kept, and whose attendance there is."""
    database = Database(database_url)
    async with database.read() as db:
        kept = {str(each) for each in (await db.scalars(select(CheckIn.id))).all()}
        members = list((await db.scalars(select(Attendance.member_id))).all())
    await database.close()
    return kept, members
