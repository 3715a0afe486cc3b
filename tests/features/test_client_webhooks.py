"""What programs are told of by webhooks of their own, and how a secret of one is renewed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from standardwebhooks import Webhook as Receiver

from api.access.roles import ClientScope
from api.app import sender_of
from api.tables.outbox import Delivery
from api.words import DeliveryState
from tests.programs import a_program
from tests.receivers import added_webhook, program, told_of_itself
from tests.world import World


async def test_a_program_keeps_its_own_webhooks_and_is_told_what_its_scopes_cover(
    world: World,
) -> None:
    knows = await a_program(world, {ClientScope.SESSIONS_READ})
    counts = await a_program(world, {ClientScope.SESSIONS_READ, ClientScope.ATTENDANCE_COUNT})
    reader, counter = await knows.browser(), await counts.browser()
    district = {"unit_id": str(world.district.units["district"])}
    async with program() as there:
        await added_webhook(world, there.url("/huyen"), "session.opened")
        for browser, path in ((reader, "/biet"), (counter, "/dem")):
            acts = {"acts": ["session.opened", "session.closed"]}
            new = {**district, "url": there.url(path), **acts}
            added = await browser.post("/webhooks", json=new)
            assert added.status_code == 201, added.text
        webhook = added.json()
        assert webhook["client_id"] == str(counts.id)
        (listed,) = (await counter.get("/webhooks")).json()["items"]
        assert listed == {name: webhook[name] for name in webhook if name != "secret"}
        assert len((await world.signed_in("admin").get("/webhooks")).json()["items"]) == 3
        path = f"/webhooks/{webhook['id']}"
        for method in ("GET", "DELETE"):
            assert (await reader.request(method, path)).status_code == 404, "another's"
        uncovered = {**district, "url": there.url("/x"), "acts": ["report.submitted"]}
        refused = await reader.post("/webhooks", json=uncovered)
        assert (refused.status_code, refused.json()["scope"]) == (403, "attendance:count")
        assert (await counter.patch(path, json={"acts": ["incident.added"]})).status_code == 200
        assert (await counter.patch(path, json={"acts": ["session.opened"]})).status_code == 200
        above = await (await a_program(world, unit="bom_bo")).browser()
        assert (await above.post("/webhooks", json=uncovered)).status_code == 404

        await world.open("line_1")
        await sender_of(world.app).step(at=world.clock())
        told = {each.path: each.told()["data"]["there"] for each in there.got}
        assert told == {"/huyen": 0, "/biet": None, "/dem": 0}

        there.got.clear()
        admin = world.signed_in("admin")
        await told_of_itself(world, webhook["id"])
        assert (await admin.delete(f"/clients/{counts.id}")).status_code == 204
        await world.close("line_1")
        await sender_of(world.app).step(at=world.clock())
    assert [each.path for each in there.got] == ["/biet"], "revoked, it is told no more"
    async with world.database.read() as db:
        dead = await db.scalars(
            select(Delivery.last_error).where(Delivery.state == DeliveryState.DEAD)
        )
        assert list(dead) == ["phần mềm nhận đã bị thu hồi"]


async def test_for_a_time_a_message_bears_the_signatures_of_both_secrets(world: World) -> None:
    world.clock.at = datetime.now(UTC)  # the receiver's library looks at the clock on the wall
    admin = world.signed_in("admin")
    async with program() as there:
        added = await added_webhook(world, there.url(), "session.opened")
        path = f"/webhooks/{added['id']}/secret"
        renewed = (await admin.post(path, json={"overlap_seconds": 60})).json()
        assert renewed["secret"] != added["secret"]
        assert renewed["previous_secret_ends_at"] is not None
        await told_of_itself(world, added["id"])
        await sender_of(world.app).step(at=world.clock())
        await told_of_itself(world, added["id"])
        await sender_of(world.app).step(at=world.clock.move(minutes=2))
    both, new = there.got
    for secret in (added["secret"], renewed["secret"]):
        Receiver(secret).verify(both.body, both.headers)
    Receiver(renewed["secret"]).verify(new.body, new.headers)
    with pytest.raises(Exception, match="No matching signature"):
        Receiver(added["secret"]).verify(new.body, new.headers)
    events = (await admin.get("/events", params={"act": "webhook.secret_renewed"})).json()
    assert events["items"][0]["detail"] == {"overlap_seconds": 60}


async def test_a_receiver_that_asks_for_time_is_given_it(world: World) -> None:
    async with program() as there:
        there.answers["/"], there.headers = [503], "Retry-After: 3600\r\n"
        added = await added_webhook(world, there.url(), "session.opened")
        await told_of_itself(world, added["id"])
        await sender_of(world.app).step(at=world.clock())
    async with world.database.read() as db:
        (waiting,) = (await db.scalars(select(Delivery))).all()
    assert waiting.next_at == world.clock() + timedelta(hours=1)
