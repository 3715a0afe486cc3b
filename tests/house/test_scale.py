"""What docs/scale.md promises of the tables is tried, by its own script."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from api.tables.attendance import Attendance
from tests.world import World

_DOC = Path(__file__).parents[2] / "docs" / "scale.md"
_GROWN = ("attendance", "marks", "tallies", "tally_changes", "typed_names")


def _script() -> str:
    (found,) = re.findall(r"```sql\nBEGIN;\n(.*?)COMMIT;\n```", _DOC.read_text("utf-8"), re.DOTALL)
    return str(found)


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_a_morning_goes_on_after_the_tables_were_split_by_session(world: World) -> None:
    session = world.district.sessions["line_1"]
    await world.open()
    screen = await world.screen()
    before, after, unknown = world.phone(), world.phone(), world.phone()
    await before.exchange(await screen.typed())
    first = before.body(_named(world, "hoa"))
    receipt = (await before.send(first)).json()
    assert receipt["standing"] == "present"

    async with world.database.write() as db:
        await (await db.connection()).exec_driver_sql(_script())
        split = await db.execute(
            text("SELECT partrelid::regclass::text FROM pg_partitioned_table ORDER BY 1")
        )
        assert tuple(split.scalars()) == _GROWN

    assert (await before.send(first)).json() == receipt, "what was accepted answers the same"
    await after.exchange(await screen.typed())
    assert (await after.send(after.body(_named(world, "binh")))).json()["standing"] == "present"
    assert (await before.tap(last4=world.district.people["hoa"].last4)).json()[
        "already_recorded"
    ], "one row a member and window"
    await unknown.exchange(await screen.typed())
    typed = {**_named(world, "tuan"), "last4": None}
    assert (await unknown.send(unknown.body(typed))).json()["standing"] == "pending"
    live = (await world.signed_in("admin").get(f"/sessions/{session}/live")).json()
    assert (live["present"], live["pending"]) == (2, 1)
    assert await world.count(Attendance) == 3


def _named(world: World, name: str) -> dict[str, object]:
    person = world.district.people[name]
    unit_id = str(person.unit_id)
    return {"kind": "named", "unit_id": unit_id, "name": person.name, "last4": person.last4}
