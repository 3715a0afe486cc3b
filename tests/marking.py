"""What tests of marks do: number lists, mark, and read what was written."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import event, select, update

from api import events
from api.tables.access import Account
from api.tables.attendance import Mark
from api.tables.events import Event
from tests.pictures import photo
from tests.printed import read_list, unit_path
from tests.world import Answer, World


async def number(world: World, *units: str) -> None:
    """Let the lists of some units be numbered, as their first reading does."""
    for unit in units:
        await read_list(world, unit_path(world, unit))


async def mark(
    world: World,
    unit: str,
    *marks: dict[str, Any],
    who: str = "bithu-bom-bo",
    session: str = "line_1",
    key: str | None = None,
    **more: Any,
) -> Answer:
    district = world.district
    body = {"unit_id": str(district.units[unit]), "marks": [*marks], **more}
    headers = {"Idempotency-Key": key} if key else {}
    path = f"/sessions/{district.sessions[session]}/marks"
    return await world.signed_in(who).post(path, json=body, headers=headers)


def present(rows: str, **more: Any) -> dict[str, Any]:
    return {"kind": "present", "row_numbers": rows, **more}


def absent(rows: str, reason: str = "OM", **more: Any) -> dict[str, Any]:
    return {"kind": "absent", "row_numbers": rows, "reason": reason, **more}


def ids(world: World, *people: str) -> list[str]:
    return [str(world.district.people[each].id) for each in people]


def marked(answer: Answer) -> list[tuple[str, str | None]]:
    assert answer.status_code == 200, answer.text
    return [(each["full_name"], each["reason"]) for each in answer.json()["marked"]]


def skipped(answer: Answer) -> list[tuple[int | None, str]]:
    assert answer.status_code == 200, answer.text
    return [(each["row_number"], each["code"]) for each in answer.json()["skipped"]]


async def marks_of(world: World) -> dict[UUID, Mark]:
    async with world.database.read() as db:
        return {each.member_id: each for each in (await db.execute(select(Mark))).scalars()}


async def told(world: World, act: str = events.MARKED) -> list[Event]:
    query = select(Event).where(Event.act == act).order_by(Event.at, Event.id)
    async with world.database.read() as db:
        return list((await db.execute(query)).scalars())


async def is_member(world: World, username: str, person: str) -> None:
    """Let the owner of an account have said which member he is."""
    async with world.database.write() as db:
        account = Account.id == world.district.accounts[username]
        member_id = world.district.people[person].id
        await db.execute(update(Account).where(account).values(member_id=member_id))


async def send_sheet(
    world: World,
    unit: str = "village",
    *,
    content: bytes | None = None,
    who: str = "bithu-bom-bo",
    session: str = "line_1",
    **headers: str,
) -> Answer:
    """Send a photographed page."""
    return await world.signed_in(who).post(
        f"/sessions/{world.district.sessions[session]}/paper-sheets",
        files={"file": ("trang.jpg", photo() if content is None else content, "image/jpeg")},
        data={"unit_id": str(world.district.units[unit]), "note": "Trang 1"},
        headers=headers,
    )


@contextmanager
def counted_statements(world: World) -> Iterator[list[str]]:
    """Collect the statements that are sent to the database inside the block."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    engine = world.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)
