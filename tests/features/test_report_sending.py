"""A report leaves: by mail from here, or by the office's own."""

from datetime import timedelta
from uuid import UUID

from api.kit.dates import day_of
from api.tables.outbox import Delivery
from api.tables.sessions import Session
from api.words import DeliveryState
from tests.deciders import told
from tests.handing_in import COMMUNE, account_for_village, begin, submit
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
