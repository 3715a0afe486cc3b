"""Other programs: what they are told, how they know it is true, and what never leaves."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import func, select, update
from standardwebhooks import Webhook as Receiver

from api import events
from api.app import sender_of
from api.events import SYSTEM, Happening
from api.settings import Settings
from api.tables.events import Event
from api.tables.outbox import Delivery
from api.words import DeliveryState, ReportKind
from tests.marking import absent, mark, number, present
from tests.receivers import (
    Hold,
    a_report,
    added_webhook,
    killed,
    program,
    told_of_itself,
)
from tests.reporting import make_confidential, report
from tests.world import World

NAMES = ("Nguyễn Thị Hoa", "Điểu Khánh", "bithu-bom-bo")


async def _states(world: World) -> list[DeliveryState]:
    async with world.database.read() as db:
        return list(await db.scalars(select(Delivery.state).order_by(Delivery.id)))


async def _told_report(world: World, *, kind: ReportKind = ReportKind.QUICK) -> UUID:
    """Let a report of Bom Bo be submitted, as the trail has it."""
    report_id, at = await a_report(world, kind=kind), world.clock()
    async with world.database.write() as db:
        detail = {"version": 1}
        happening = Happening(SYSTEM, events.REPORT_SUBMITTED, report_id, at, detail=detail)
        await events.append(db, happening)
    return report_id


async def test_a_program_is_told_of_a_session_and_can_tell_that_it_is_true(world: World) -> None:
    world.clock.at = datetime.now(UTC)  # the receiver's library looks at the clock on the wall
    async with program() as there:
        added = await added_webhook(world, there.url("/nhan"), "session.opened")
        session_id = await world.open("line_1")
        sender = sender_of(world.app)
        await sender.step(at=world.clock())
        await sender.step(at=world.clock.move(minutes=10))
    (got,) = there.got
    told = Receiver(added["secret"]).verify(got.body, got.headers)
    assert told["type"] == "session.opened"
    assert told["data"]["session_id"] == str(session_id)
    assert told["data"]["state"] == "open"
    assert told["data"]["unit_name"] == "Đảng bộ huyện Bù Đăng"
    assert told["data"]["there"] == 0
    with pytest.raises(Exception, match="No matching signature"):
        Receiver(added["secret"]).verify(got.body + b" ", got.headers)
    listed = await world.signed_in("admin").get(f"/webhooks/{added['id']}/deliveries")
    (shown,) = listed.json()["items"]
    assert shown["id"] == got.headers["webhook-id"]
    assert (shown["state"], shown["last_status"]) == ("sent", 204)
    read = await world.signed_in("admin").get(f"/webhooks/{added['id']}")
    assert "secret" not in read.json()


async def test_who_is_told_of_what_follows_the_tree_and_what_was_asked_for(world: World) -> None:
    async with program() as there:
        for unit, path in (("district", "/huyen"), ("bom_bo", "/bom-bo"), ("post", "/buu-dien")):
            acts = "incident.added", "session.opened", "report.submitted"
            await added_webhook(world, there.url(path), *acts, unit=unit)
        await added_webhook(world, there.url("/lop"), "session.closed")
        await world.open("line_1")
        new = {
            "conference_id": str(world.district.conference_id),
            "unit_id": str(world.district.units["village"]),
            "text": "Đồng chí Điểu Khánh bị ngất",
        }
        incident = await world.signed_in("bithu-bom-bo").post("/incidents", json=new)
        assert incident.status_code == 201
        report_id = await _told_report(world)
        await sender_of(world.app).step(at=world.clock())
    told = sorted((each.path, each.told()["type"]) for each in there.got)
    assert told == [
        ("/bom-bo", "incident.added"),
        ("/bom-bo", "report.submitted"),
        ("/huyen", "incident.added"),
        ("/huyen", "report.submitted"),
        ("/huyen", "session.opened"),
    ]
    (report,) = [each.told()["data"] for each in there.got if b'"report_id"' in each.body][:1]
    assert (report["report_id"], report["version"]) == (str(report_id), 1)
    assert not any(name.encode() in each.body for each in there.got for name in NAMES)


async def test_the_numbers_are_told_and_nobody_by_name(world: World) -> None:
    acts = "session.closed", "report.submitted", "report.accepted", "conference.closed"
    commune, admin = world.signed_in("bithu-bom-bo"), world.signed_in("admin")
    async with program() as there:
        await added_webhook(world, there.url(), *acts)
        await world.open("line_1")
        report_id = await report(world)
        await number(world, "village")
        marked = await mark(world, "village", present("1-2"), absent("3"))
        assert marked.status_code == 200, marked.text
        assert (await commune.post(f"/reports/{report_id}/submit", json={})).status_code == 200
        assert (await admin.post(f"/reports/{report_id}/accept")).status_code == 200
        await world.close()
        closed = await admin.post(f"/conferences/{world.district.conference_id}/close")
        assert closed.status_code == 200, closed.text
        await sender_of(world.app).step(at=world.clock())
    told = {each.told()["type"]: each.told()["data"] for each in there.got}
    assert told["session.closed"]["there"] == 2
    handed_in = {"members": 3, "convened": 3, "present": 2, "absent": 1, "excused": 1}
    handed_in |= {"unexcused": 0, "pending": 0, "unknown": 0}
    assert told["report.submitted"]["figures"] == handed_in
    assert told["report.accepted"]["figures"] == handed_in
    whole = told["conference.closed"]["figures"]
    assert whole["present"] == 2
    parts = ("present", "absent", "pending", "unknown")
    assert whole["convened"] == sum(whole[each] for each in parts) > 3
    assert not any(name.encode() in each.body for each in there.got for name in NAMES)


async def test_nothing_of_a_confidential_session_ever_leaves(world: World) -> None:
    await make_confidential(world)
    async with program() as there:
        every = sorted(events.TOLD)
        await added_webhook(world, there.url(), *every)
        await world.open("line_1")
        await _told_report(world)
        await _told_report(world, kind=ReportKind.RESULT)
        at, conference_id = world.clock(), world.district.conference_id
        async with world.database.write() as db:
            closed = Happening(SYSTEM, events.CONFERENCE_CLOSED, conference_id, at)
            await events.append(db, closed)
        session_id = str(world.district.sessions["line_1"])
        for named in (session_id, None):
            new = {
                "conference_id": str(conference_id),
                "unit_id": str(world.district.units["post"]),
                "session_id": named,
                "text": "Mất điện",
            }
            answer = await world.signed_in("admin").post("/incidents", json=new)
            assert answer.status_code == 201
        sender = sender_of(world.app)
        await sender.step(at=world.clock())
        assert there.got == []
        await world.open("line_2")  # which is not confidential
        await sender.step(at=world.clock())
    assert [each.told()["type"] for each in there.got] == ["session.opened"]
    async with world.database.read() as db:
        untold = select(func.count()).select_from(Event).where(Event.is_untold)
        assert await db.scalar(untold) == 0


async def test_what_became_confidential_while_it_waited_does_not_leave(world: World) -> None:
    async with program() as there:
        there.answers["/"] = [503, 204]
        await added_webhook(world, there.url(), "session.opened")
        await world.open("line_1")
        sender = sender_of(world.app)
        await sender.step(at=world.clock())
        await make_confidential(world)
        await sender.step(at=world.clock.move(minutes=1))
    assert len(there.got) == 1
    assert await _states(world) == [DeliveryState.DEAD]


async def test_whatever_the_receivers_do_each_message_ends_taken_once_or_dead(world: World) -> None:
    async with program() as there:
        there.headers = "Location: http://127.0.0.1:1/elsewhere\r\n"
        there.answers = {
            "/tot": [204],
            "/mot-luc": [500, 429, 302, 404, 200],
            "/hong": [500],
            "/chuyen": [307],
        }
        for path in there.answers:
            await added_webhook(world, there.url(path), "session.opened")
        await world.open("line_1")
        sender = sender_of(world.app)
        for _ in range(13):
            await sender.step(at=world.clock())
            world.clock.move(hours=6)
    paths = [each.path for each in there.got]
    assert {path: paths.count(path) for path in there.answers} == {
        "/tot": 1,
        "/mot-luc": 5,
        "/hong": 12,
        "/chuyen": 12,
    }
    ids = {(each.path, each.headers["webhook-id"]) for each in there.got}
    assert len(ids) == 4, "a message keeps its id at each attempt"
    assert sorted(await _states(world)) == ["dead", "dead", "sent", "sent"]


async def test_a_process_that_died_has_its_message_sent_once_more_under_the_same_id(
    world: World,
) -> None:
    async with program() as there:
        await added_webhook(world, there.url(), "session.opened")
        await world.open("line_1")
        one, other = sender_of(world.app), sender_of(world.app)
        there.hold = Hold()
        await killed(one, there.hold, world=world)
        there.hold = None
        await other.step(at=world.clock.move(minutes=1))
        assert len(there.got) == 1
        world.clock.move(minutes=6)
        await asyncio.gather(one.step(at=world.clock()), other.step(at=world.clock()))
        assert await _states(world) == [DeliveryState.SENT]
    first, second = there.got
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body


async def test_two_senders_tell_of_everything_once(world: World) -> None:
    async with program() as there:
        await added_webhook(world, there.url(), "session.changed")
        admin, path = world.signed_in("admin"), f"/sessions/{world.district.sessions['line_2']}"
        for ordinal in range(15):
            answer = await admin.patch(path, json={"date_hint": f"ngày {ordinal}"})
            assert answer.status_code == 200, answer.text
        senders = sender_of(world.app), sender_of(world.app)
        await asyncio.gather(*(each.step(at=world.clock()) for each in senders))
        await senders[0].step(at=world.clock())
    assert len(there.got) == 15
    assert len({each.headers["webhook-id"] for each in there.got}) == 15


async def test_a_program_that_says_gone_is_told_no_more(world: World) -> None:
    async with program() as there:
        there.answers["/"] = [410]
        added = await added_webhook(world, there.url(), "session.opened", "session.closed")
        await world.open("line_1")
        sender = sender_of(world.app)
        await sender.step(at=world.clock())
        await world.close("line_1")
        await sender.step(at=world.clock.move(minutes=1))
    assert len(there.got) == 1
    admin = world.signed_in("admin")
    shown = (await admin.get(f"/webhooks/{added['id']}")).json()
    assert shown["is_disabled"]
    assert "410" in shown["disabled_reason"]
    refused = await admin.post(f"/webhooks/{added['id']}/test")
    assert (refused.status_code, refused.json()["code"]) == (409, "webhook_disabled")
    again = await admin.patch(f"/webhooks/{added['id']}", json={"is_disabled": False})
    assert (again.json()["is_disabled"], again.json()["disabled_reason"]) == (False, None)


async def test_twenty_dead_in_a_row_turn_a_webhook_off_and_what_waited_says_why(
    world: World,
) -> None:
    async with program() as there:
        there.answers["/"] = [500]
        added = await added_webhook(world, there.url(), "session.opened")
        sender = sender_of(world.app)
        for _ in range(20):
            await told_of_itself(world, added["id"])
        async with world.database.write() as db:
            await db.execute(update(Delivery).values(attempts=11))
        await sender.step(at=world.clock())
        admin = world.signed_in("admin")
        shown = (await admin.get(f"/webhooks/{added['id']}")).json()
        assert shown["is_disabled"]
        assert shown["disabled_reason"] == "20 lần gửi liền không tới nơi"
        dead = (await admin.get("/deliveries", params={"state": "dead", "limit": 1})).json()
        (newest,) = dead["items"]
        replayed = await admin.post(f"/deliveries/{newest['id']}/replay")
        assert replayed.status_code == 200
        await sender.step(at=world.clock())
        listed = await admin.get(f"/webhooks/{added['id']}/deliveries", params={"limit": 1})
        assert "đang tắt: 20 lần" in listed.json()["items"][0]["last_error"]
        assert len(there.got) == 20
        there.answers["/"] = [204]
        await admin.patch(f"/webhooks/{added['id']}", json={"is_disabled": False})
        await admin.post(f"/deliveries/{newest['id']}/replay")
        await sender.step(at=world.clock())
    assert there.got[-1].headers["webhook-id"] == newest["id"]
    assert (await _states(world)).count(DeliveryState.SENT) == 1


async def test_a_webhook_that_is_turned_on_again_starts_with_a_fresh_count(world: World) -> None:
    async with program() as there:
        there.answers["/"] = [500]
        added = await added_webhook(world, there.url(), "session.opened")
        path, admin = f"/webhooks/{added['id']}", world.signed_in("admin")
        sender = sender_of(world.app)

        async def die(count: int) -> bool:
            for _ in range(count):
                await told_of_itself(world, added["id"])
            async with world.database.write() as db:
                waiting = Delivery.state == DeliveryState.WAITING
                await db.execute(update(Delivery).where(waiting).values(attempts=11))
            await sender.step(at=world.clock.move(minutes=1))
            return bool((await admin.get(path)).json()["is_disabled"])

        assert await die(20)
        on = await admin.patch(path, json={"is_disabled": False})
        assert not on.json()["is_disabled"]
        assert not await die(1), "one that died after a person looked is one"
        assert not await die(18)
        assert await die(1)


async def test_only_an_administrator_keeps_webhooks_and_may_take_one_away(world: World) -> None:
    added = await added_webhook(world, "https://nhan.huyenuy.example/", "session.opened")
    path = f"/webhooks/{added['id']}"
    for somebody in ("thuong-truc", "bithu-bom-bo"):
        assert (await world.signed_in(somebody).get("/webhooks")).status_code == 403
        assert (await world.signed_in(somebody).delete(path)).status_code == 403
    admin = world.signed_in("admin")
    tag = (await admin.get(path)).headers["etag"]
    changed = await admin.patch(
        path, json={"acts": ["session.locked", "report.accepted"]}, headers={"If-Match": tag}
    )
    assert changed.json()["acts"] == ["report.accepted", "session.locked"]
    stale = await admin.patch(path, json={"description": "cũ"}, headers={"If-Match": tag})
    assert stale.status_code == 412
    delivery_id = await told_of_itself(world, added["id"])
    assert len((await admin.get("/webhooks")).json()["items"]) == 1
    assert (await admin.delete(path)).status_code == 204
    assert (await admin.get(path)).status_code == 404
    await sender_of(world.app).step(at=world.clock())
    (left,) = (await admin.get("/deliveries", params={"channel": "webhook"})).json()["items"]
    assert (left["id"], left["state"]) == (str(delivery_id), "dead")


async def test_what_happens_leaves_by_itself_and_a_stop_finishes_what_is_in_hand(
    world: World,
) -> None:
    async with program() as there:
        there.hold = Hold()
        await added_webhook(world, there.url(), "session.opened")
        await world.open("line_1")
        world.app.state.settings = Settings()  # which has a caretaker, and so a sender
        sender = sender_of(world.app)
        sender.start()
        async with asyncio.timeout(20):
            await there.hold.arrived.wait()
            stopped = asyncio.ensure_future(sender.stop())
            there.hold.let_go.set()
            await stopped
    assert len(there.got) == 1
    assert await _states(world) == [DeliveryState.SENT]
