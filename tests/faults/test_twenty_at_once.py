"""Twenty connections, released by a barrier, send one phone's check-in."""

import asyncio
import json
import re
import socket
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import text

from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn
from tests.databases import Template
from tests.moving_clock import MovingClock
from tests.world import Phone, World, named, running

CONNECTIONS = 20
#: A unique constraint with the comma before it, wherever it stands in its table.
UNIQUE = re.compile(r",\s*CONSTRAINT \w+ UNIQUE \([^)]*\)")


@asynccontextmanager
async def port_of(app: FastAPI) -> AsyncIterator[int]:
    """Serve an application that is running already on a port of loopback."""
    # A socket that listens before the server runs: nobody has to wait for it.
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listening:
        config = uvicorn.Config(app, lifespan="off", log_level="error", access_log=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield listening.getsockname()[1]
        server.should_exit = True
        await serving


async def send_at_once(
    ports: list[int], phone: Phone, body: dict[str, Any]
) -> list[tuple[int, bytes]]:
    """Send one body over twenty connections that were all open before the first byte."""
    cookies = "; ".join(f"{name}={value}" for name, value in phone.client.cookies.items())
    raw = json.dumps(body).encode()
    barrier = Barrier(CONNECTIONS)

    def send(number: int) -> tuple[int, bytes]:
        connection = HTTPConnection("127.0.0.1", ports[number % len(ports)], timeout=20)
        connection.connect()
        barrier.wait()
        headers = {"Content-Type": "application/json", "Cookie": cookies}
        connection.request("POST", "/api/v1/check-ins", raw, headers)
        answer = connection.getresponse()
        read = answer.status, answer.read()
        connection.close()
        return read

    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        sending = [loop.run_in_executor(threads, send, number) for number in range(CONNECTIONS)]
        return list(await asyncio.gather(*sending))


async def one_check_in(world: World) -> tuple[Phone, dict[str, Any]]:
    await world.open()
    phone, screen = world.phone(), await world.screen()
    await phone.exchange(await screen.typed())
    return phone, phone.body(named(world.district.people["hoa"], last4="4821"))


async def test_one_attendance_and_twenty_equal_answers(world: World) -> None:
    phone, body = await one_check_in(world)
    async with port_of(world.app) as port:
        answers = await send_at_once([port], phone, body)
    assert {status for status, _ in answers} == {200}
    assert len({content for _, content in answers}) == 1
    assert await world.count(Attendance) == await world.count(CheckIn) == 1


async def test_two_processes_give_one_attendance_and_twenty_equal_answers(
    world: World, database_url: str, template: Template, clock: MovingClock, tmp_path: Path
) -> None:
    phone, body = await one_check_in(world)
    async with (
        running(database_url, template.district, clock=clock, folder=tmp_path) as other,
        port_of(world.app) as one,
        port_of(other.app) as two,
    ):
        answers = await send_at_once([one, two], phone, body)
    assert {status for status, _ in answers} == {200}
    assert len({content for _, content in answers}) == 1
    assert await world.count(Attendance) == await world.count(CheckIn) == 1


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_without_the_unique_constraint_the_test_above_is_red(world: World) -> None:
    phone, body = await one_check_in(world)
    async with world.database.write() as db:
        constraint = "uq_attendance_session_id_member_id_window_id"
        await db.execute(text(f"ALTER TABLE attendance DROP CONSTRAINT {constraint}"))
    async with port_of(world.app) as port:
        answers = await send_at_once([port], phone, body)
    assert {status for status, _ in answers} <= {500, 503}
    assert await world.count(Attendance) == 0


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_without_the_unique_constraint_it_is_red_on_sqlite_too(world: World) -> None:
    phone, body = await one_check_in(world)
    async with world.database.write() as db:
        found = await db.execute(text("SELECT sql FROM sqlite_master WHERE name = 'attendance'"))
        without, removed = UNIQUE.subn("", found.scalar_one())
        assert removed
        await db.execute(text("DROP TABLE attendance"))
        await db.execute(text(without))
    async with port_of(world.app) as port:
        answers = await send_at_once([port], phone, body)
    assert {status for status, _ in answers} <= {500, 503}
    assert await world.count(Attendance) == 0
