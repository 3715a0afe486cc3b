"""What goes straight through the driver is what SQLAlchemy would have written and read."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Select, String, UniqueConstraint, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from api.driver.inserting import New, insert_all, insert_rows
from api.driver.reading import Reading, among
from api.tables import base
from api.tables.attendance import Attendance
from api.tables.base import JsonText, sortable, word
from api.tables.units import Unit
from api.words import Evidence
from tests.world import World


class OfTests(DeclarativeBase):
    """A registry of its own: the program does not know this table."""

    type_annotation_map = base.Base.type_annotation_map


class Sample(OfTests):
    """A column of every kind that our tables have."""

    __tablename__ = "samples"
    __table_args__ = (UniqueConstraint("number", "name"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int]
    name: Mapped[str] = mapped_column(sortable(50))
    note: Mapped[str | None] = mapped_column(String(50))
    is_so: Mapped[bool]
    day: Mapped[date | None]
    at: Mapped[datetime | None]
    other: Mapped[UUID | None]
    how: Mapped[Evidence | None] = mapped_column(word(Evidence, "how"))
    detail: Mapped[dict[str, Any]]
    names: Mapped[list[str]]
    written: Mapped[str] = mapped_column(JsonText)


class Word(OfTests):
    """Another table."""

    __tablename__ = "words"

    text: Mapped[str] = mapped_column(String(50), primary_key=True)
    length: Mapped[int | None]


AT = datetime(2026, 11, 23, 8, 0, 0, 123456, tzinfo=timezone(timedelta(hours=7)))
COLUMNS = tuple(column.name for column in Sample.__table__.columns)


def sample(number: int, **other: Any) -> dict[str, Any]:
    """Make a row; whatever may be empty is."""
    return {
        "id": uuid4(),
        "number": number,
        "name": f"Điểu Thị {number}",
        "note": None,
        "is_so": bool(number % 2),
        "day": None,
        "at": None,
        "other": None,
        "how": None,
        "detail": {},
        "names": [],
        "written": '{"a":  1}',
        **other,
    }


@pytest.fixture
async def samples(world: World) -> World:
    """A world with the table of every kind."""
    async with world.database.write() as db:
        await db.run_sync(lambda session: OfTests.metadata.create_all(session.connection()))
    return world


async def test_a_value_of_every_kind_comes_back_as_it_was(samples: World) -> None:
    full = sample(
        1,
        note='"; DROP TABLE samples; --',
        day=date(2026, 11, 23),
        at=AT,
        other=uuid4(),
        how=Evidence.QR,
        detail={"đ": [1, None, True], "n": {"x": 1.5}},
        names=["Lộc Hưng", 'a"b', "c\\d"],
    )
    rows = [full, sample(2)]
    async with samples.database.write() as db:
        assert await insert_rows(db, Sample, rows) == 2
    everything: Select[*tuple[Any, ...]] = select(*Sample.__table__.columns).order_by(Sample.number)
    async with samples.database.read() as db:
        through_sqlalchemy = [tuple(row) for row in await db.execute(everything)]
        through_the_driver = await Reading(everything).rows(db)
    assert through_the_driver == through_sqlalchemy == [tuple(row.values()) for row in rows]
    first = dict(zip(COLUMNS, through_the_driver[0], strict=True))
    assert first["at"].tzinfo is UTC
    assert isinstance(first["how"], Evidence)


async def test_rows_that_are_there_already_are_left_out_and_not_counted(samples: World) -> None:
    first = sample(1)
    async with samples.database.write() as db:
        assert await insert_rows(db, Sample, [first], unless=["id"]) == 1
    async with samples.database.write() as db:
        again = {**first, "name": "Khác"}
        assert await insert_rows(db, Sample, [again, sample(2)], unless=["id"]) == 1
        assert await insert_rows(db, Sample, [again], unless=["id"]) == 0
        assert await insert_rows(db, Sample, [sample(2), sample(3)], unless=[]) == 1
        assert await insert_rows(db, Sample, [], unless=["id"]) == 0
        names = select(Sample.name).order_by(Sample.number)
        assert (await db.execute(names)).scalars().all() == [
            f"Điểu Thị {number}" for number in (1, 2, 3)
        ]


async def test_rows_of_several_tables_are_written_at_once_and_counted_apart(samples: World) -> None:
    several = [tuple(sample(number, how=Evidence.QR).values()) for number in range(3)]
    other = [tuple(sample(number).values()) for number in (7, 8)]
    known = [("a", 1), ("b", None)]
    tables = [
        New(Sample, COLUMNS, several, ("id",)),
        New(Sample, COLUMNS, []),
        New(Word, ("text", "length"), known),
        New(Sample, COLUMNS, other),
    ]
    async with samples.database.write() as db:
        assert await insert_all(db, []) == []
        assert await insert_all(db, tables[1:2]) == [0]
        assert await insert_all(db, tables) == [3, 0, 2, 2]
        assert await insert_all(db, [tables[0], New(Word, ("text", "length"), [("c", 2)])]) == [
            0,
            1,
        ]
        words = select(Word.text, Word.length).order_by(Word.text)
        assert [tuple(row) for row in await db.execute(words)] == [*known, ("c", 2)]
    assert await samples.count(Sample) == 5


async def test_a_naive_instant_is_refused(samples: World) -> None:
    naive = sample(1, at=AT.replace(tzinfo=None))
    with pytest.raises(ValueError, match="naive"):
        async with samples.database.write() as db:
            await insert_rows(db, Sample, [naive])
    assert await samples.count(Sample) == 0


async def test_another_rule_that_is_broken_is_told_as_sqlalchemy_tells_it(samples: World) -> None:
    async with samples.database.write() as db:
        await insert_rows(db, Sample, [sample(1)])
    with pytest.raises(DBAPIError) as told:
        async with samples.database.write() as db:
            await insert_rows(db, Sample, [sample(2), sample(1)], unless=["id"])
    if samples.database.is_sqlite:
        assert isinstance(told.value, IntegrityError)
    else:
        assert getattr(told.value.orig, "sqlstate", None) == "23505"
    assert not told.value.connection_invalidated
    assert "Điểu" not in str(told.value).partition("DETAIL")[0]
    assert await samples.count(Sample) == 1


@pytest.mark.parametrize("template", ["postgres"], indirect=True)
async def test_many_ids_are_read_once_also_where_a_table_is_read_whole(world: World) -> None:
    query = select(Unit.name).where(among(Unit.id, "ids"))
    async with world.database.read() as db:
        for way in ("enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan"):
            await db.execute(text(f"SET LOCAL {way} = off"))
        compiled = query.compile(dialect=db.get_bind().dialect)
        explained = text("EXPLAIN " + str(compiled).replace("$1::VARCHAR", ":ids"))
        given = {"ids": "{" + uuid4().hex + "}"}
        plan = "\n".join((await db.execute(explained, given)).scalars())
    assert "Seq Scan on units" in plan
    assert "InitPlan" in plan


async def test_a_statement_asks_for_none_one_or_a_thousand_alike(samples: World) -> None:
    rows = [sample(number, how=Evidence.LATE) for number in range(1_000)]
    some = Reading(
        select(Sample.number)
        .where(among(Sample.id, "ids"), among(Sample.name, "names"), Sample.how == Evidence.LATE)
        .order_by(Sample.number)
    )
    async with samples.database.write() as db:
        await insert_rows(db, Sample, rows)
        for number in (0, 1, 2, 1_000):
            asked = rows[:number]
            ids, names = {row["id"] for row in asked}, {row["name"] for row in asked}
            found = await some.rows(db, ids=ids, names=names)
            assert [number for (number,) in found] == list(range(number))


async def test_what_the_driver_wrote_goes_back_with_its_transaction(samples: World) -> None:
    async with samples.database.write() as db:
        # The first statement of the transaction, before SQLAlchemy has run one.
        assert await insert_rows(db, Sample, [sample(1)]) == 1
        await db.rollback()
    async with samples.database.write() as db:
        assert await Reading(select(Sample.id)).rows(db) == []
        await insert_rows(db, Sample, [sample(2)])
    assert await samples.count(Sample) == 1


async def test_sqlite_looks_up_what_is_asked_by_the_key(samples: World) -> None:
    if not samples.database.is_sqlite:
        return
    query = select(Attendance.id).where(
        among(Attendance.session_id, "sessions"), among(Attendance.member_id, "members")
    )
    written = str(query.compile(dialect=samples.database.engine.dialect))
    async with samples.database.read() as db:
        connection = await db.connection()
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {written}", ("[]", "[]"))
        steps = " ".join(str(row) for row in plan)
    assert "SEARCH attendance" in steps
    assert "(session_id=? AND member_id=?)" in steps
