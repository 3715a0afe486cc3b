"""Codes exchanged in lists: as many statements as for one, each answered by itself."""

import asyncio
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event

from api.access.devices import Phone
from api.bridge_points import store as bridge_points
from api.checkin.exchange import Asked, WrongCode, exchange_all
from api.checkin.exchanger import Exchanger
from api.checkin.expected import ExpectedUnits
from api.checkin.schemas import QrTicketRequest, TicketView, TypedTicketRequest
from api.kit.errors import Problem
from api.units.rules import nearest
from tests.district import MASTER_KEY
from tests.world import World

Code = QrTicketRequest | TypedTicketRequest
Answer = bytes | WrongCode


def typed(code: dict[str, str]) -> TypedTicketRequest:
    return TypedTicketRequest(**code)


def qr(code: dict[str, str]) -> QrTicketRequest:
    return QrTicketRequest(**code)


def ask(world: World, code: Code, phone: UUID | None = None) -> Asked:
    return Asked(code, Phone(phone or uuid4(), None), world.clock())


async def exchanged(world: World, *asked: Asked) -> list[Answer]:
    async with world.database.read() as db:
        return await exchange_all(db, MASTER_KEY, asked, ExpectedUnits())


def said(answer: Answer) -> str:
    """Tell the point of a ticket, or what was wrong."""
    if isinstance(answer, WrongCode):
        return answer.problem.fault.code
    return TicketView.model_validate_json(answer).point.name


async def statements(world: World, *asked: Asked) -> list[str]:
    """List what the driver is asked while a list is exchanged."""
    seen: list[str] = []
    async with world.database.read() as db:
        connection = await (await db.connection()).get_raw_connection()
        driver: Any = connection.driver_connection
        if world.database.is_sqlite:
            await driver.set_trace_callback(seen.append)
        else:
            driver.add_query_logger(lambda record: seen.append(record.query))
        answers = await exchange_all(db, MASTER_KEY, asked, ExpectedUnits())
        if world.database.is_sqlite:
            await driver.set_trace_callback(None)
    assert all(isinstance(each, bytes) for each in answers)
    return [each for each in seen if "pg_" not in each]  # a new connection learns its types


async def test_fifty_phones_at_three_doors_ask_no_more_than_one_does(world: World) -> None:
    await world.open("line_1")
    await world.open("meet_1")
    points = ("hall", "commune", "school_hall")
    screens = [await world.screen(point) for point in points]
    codes: list[Code] = [qr(await screen.scanned()) for screen in screens]
    codes += [typed(await screen.typed()) for screen in screens]
    await exchanged(world, *(ask(world, code) for code in codes))
    one = await statements(world, ask(world, codes[0]), ask(world, codes[3]))
    fifty = await statements(world, *(ask(world, codes[each % 6]) for each in range(50)))
    assert len(fifty) == len(one) <= 16


async def test_fifty_phones_at_one_moment_are_one_transaction(world: World) -> None:
    await world.open()
    code = qr(await (await world.screen()).scanned())
    begun: list[object] = []

    def note(connection: object) -> None:
        begun.append(connection)

    engine = world.database.engine.sync_engine
    exchanger = Exchanger(world.database, MASTER_KEY, queue=100)
    exchanger.start()
    event.listen(engine, "begin", note)
    answers = await asyncio.gather(*(exchanger.hand_in(ask(world, code)) for _ in range(50)))
    event.remove(engine, "begin", note)
    await exchanger.stop()
    tickets = {
        TicketView.model_validate_json(each).ticket for each in answers if isinstance(each, bytes)
    }
    assert (len(begun), len(tickets)) == (1, 50)


async def test_each_code_of_a_list_is_answered_by_itself(world: World) -> None:
    await world.open()
    hall, commune = await world.screen("hall"), await world.screen("commune")
    right, scanned = await hall.typed(), await commune.scanned()
    other = await commune.typed()
    future = await hall.scanned(step=1)
    answers = await exchanged(
        world,
        ask(world, typed(right)),
        ask(world, typed({"door": right["door"], "digits": other["digits"]})),
        ask(world, qr({"qr": "1.x.short"})),
        ask(world, qr(scanned)),
        ask(world, qr(future)),
        ask(world, typed({"door": "99", "digits": right["digits"]})),
        ask(world, typed(other)),
    )
    there = said(answers[3])
    assert [said(each) for each in answers] == [
        said(answers[0]), "code_unknown", "code_malformed", there, "code_from_future",
        "code_unknown", there,
    ]  # fmt: skip
    assert there not in {said(answers[0]), "code_unknown"}


async def test_a_phone_that_guessed_too_often_waits_while_its_neighbours_go_in(
    world: World,
) -> None:
    await world.open()
    screen = await world.screen()
    code = await screen.typed()
    wrong = {"door": code["door"], "digits": f"{(int(code['digits']) + 1) % 1_000_000:06d}"}
    phone = world.phone()
    await phone.exchange(await screen.scanned())  # for its cookie
    for _ in range(5):
        assert (await phone.exchange(wrong)).json()["code"] == "code_unknown"
    answers = await asyncio.gather(
        phone.exchange(code), world.phone().exchange(code), phone.exchange(await screen.scanned())
    )
    assert [each.status_code for each in answers] == [429, 200, 200]


async def test_two_classes_at_one_door_are_told_apart_in_one_list(world: World) -> None:
    await world.open("line_1")
    screen = await world.screen()
    before = await screen.scanned()
    world.clock.move(hours=2)
    await world.close("line_1")
    world.clock.move(hours=24)
    await world.open("line_2")
    now = await screen.scanned()
    assert before["qr"].split(".")[0] == now["qr"].split(".")[0], "the same door"
    old, new = await exchanged(world, ask(world, qr(before)), ask(world, qr(now)))
    assert said(old) == "code_other_session"
    assert isinstance(new, bytes)
    session = TicketView.model_validate_json(new).session
    assert session.id == world.district.sessions["line_2"]


async def test_who_is_expected_is_told_anew_as_soon_as_the_plan_changes(world: World) -> None:
    await world.open()
    screen, district = await world.screen("hall"), world.district
    another = Exchanger(world.database, MASTER_KEY, queue=100)
    another.start()

    async def expected() -> list[str]:
        code = await screen.scanned()
        here = (await world.phone().exchange(code)).json()["units"]
        there = TicketView.model_validate_json(_json(await another.hand_in(ask(world, qr(code)))))
        assert here == [each.model_dump(mode="json") for each in there.units], "in every process"
        return [each["name"] for each in here]

    assert await expected() == ["Chi bộ Ban Tuyên giáo", "Chi bộ Văn phòng Huyện ủy"]
    path = f"/points/{district.points['hall']}"
    sent = {"expected_unit_ids": [str(district.units["office"])]}
    changed = await world.signed_in("admin").patch(path, json=sent)
    assert changed.status_code == 200, changed.text
    assert await expected() == ["Chi bộ Văn phòng Huyện ủy"]
    await another.stop()


def _json(answer: Answer | Problem) -> bytes:
    assert isinstance(answer, bytes)
    return answer


async def test_what_lies_around_a_point_is_what_the_whole_conference_says(world: World) -> None:
    world.clock.move(hours=48)
    units = world.district.units
    body = {"successor_id": str(units["village"]), "on": world.clock().date().isoformat()}
    merged = await world.signed_in("admin").post(f"/units/{units['school']}/merge", json=body)
    assert merged.status_code == 200, merged.text
    conference_id = world.district.conference_id
    async with world.database.read() as db:
        whole = await bridge_points.expectations(db, conference_id)
        for point_id in world.district.points.values():
            around = await bridge_points.expectations_around(db, [point_id])
            marks = around.get(conference_id, {})
            own = [path for path, at_point in whole.items() if at_point == point_id]
            assert [path for path, at_point in marks.items() if at_point == point_id] == own
            below = [path for path in whole if any(path.startswith(top) for top in own)]
            assert [nearest(path, marks) for path in below] == [
                nearest(path, whole) for path in below
            ]


async def test_a_phone_that_hangs_up_disturbs_nobody(world: World) -> None:
    await world.open()
    code = qr(await (await world.screen()).scanned())
    exchanger = Exchanger(world.database, MASTER_KEY, queue=100)
    leaving = [exchanger.hand_in(ask(world, code)) for _ in range(3)]
    staying = [exchanger.hand_in(ask(world, code)) for _ in range(3)]
    await asyncio.sleep(0)
    for each in leaving:
        each.cancel()
    exchanger.start()
    assert all(isinstance(each, bytes) for each in await asyncio.gather(*staying))
    await exchanger.stop()


async def test_a_code_that_breaks_the_reading_fails_alone(world: World) -> None:
    await world.open()
    code = qr(await (await world.screen()).scanned())
    broken = ask(world, code, cast("UUID", "nobody"))
    exchanger = Exchanger(world.database, MASTER_KEY, queue=100)
    asked = [ask(world, code), ask(world, code), broken, ask(world, code)]
    waiting = [exchanger.hand_in(each) for each in asked]
    await asyncio.sleep(0)
    exchanger.start()
    answers = await asyncio.gather(*waiting, return_exceptions=True)
    await exchanger.stop()
    assert [isinstance(each, bytes) for each in answers] == [True, True, False, True]
    assert isinstance(answers[2], Problem)
    assert answers[2].fault.status == 500


async def test_who_comes_when_too_many_wait_is_asked_to_come_back(world: World) -> None:
    await world.open()
    code = qr(await (await world.screen()).scanned())
    exchanger = Exchanger(world.database, MASTER_KEY, queue=2)
    waiting = [exchanger.hand_in(ask(world, code)) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(Problem) as refused:
        await exchanger.hand_in(ask(world, code))
    assert refused.value.fault.status == 503
    exchanger.start()
    assert all(isinstance(each, bytes) for each in await asyncio.gather(*waiting))
    await exchanger.stop()
