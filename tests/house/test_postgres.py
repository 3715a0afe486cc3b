"""The throw-away PostgreSQL: what it promises to the tests that use it."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from tests import postgres, postgres_binaries

ROOT = Path(__file__).parents[2]
CHILD = """
from tests import postgres
server = postgres.start()
print(server.pid, server.base, flush=True)
input()
"""


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    if postgres_binaries.find() is None and os.environ.get("CI") != "true":
        pytest.skip("no PostgreSQL binaries")
    with postgres.start() as running:
        yield running


async def _ask(server: postgres.Server, database: str, question: str) -> object:
    connection = await asyncpg.connect(
        host=str(server.base), user=postgres.OWNER, database=database
    )
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


async def test_a_database_is_utf8_in_c_order_and_in_utc(server: postgres.Server) -> None:
    server.create_database("plain")
    assert await _ask(server, "plain", "SHOW server_encoding") == "UTF8"
    assert await _ask(server, "plain", "SHOW timezone") == "UTC"
    assert await _ask(server, "plain", "SHOW listen_addresses") == ""
    collation = "SELECT datcollate FROM pg_database WHERE datname = 'plain'"
    assert await _ask(server, "plain", collation) == "C"
    superuser = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
    assert await _ask(server, "plain", superuser) is False


async def test_a_copy_of_a_template_holds_its_rows(server: postgres.Server) -> None:
    server.create_database("model")
    await _ask(server, "model", "CREATE TABLE hall (name text)")
    await _ask(server, "model", "INSERT INTO hall VALUES ('Hội trường Huyện ủy')")
    server.create_database("copy", template="model")
    assert await _ask(server, "copy", "SELECT name FROM hall") == "Hội trường Huyện ủy"
    server.drop_database("copy")
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await _ask(server, "copy", "SELECT 1")


def test_a_url_names_the_socket_and_a_strange_name_is_refused(server: postgres.Server) -> None:
    expected = f"postgresql+asyncpg://diemdanh@/plain?host={server.base}"
    assert server.url("plain") == expected
    with pytest.raises(ValueError, match="not a plain database name"):
        server.create_database('x"; DROP DATABASE postgres')


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches the server's end by a pidfd")
def test_a_killed_test_run_leaves_no_server_behind() -> None:
    if postgres_binaries.find() is None and os.environ.get("CI") != "true":
        pytest.skip("no PostgreSQL binaries")
    with subprocess.Popen(
        [sys.executable, "-c", CHILD],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        pid, base = child.stdout.readline().split()
        watched = os.pidfd_open(int(pid))
        child.kill()
        ended, _, _ = select.select([watched], [], [], 20)
        os.close(watched)
    assert ended, f"the server in {base} outlived the process that started it"
