"""What a database may do to a check-in, and what the phone is told then."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import devices as access
from api.checkin.arrivals import Arrival, arrive
from api.checkin.committer import Committer
from api.checkin.ledger import LostRace
from api.checkin.schemas import NewCheckIn
from api.db import Database, ReservedLine
from api.kit import seals
from api.tables.access import Device, Screen
from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn
from tests.district import MASTER_KEY
from tests.faults.holding import Hold, line, ready, until
from tests.world import World, named

# A row in `attendance` brings a row whose foreign key is checked at COMMIT, and fails there.
_TRAP = {
    True: [
        "CREATE TABLE trap (id INTEGER PRIMARY KEY, nobody INTEGER REFERENCES trap (id)"
        " DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TRIGGER spring AFTER INSERT ON {table}"
        " BEGIN INSERT INTO trap (nobody) VALUES (-1); END",
    ],
    False: [
        "CREATE TABLE trap (id serial PRIMARY KEY, nobody INTEGER REFERENCES trap (id)"
        " DEFERRABLE INITIALLY DEFERRED)",
        "CREATE FUNCTION spring() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN INSERT INTO trap (nobody) VALUES (-1); RETURN NEW; END'",
        "CREATE TRIGGER spring AFTER INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION spring()",
    ],
}


async def set_trap(database: Database, table: str) -> None:
    """Make every commit fail that has inserted into a table."""
    async with database.write() as db:
        for statement in _TRAP[database.is_sqlite]:
            await db.execute(text(statement.format(table=table)))


async def test_a_check_in_whose_commit_fails_is_never_answered_with_200(world: World) -> None:
    await world.open()
    (phone,) = await ready(world)
    await set_trap(world.database, "attendance")
    answer = await phone.name(world.district.people["hoa"], last4="4821")
    assert answer.status_code in {500, 503}
    assert await world.count(Attendance) == await world.count(CheckIn) == 0
    assert await world.count(Device) == 0


async def test_a_request_of_staff_whose_commit_fails_is_never_answered_with_200(
    world: World,
) -> None:
    await set_trap(world.database, "windows")
    session = world.district.sessions["line_1"]
    answer = await world.signed_in("admin").post(f"/sessions/{session}/open")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    read = await world.signed_in("admin").get(f"/sessions/{session}")
    assert read.json()["state"] == "planned"


async def test_a_row_that_cannot_be_written_does_not_fail_its_neighbours(world: World) -> None:
    await world.open()
    phones = await ready(world, 8)
    people = world.district.people
    bad = people["binh"].id.hex if world.database.is_sqlite else str(people["binh"].id)
    statements = {
        True: f"CREATE TRIGGER shut BEFORE INSERT ON attendance WHEN NEW.member_id = '{bad}'"
        " BEGIN SELECT RAISE(ABORT, 'shut'); END",
        False: f"ALTER TABLE attendance ADD CONSTRAINT shut CHECK (member_id <> '{bad}')",
    }
    async with world.database.write() as db:
        await db.execute(text(statements[world.database.is_sqlite]))
    names = ["hoa", "binh", "tuan", "khanh", "mai", "lan", "son", "other_khanh"]
    held = Hold(line(world))
    first = asyncio.create_task(phones[0].name(people["hoa"], last4="4821"))
    await held.reached.wait()
    rest = [
        asyncio.create_task(phone.name(people[name], last4=people[name].last4))
        for phone, name in zip(phones[1:], names[1:], strict=True)
    ]
    await until(lambda: world.app.state.committer.waiting == 7)
    held.release()
    answers = [await task for task in (first, *rest)]
    assert [answer.status_code for answer in answers] == [200, 500, 200, 200, 200, 200, 200, 200]
    assert await world.count(Attendance) == 7


async def test_fifty_check_ins_behind_a_held_commit_are_one_transaction(world: World) -> None:
    await world.open()
    phones = await ready(world, 51)
    people = world.district.people
    held = Hold(line(world))
    first = asyncio.create_task(phones[0].name(people["hoa"], last4="4821"))
    await held.reached.wait()
    rest = [asyncio.create_task(phone.name(people["binh"], last4="3377")) for phone in phones[1:]]
    committer = world.app.state.committer
    await until(lambda: committer.waiting == 50)
    assert not first.done()
    held.release()
    answers = [await task for task in (first, *rest)]
    assert {answer.status_code for answer in answers} == {200}
    assert held.commits == 2
    assert await world.count(CheckIn) == 51
    assert await world.count(Attendance) == 2


async def test_a_phone_that_hangs_up_does_not_stop_the_commit(world: World) -> None:
    await world.open()
    phones = await ready(world, 2)
    people = world.district.people
    held = Hold(line(world))
    gone = asyncio.create_task(phones[0].name(people["hoa"], last4="4821"))
    await held.reached.wait()
    gone.cancel()
    stays = asyncio.create_task(phones[1].name(people["binh"], last4="3377"))
    held.release()
    assert (await stays).json()["standing"] == "present"
    assert await world.count(Attendance) == 2


async def test_an_unknown_outcome_of_commit_is_503_and_sending_again_finds_out(
    world: World,
) -> None:
    plain = line(world).write

    @asynccontextmanager
    async def write() -> AsyncIterator[AsyncSession]:
        async with plain() as db:
            yield db
        raise OperationalError("COMMIT", None, ConnectionResetError("the line was cut"))

    await unknown_at_first(world, write)


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_a_connection_that_the_server_ends_before_commit_is_503(world: World) -> None:
    plain = line(world).write

    @asynccontextmanager
    async def write() -> AsyncIterator[AsyncSession]:
        async with plain() as db:
            yield db
            mine = (await db.execute(text("SELECT pg_backend_pid()"))).scalar_one()
            async with world.database.read() as other:
                ended = text("SELECT pg_terminate_backend(:pid, 5000)")
                await other.execute(ended, {"pid": mine})

    await unknown_at_first(world, write)


async def unknown_at_first(
    world: World, write: Callable[[], AbstractAsyncContextManager[AsyncSession]]
) -> None:
    """Send a check-in while `write` is how the database writes, and again when it is well."""
    await world.open()
    (phone,) = await ready(world)
    body = phone.body(named(world.district.people["hoa"], last4="4821"))
    database: Any = line(world)
    plain, database.write = database.write, write
    unknown = await phone.send(body)
    assert (unknown.status_code, unknown.json()["code"]) == (503, "unavailable")
    assert 2 <= int(unknown.headers["Retry-After"]) <= 10
    database.write = plain
    receipt = (await phone.send(body)).json()
    assert (receipt["standing"], receipt["already_recorded"]) == ("present", False)
    assert await world.count(Attendance) == 1


async def test_a_full_queue_says_when_to_come_back(world: World) -> None:
    await world.open()
    phones = await ready(world, 3)
    held = Hold(line(world))
    hoa = world.district.people["hoa"]
    first = asyncio.create_task(phones[0].name(hoa, last4="4821"))
    await held.reached.wait()
    committer = world.app.state.committer
    committer.room = 1
    second = asyncio.create_task(phones[1].name(hoa, last4="4821"))
    await until(lambda: committer.waiting == 1)
    refused = await phones[2].name(hoa, last4="4821")
    assert (refused.status_code, refused.json()["code"]) == (503, "unavailable")
    assert 2 <= int(refused.headers["Retry-After"]) <= 10
    held.release()
    assert [(await task).status_code for task in (first, second)] == [200, 200]


async def test_what_was_accepted_is_committed_before_the_program_stops(world: World) -> None:
    await world.open()
    phones = await ready(world, 5)
    people = world.district.people
    held = Hold(line(world))
    tasks = [asyncio.create_task(phones[0].name(people["hoa"], last4="4821"))]
    await held.reached.wait()
    for phone, name in zip(phones[1:], ("binh", "tuan", "mai", "lan"), strict=True):
        tasks.append(asyncio.create_task(phone.name(people[name], last4=people[name].last4)))
    committer = world.app.state.committer
    await until(lambda: committer.waiting == 4)
    stopping = asyncio.create_task(committer.stop())
    await asyncio.sleep(0)
    held.release()
    await stopping
    assert [(await task).status_code for task in tasks] == [200] * 5
    committer.start()


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_sqlite_writes_through_to_the_disk_at_every_commit(world: World) -> None:
    async with world.database.read() as db:
        pragmas = [
            (await db.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert pragmas == ["wal", 2, 1]


async def test_reading_never_takes_the_write_gate(world: World) -> None:
    begun: list[str] = []
    engine = world.database.engine.sync_engine

    def note(*call: Any) -> None:
        begun.append(call[2])

    if world.database.is_sqlite:
        event.listen(engine, "before_cursor_execute", note)
    async with world.database.write():
        answer = await asyncio.wait_for(world.signed_in("admin").get("/units"), timeout=5)
    assert answer.status_code == 200
    if world.database.is_sqlite:
        event.remove(engine, "before_cursor_execute", note)
    assert begun.count("BEGIN IMMEDIATE") <= 1


async def test_one_phone_is_not_bound_to_three_members_of_one_batch(world: World) -> None:
    await world.open()
    first, phone = await ready(world, 2)
    people = world.district.people
    held = Hold(line(world))
    tasks = [asyncio.create_task(first.name(people["lan"], last4="9090"))]
    await held.reached.wait()
    tasks += [
        asyncio.create_task(phone.name(people[name], last4=people[name].last4))
        for name in ("hoa", "binh", "tuan")
    ]
    await until(lambda: world.app.state.committer.waiting == 3)
    held.release()
    receipts = [(await task).json() for task in tasks[1:]]
    assert [receipt["evidence"] for receipt in receipts] == ["first", "assisted", "assisted"]
    assert [receipt["standing"] for receipt in receipts] == ["present", "pending", "pending"]


async def test_a_database_that_is_away_is_503_for_everybody(world: World) -> None:
    await world.open()
    (phone,) = await ready(world)

    @asynccontextmanager
    async def away() -> AsyncIterator[AsyncSession]:
        raise ConnectionRefusedError
        yield

    for database in (world.database, line(world), world.app.state.exchanger.line):
        for way in ("read", "write"):
            setattr(database, way, away)
    check_in = await phone.name(world.district.people["hoa"], last4="4821")
    ticket = await world.phone().exchange({"door": "1", "digits": "123456"})
    staff = await world.signed_in("admin").get("/units")
    for answer in (check_in, ticket, staff):
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert 2 <= int(answer.headers["Retry-After"]) <= 10


async def arrivals_of(world: World, *names: str) -> list[Arrival]:
    """Let some arrive who have not been handed to anybody yet."""
    people, found = world.district.people, []
    for phone, name in zip(await ready(world, len(names)), names, strict=True):
        new = NewCheckIn.model_validate(phone.body(named(people[name], last4=people[name].last4)))
        (cookie,) = phone.client.cookies.jar
        phone_id = UUID(bytes=(seals.decode(cookie.value or "") or b"")[:16])
        found.append(arrive(new, new.ticket, access.Phone(phone_id, None), at=world.clock()))
    return found


async def test_a_list_that_two_processes_judge_at_once_is_one_row_each(world: World) -> None:
    await world.open()
    arrivals = await arrivals_of(world, "hoa", "binh", "tuan", "mai", "lan")
    other = Database(world.database.url) if not world.database.is_sqlite else world.database
    committers = [Committer(each, MASTER_KEY, queue=100) for each in (world.database, other)]
    for committer in committers:
        committer.start()
    lists = await asyncio.gather(*(each.submit(arrivals) for each in committers))
    for committer in committers:
        await committer.stop()
    if other is not world.database:
        await other.close()
    assert lists[0] == lists[1]
    assert [json.loads(each)["standing"] for each in lists[0] if isinstance(each, bytes)] == [
        "present"
    ] * 5
    assert [await world.count(table) for table in (Attendance, CheckIn, Device)] == [5, 5, 5]


async def test_a_double_tap_that_another_process_takes_up_waits_for_the_first(world: World) -> None:
    await world.open()
    (arrival,) = await arrivals_of(world, "hoa")
    one, other = (Committer(world.database, MASTER_KEY, queue=100) for _ in range(2))
    held = Hold(one.line)
    one.start()
    other.start()
    first = one.hand_in(arrival)
    await held.reached.wait()
    again = other.hand_in(arrival)
    await until(lambda: other.waiting == 0)
    assert not again.done()
    held.release()
    assert await first == await again
    await one.stop()
    await other.stop()
    assert [await world.count(table) for table in (Attendance, CheckIn, Device)] == [1, 1, 1]


async def test_a_double_tap_that_comes_into_the_next_list_is_one_row(world: World) -> None:
    await world.open()
    phone, other = await ready(world, 2)
    hoa = world.district.people["hoa"]
    body = phone.body(named(hoa, last4="4821"))
    committer: Committer = world.app.state.committer
    held = Hold(committer.line)
    first = asyncio.create_task(phone.send(body))
    await held.reached.wait()
    again = asyncio.create_task(phone.send(body))
    beside = asyncio.create_task(other.name(hoa, last4="4821"))
    await until(lambda: committer.waiting == 2)
    assert not any(task.done() for task in (first, again, beside))
    held.release()
    answers = [await task for task in (first, again, beside)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert answers[0].content == answers[1].content
    receipts = [answer.json() for answer in answers]
    assert [receipt["already_recorded"] for receipt in receipts] == [False, False, True]
    assert [await world.count(table) for table in (Attendance, CheckIn, Device)] == [1, 2, 1]


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_a_list_that_lost_a_race_is_judged_again_on_the_same_connection(world: World) -> None:
    line = ReservedLine(world.database)
    backends = set()

    async def write(*, loses: bool) -> None:
        async with line.write() as db:
            backends.add((await db.scalars(text("SELECT pg_backend_pid()"))).one())
            await db.execute(text("DELETE FROM screens"))
            if loses:
                raise LostRace

    await world.screen()
    for _ in range(2):
        with pytest.raises(LostRace):
            await write(loses=True)
    assert await world.count(Screen) == 1
    await write(loses=False)
    await line.close()
    assert await world.count(Screen) == 0
    assert len(backends) == 1


async def test_the_committer_outlives_whatever_happens_in_it(world: World) -> None:
    await world.open()
    (phone,) = await ready(world)
    committer = world.app.state.committer
    plain = committer._settle

    async def broken(*_batch: object) -> None:
        raise BrokenPipeError("nobody reads the log")

    committer._settle = broken
    answer = await phone.name(world.district.people["hoa"], last4="4821")
    assert answer.status_code == 503
    assert committer.is_running
    committer._settle = plain
    assert (await phone.name(world.district.people["hoa"], last4="4821")).status_code == 200
