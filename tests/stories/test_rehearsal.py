"""The morning of a district, by the real program and real phones; then it is made to disagree."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from api.db import Database
from bench.crowd import DISTRICT
from bench.rehearsal.apart import Plan
from bench.rehearsal.morning import differences, play
from bench.rehearsal.script import mishaps, repeats
from tests import postgres

pytestmark = pytest.mark.postgres


@pytest.fixture
def durable_server() -> Iterator[postgres.Server]:
    """Start a PostgreSQL on which the program serves: it refuses one that may lose anything."""
    try:
        server = postgres.start(durable=True)
    except postgres.PostgresMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    with server:
        yield server


async def test_everybody_of_a_district_checks_in_and_what_was_acknowledged_is_there_once(
    durable_server: postgres.Server, tmp_path: Path
) -> None:
    played = await play(Plan(DISTRICT), durable_server, "district", tmp_path)
    assert played.seen.check_ins == DISTRICT.members == 3_500
    assert played.seen.repeats == repeats(DISTRICT.members) == 175
    assert sum(played.seen.refused.values()) == mishaps(DISTRICT.members).total() == 70

    async def found_after(statement: str) -> list[str]:
        database = Database(durable_server.url("district"))
        async with database.write() as db:
            await db.execute(text(statement))
        await database.close()
        return await differences(durable_server.url("district"), played.crowd, tmp_path)

    lost = await found_after(
        "DELETE FROM attendance WHERE id::text = (SELECT min(id::text) FROM attendance)"
    )
    assert any(each.startswith("1 members not recorded as present") for each in lost), lost
    assert any(each.startswith("attendance: (3499,)") for each in lost), lost
    assert any("lead to no attendance: (1,)" in each for each in lost), lost
    lost = await found_after(
        "DELETE FROM check_ins WHERE id::text = (SELECT max(id::text) FROM check_ins)"
    )
    assert any(each.startswith("1 members not a check-in in the database") for each in lost), lost
