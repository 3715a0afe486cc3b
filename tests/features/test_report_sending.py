"""A report leaves: by mail from here, or by the office's own."""

import io
from datetime import timedelta
from uuid import UUID

import docx

from api.kit.dates import day_of
from api.tables.outbox import Delivery
from api.tables.sessions import Session
from api.words import DeliveryState
from tests.deciders import told
from tests.handing_in import COMMUNE, account_for_village, begin, submit
from tests.marking import mark, present
from tests.receivers import post_box, with_mail
from tests.world import World


async def test_a_report_is_marked_as_sent_on_a_day_that_can_be(world: World) -> None:
    await world.open()
    report = (await begin(world)).json()
    path, commune = f"/reports/{report['id']}/sent-by-mail", world.signed_in(COMMUNE)
    today = day_of(world.clock())
    sent = {"sent_on": today.isoformat()}
    assert (await commune.post(path, json=sent)).json()["code"] == "not_handed_in"
    await account_for_village(world)
    await submit(world, report["id"])
    tomorrow = {"sent_on": (today + timedelta(days=1)).isoformat()}
    wrong = (await commune.post(path, json=tomorrow)).json()
    assert wrong["code"] == "sent_on_wrong"
    assert f"phải là ngày {today:%d/%m/%Y}." in wrong["detail"]
    marked = await commune.post(path, json=sent)
    assert marked.json()["sent"] == {"mail": None, "marked_on": today.isoformat()}
    assert len(await told(world, "report.sent")) == 1


async def test_a_report_leaves_by_mail_once_and_never_from_a_confidential_session(
    world: World,
) -> None:
    report = (await begin(world)).json()
    path, commune = f"/reports/{report['id']}/mail", world.signed_in(COMMUNE)
    off = (await commune.post(path)).json()
    assert off["code"] == "mail_off"
    assert "rồi ghi ngày đã gửi" in off["detail"]
    settings = world.app.state.settings
    world.app.state.settings = settings.model_copy(update={"smtp_url": "smtp://mail.example"})
    assert (await commune.post(path)).json()["code"] == "not_handed_in"
    await world.open()
    await account_for_village(world)
    await submit(world, report["id"])
    first, second = await commune.post(path), await commune.post(path)
    assert first.json()["state"] == "waiting", first.text
    assert first.json() == second.json()
    async with world.database.write() as db:
        delivery = await db.get_one(Delivery, UUID(first.json()["delivery_id"]))
        delivery.state = DeliveryState.DEAD
    # The same mail is tried again, so that it never arrives twice under two names.
    assert (await commune.post(path)).json() == first.json()
    async with world.database.write() as db:
        delivery = await db.get_one(Delivery, UUID(first.json()["delivery_id"]))
        assert delivery.destination == "btg@huyenuy.example"
        assert delivery.payload["subject"] == "Báo cáo nhanh – Đảng bộ xã Bom Bo"
        assert await world.app.state.files.kept(delivery.attachments[0]["digest"]) is not None
        session = await db.get_one(Session, world.district.sessions["line_1"])
        session.confidential = True
    assert (await commune.post(path)).json()["code"] == "confidential"


async def test_a_report_follows_the_corrected_address_and_its_addendum_says_what_differs(
    world: World,
) -> None:
    admin, commune = world.signed_in("admin"), world.signed_in(COMMUNE)
    conference = f"/conferences/{world.district.conference_id}"
    await world.open()
    report = (await begin(world)).json()
    path = f"/reports/{report['id']}/mail"
    await account_for_village(world)
    await submit(world, report["id"])
    async with post_box() as box:
        sender = with_mail(world, box.url)
        box.answers_to_rcpt = ["550 5.1.1 nobody here"]
        first = (await commune.post(path)).json()["delivery_id"]
        await sender.step(at=world.clock())
        await admin.patch(conference, json={"report_email": "btg.dung@huyenuy.example"})
        replayed = await admin.post(f"/deliveries/{first}/replay")
        assert replayed.status_code == 200, replayed.text
        await sender.step(at=world.clock())
        assert (await commune.post(path)).json() == {"delivery_id": first, "state": "sent"}
        await admin.patch(conference, json={"report_email": "btg.moi@huyenuy.example"})
        second = (await commune.post(path)).json()
        assert second["delivery_id"] != first, "it went where nobody reads it"
        await mark(world, "village", present("3"))
        await submit(world, report["id"])
        await commune.post(path)
        await sender.step(at=world.clock())
    assert [mail["To"] for mail in box.mails] == [
        "btg.dung@huyenuy.example", "btg.moi@huyenuy.example", "btg.moi@huyenuy.example",
    ]  # fmt: skip
    (addendum,) = [mail for mail in box.mails if "bổ sung" in mail["Subject"]]
    differs = (
        "Tổng cộng: có mặt 2 đồng chí, nay là 3 đồng chí; vắng có lý do 1, nay là 0.",
        "Chi bộ thôn 3: có mặt 2 đồng chí, nay là 3 đồng chí; vắng có lý do 1, nay là 0.",
    )
    body = addendum.get_body(("plain",))
    assert body is not None
    text = body.get_content().splitlines()
    assert text[0].startswith("Kính gửi đồng chí, Đảng bộ xã Bom Bo gửi báo cáo nhanh (bổ sung")
    assert text[2:] == [f"- {each}" for each in differs]
    (attached,) = addendum.iter_attachments()
    paper = docx.Document(io.BytesIO(attached.get_content()))
    written = [each.text.replace("\u00a0", " ") for each in paper.paragraphs]
    at = written.index("I- NỘI DUNG BỔ SUNG")
    assert written[at + 1 : at + 3] == [f"- {each}" for each in differs]
