"""Mail: a report with its file, an invitation whose link nobody else sees, and every mishap."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, text

from api import events
from api.outbox import actions as outbox
from api.tables.access import Grant
from api.tables.base import Base
from api.tables.events import Event
from api.tables.outbox import Delivery
from api.tables.reports import Report
from api.words import DeliveryChannel, DeliveryState
from tests.receivers import Hold, a_report, killed, post_box, with_mail
from tests.reporting import make_confidential
from tests.world import World

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WHOLE_LEASE = {"minutes": 6}


async def _the_report(world: World) -> UUID:
    async with world.database.read() as db:
        found = await db.scalar(select(Report.id))
    return found or await a_report(world)


async def _queued(world: World, content: bytes = b"bao cao") -> UUID:
    digest = await world.app.state.files.keep(content)
    report_id = await _the_report(world)
    async with world.database.write() as db:
        return await outbox.queue(
            db,
            channel=DeliveryChannel.MAIL,
            template="report",
            subject_id=report_id,
            unit_id=world.district.units["bom_bo"],
            destination="btg@huyenuy.example",
            payload={"subject": "Báo cáo kết quả – Đảng bộ xã Bom Bo", "text": "Kính gửi đồng chí"},
            attachments=[{"digest": digest, "name": "Báo cáo.docx", "media_type": DOCX}],
            account_id=world.district.accounts["bithu-bom-bo"],
            at=world.clock(),
        )


async def _read(world: World, delivery_id: UUID) -> Delivery:
    async with world.database.read() as db:
        return await db.get_one(Delivery, delivery_id)


async def test_a_report_leaves_once_with_its_file_and_its_proof_is_kept(world: World) -> None:
    async with post_box() as box:
        url = box.url.replace("//", "//btg%40huyenuy:m%3Ak%2F1@")
        sender = with_mail(world, url)
        delivery_id = await _queued(world)
        await sender.step(at=world.clock())
        await sender.step(at=world.clock.move(hours=1))
    (mail,) = box.mails
    assert box.logins == [(b"btg@huyenuy", b"m:k/1")]
    assert mail["Subject"] == "Báo cáo kết quả – Đảng bộ xã Bom Bo"
    assert mail["To"] == "btg@huyenuy.example"
    assert mail["From"] == "Ban Tuyên giáo <btg@huyenuy.example>"
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("Báo cáo.docx", DOCX)
    assert attached.get_content() == b"bao cao"
    answer = await world.signed_in("admin").get("/deliveries", params={"state": "sent"})
    (shown,) = answer.json()["items"]
    assert shown["id"] == str(delivery_id)
    assert shown["message_id"] == mail["Message-ID"] == f"<{delivery_id}@127.0.0.1>"
    assert (shown["last_status"], shown["last_error"]) == (250, "2.0.0 kept as 4711")
    assert shown["attachments"] == ["Báo cáo.docx"]
    again = await world.signed_in("admin").post(f"/deliveries/{delivery_id}/replay")
    assert (again.status_code, again.json()["code"]) == (409, "delivery_state")


async def test_a_refusal_for_good_is_dead_at_once_and_one_for_now_is_tried_again(
    world: World,
) -> None:
    async with post_box() as box:
        sender = with_mail(world, box.url)
        box.answers_to_rcpt = ["550 5.1.1 nobody here"]
        refused = await _queued(world)
        await sender.step(at=world.clock())
        box.answers_to_rcpt = ["451 4.7.1 later"]
        delayed = await _queued(world)
        await sender.step(at=world.clock())
        waiting = await _read(world, delayed)
        assert waiting.state is DeliveryState.WAITING
        assert waiting.last_status == 451
        assert world.clock() < waiting.next_at <= world.clock() + timedelta(seconds=30)
        await sender.step(at=world.clock.move(minutes=1))
    dead = await _read(world, refused)
    assert (dead.state, dead.attempts, dead.last_status) == (DeliveryState.DEAD, 1, 550)
    assert (await _read(world, delayed)).state is DeliveryState.SENT
    assert len(box.mails) == 1


async def test_a_server_that_is_away_is_waited_for_and_given_up_after_twelve_attempts(
    world: World,
) -> None:
    async with post_box() as box:
        pass
    sender = with_mail(world, box.url)  # nobody listens there any more
    delivery_id = await _queued(world)
    for _ in range(12):
        await sender.step(at=world.clock())
        world.clock.move(hours=6)
    dead = await _read(world, delivery_id)
    assert (dead.state, dead.attempts) == (DeliveryState.DEAD, 12)
    async with post_box() as box:
        sender = with_mail(world, box.url)
        answer = await world.signed_in("admin").post(f"/deliveries/{delivery_id}/replay")
        assert answer.json()["state"] == "waiting"
        await sender.step(at=world.clock())
        assert len(box.mails) == 1


async def test_a_mail_handed_over_by_a_process_that_died_is_never_sent_again_by_itself(
    world: World,
) -> None:
    async with post_box() as box:
        sender, other = with_mail(world, box.url), with_mail(world, box.url)
        delivery_id = await _queued(world)
        box.hold = Hold()
        await killed(sender, box.hold, world=world)
        box.hold = None
        await other.step(at=world.clock.move(minutes=1))
        assert (await _read(world, delivery_id)).state is DeliveryState.SENDING
        world.clock.move(**WHOLE_LEASE)
        await asyncio.gather(sender.step(at=world.clock()), other.step(at=world.clock()))
        await other.step(at=world.clock.move(hours=7))
        assert (await _read(world, delivery_id)).state is DeliveryState.UNCERTAIN
        assert len(box.mails) == 1
        answer = await world.signed_in("admin").post(f"/deliveries/{delivery_id}/replay")
        assert answer.status_code == 200
        await other.step(at=world.clock.move(seconds=1))
    first, second = box.mails
    assert first["Message-ID"] == second["Message-ID"]
    async with world.database.read() as db:
        of_it = select(Event.act).where(Event.subject_id == delivery_id).order_by(Event.id)
        acts = (await db.scalars(of_it)).all()
    assert acts == [events.DELIVERY_DEAD, events.DELIVERY_REPLAYED, events.DELIVERY_SENT]


async def test_a_server_that_hangs_up_on_the_mail_itself_leaves_it_uncertain(world: World) -> None:
    async with post_box() as box:
        sender = with_mail(world, box.url)
        box.hangs_up = True
        delivery_id = await _queued(world)
        await sender.step(at=world.clock())
    assert (await _read(world, delivery_id)).state is DeliveryState.UNCERTAIN


async def test_what_waits_for_two_senders_leaves_once_each(world: World) -> None:
    async with post_box() as box:
        senders = with_mail(world, box.url), with_mail(world, box.url)
        queued = {await _queued(world) for _ in range(12)}
        await asyncio.gather(*(each.step(at=world.clock()) for each in senders))
    assert {mail["Message-ID"] for mail in box.mails} == {f"<{each}@127.0.0.1>" for each in queued}
    assert len(box.mails) == 12


async def test_a_mail_whose_file_is_gone_is_dead_and_says_so(world: World) -> None:
    async with post_box() as box:
        sender = with_mail(world, box.url)
        delivery_id = await _queued(world, b"mat roi")
        digest = (await _read(world, delivery_id)).attachments[0]["digest"]
        (world.app.state.data_dir / "files" / digest[:2] / digest).unlink()
        await sender.step(at=world.clock())
    dead = await _read(world, delivery_id)
    assert (dead.state, dead.last_error) == (DeliveryState.DEAD, "không còn tệp Báo cáo.docx")
    assert box.mails == []


async def test_a_report_of_a_session_that_became_confidential_does_not_leave(world: World) -> None:
    async with post_box() as box:
        sender = with_mail(world, box.url)
        delivery_id = await _queued(world)
        await make_confidential(world)
        await sender.step(at=world.clock())
    assert (await _read(world, delivery_id)).state is DeliveryState.DEAD
    assert box.mails == []


async def _stored(world: World) -> str:
    rows: list[Any] = []
    async with world.database.read() as db:
        for table in Base.metadata.sorted_tables:
            rows += (await db.execute(text(f'SELECT * FROM "{table.name}"'))).all()  # noqa: S608
    return repr(rows)


async def test_the_link_of_a_mailed_invitation_stands_in_the_mail_and_nowhere_else(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    async with post_box() as box:
        sender = with_mail(world, box.url)
        account = world.district.accounts["bithu-buu-dien"]
        mailed = {"to": "bithu@buudien.example"}
        admin = world.signed_in("admin")
        admin.headers["Idempotency-Key"] = "moi-bithu-buu-dien"
        answer = await admin.post(f"/accounts/{account}/invitation/mail", json=mailed)
        assert answer.status_code == 201, answer.text
        again = await admin.post(f"/accounts/{account}/invitation/mail", json=mailed)
        assert again.json() == answer.json()
        await sender.step(at=world.clock())
    (mail,) = box.mails
    assert mail["To"] == "bithu@buudien.example"
    body = mail.get_content()
    assert "bithu-buu-dien" in body
    token = body.split("#invitation=")[1].split()[0]
    assert token not in await _stored(world)
    out, err = capsys.readouterr()
    assert token not in out + err
    redeemed = await world.client().post(
        "/auth/invitations/redeem", json={"token": token, "password": "mua-roi-tren-doi-che"}
    )
    assert redeemed.status_code == 200, redeemed.text


async def test_a_link_is_not_made_in_the_name_of_who_may_make_it_no_more(world: World) -> None:
    async with post_box() as box:
        sender = with_mail(world, box.url)
        account = world.district.accounts["truc-bom-bo"]
        answer = await world.signed_in("bithu-bom-bo").post(
            f"/accounts/{account}/invitation/mail", json={"to": "truc@bombo.example"}
        )
        assert answer.status_code == 201, answer.text
        async with world.database.write() as db:
            held = Grant.account_id == world.district.accounts["bithu-bom-bo"]
            await db.execute(delete(Grant).where(held))
        await sender.step(at=world.clock())
    dead = await _read(world, UUID(answer.json()["delivery_id"]))
    assert dead.state is DeliveryState.DEAD
    assert box.mails == []


async def test_who_may_mail_a_link_and_who_may_see_deliveries(world: World) -> None:
    account = world.district.accounts["truc-bom-bo"]
    address = {"to": "truc@bombo.example"}
    path = f"/accounts/{account}/invitation/mail"
    off = await world.signed_in("admin").post(path, json=address)
    assert (off.status_code, off.json()["code"]) == (409, "mail_off")
    async with post_box() as box:
        with_mail(world, box.url)
        beside = await world.signed_in("bithu-buu-dien").post(path, json=address)
        assert beside.status_code == 404
        own = world.district.accounts["admin"]
        oneself = await world.signed_in("admin").post(
            f"/accounts/{own}/invitation/mail", json=address
        )
        assert oneself.json()["code"] == "own_account"
        admin = world.signed_in("admin")
        await admin.patch(f"/accounts/{account}", json={"is_disabled": True})
        disabled = await admin.post(path, json=address)
        assert disabled.json()["code"] == "account_disabled"
    assert (await world.signed_in("bithu-bom-bo").get("/deliveries")).status_code == 403
    unknown = UUID(int=7)
    assert (await admin.post(f"/deliveries/{unknown}/replay")).status_code == 404
