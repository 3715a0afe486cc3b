"""Cards for the Zalo group: the report's own figures, no name, and nothing of what is secret."""

import io
from uuid import UUID

from PIL import Image

from api.reports import told_store
from api.summaries import told_store as summary_told_store
from api.webhooks import subject_store
from tests import written
from tests.reporting import make_confidential, report
from tests.rolling import scan
from tests.world import Answer, World


async def _morning(world: World) -> None:
    """Line 1 is open; at Bom Bo one came, one waits for the secretary, and one is ill."""
    await world.open()
    screen = await world.screen("commune")
    await scan(world, "khanh", screen)
    await scan(world, "mai", screen, last4=None)
    await written.absent(world, "other_khanh", "OM", by="bithu-bom-bo")


async def _text(answer: Answer) -> list[str]:
    assert answer.status_code == 200, answer.text
    text: str = answer.json()["text"]
    for name in ("Khánh", "Mai", "Lan", "Hoa Ban"):
        assert name not in text
    return text.split("\n")


def _size(answer: Answer) -> tuple[int, int]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/png"
    return Image.open(io.BytesIO(answer.content), formats=["PNG"]).size


async def test_bom_bo_shares_the_figures_of_its_report_while_the_class_goes_on(
    world: World,
) -> None:
    await _morning(world)
    report_id = await report(world)
    secretary = world.signed_in("bithu-bom-bo")
    answer = await secretary.get(f"/reports/{report_id}/share-card")
    own = (await secretary.get(f"/reports/{report_id}")).json()["figures"]
    lines = await _text(answer)
    assert lines[:3] == ["BÁO CÁO NHANH", "Đảng bộ xã Bom Bo", "Lớp 1 – đường truyền"]
    assert f"Triệu tập: {own['convened']} đồng chí" in lines
    assert f"Có mặt: {own['present']}" in " ".join(lines)
    assert (own["present"], own["pending"], own["excused"]) == (1, 1, 1)
    assert {"Chờ xác nhận: 1", "Vắng có lý do: 1"} <= set(lines)
    assert lines[-1].startswith("Báo cáo bước đầu, số liệu đến 07:")
    assert answer.json()["is_provisional"] is True
    path = answer.json()["picture_url"].removeprefix("/api/v1")
    assert _size(await secretary.get(path)) == (1_080, 1_350)
    for who, status in (("thuong-truc", 200), ("bithu-buu-dien", 404)):
        for each in (path, path.removesuffix(".png")):
            assert (await world.signed_in(who).get(each)).status_code == status


async def test_the_card_of_what_was_handed_in_stays_as_it_was(world: World) -> None:
    await _morning(world)
    report_id = await report(world, "village")
    secretary = world.signed_in("bithu-bom-bo")
    path = f"/reports/{report_id}/share-card"
    handed_in = await secretary.post(f"/reports/{report_id}/submit", json={"confirm_pending": True})
    assert handed_in.status_code == 200, handed_in.text
    before = await secretary.get(path)
    assert "Có mặt: 2 (66,67\u00a0%)" in await _text(before)
    await written.absent(world, "mai", "CT", by="bithu-bom-bo")
    world.clock.move(hours=1)
    after = await secretary.get(path)
    assert after.json() == before.json()
    assert after.json()["is_provisional"] is False
    assert "chính thức" in (await _text(after))[-1]
    assert _size(await secretary.get(f"{path}.png")) == (1_080, 1_350)


async def test_the_districts_card_counts_what_was_held_so_far(world: World) -> None:
    path = f"/conferences/{world.district.conference_id}/share-card"
    early = await _text(await world.signed_in("admin").get(path))
    assert "Đã tổ chức 0/3 lớp" in early
    await _morning(world)
    whole = await world.signed_in("thuong-truc").get(path)
    lines = await _text(whole)
    assert lines[:2] == ["BÁO CÁO NHANH", "Ban Tuyên giáo Huyện ủy Bù Đăng"]
    assert "Đã tổ chức 1/3 lớp" in lines
    assert "• Lớp 2 – đường truyền: chưa tổ chức" in lines
    session_id = str(world.district.sessions["line_1"])
    one = await world.signed_in("admin").get(path, params={"session_id": session_id})
    assert "Lớp 1 – đường truyền" in await _text(one)
    for url in (whole.json()["picture_url"], one.json()["picture_url"]):
        shown = await world.signed_in("admin").get(url.removeprefix("/api/v1"))
        assert _size(shown) == (1_080, 1_350)
    convened = [line for line in lines if line.startswith("Triệu tập")]
    assert [line.split(": ")[1] for line in convened] == [
        line.split(": ")[1] for line in await _text(one) if line.startswith("Triệu tập")
    ]
    await world.close()
    done = await world.signed_in("admin").post(path.replace("share-card", "close"))
    assert done.status_code == 200, done.text
    closed = await world.signed_in("admin").get(path)
    lines = await _text(closed)
    assert lines[0] == "BÁO CÁO KẾT QUẢ"
    assert lines[-1].startswith("Số liệu chốt lúc")
    assert closed.json()["is_provisional"] is False
    world.clock.move(hours=1)
    await written.absent(world, "mai", "CT", by="bithu-bom-bo")
    for query in ({}, {"session_id": session_id}):
        still = await _text(await world.signed_in("admin").get(path, params=query))
        assert {"Chờ xác nhận: 1", "Vắng có lý do: 1"} <= set(still), "whatever is written since"
        assert still[-1] == lines[-1]
    await world.signed_in("admin").post(path.replace("share-card", "summary/addenda"))
    amended = await world.signed_in("admin").get(path)
    assert "Vắng có lý do: 2" in await _text(amended)
    unknown = {"session_id": str(world.district.conference_id)}
    assert (await world.signed_in("admin").get(path, params=unknown)).status_code == 404
    assert (await world.signed_in("bithu-bom-bo").get(path)).status_code == 403


async def test_nothing_is_shared_of_a_confidential_session(world: World) -> None:
    quick, result = await report(world), await report(world, session=None)
    await make_confidential(world)
    conference = f"/conferences/{world.district.conference_id}/share-card"
    session_id = str(world.district.sessions["line_1"])
    for path, query in (
        (f"/reports/{quick}/share-card", {}),
        (f"/reports/{quick}/share-card.png", {}),
        (f"/reports/{result}/share-card", {}),
        (conference, {}),
        (conference, {"session_id": session_id}),
        (f"{conference}.png", {"session_id": session_id}),
    ):
        answer = await world.signed_in("admin").get(path, params=query)
        assert (answer.status_code, answer.json()["code"]) == (409, "confidential"), path
    other = {"session_id": str(world.district.sessions["line_2"])}
    assert (await world.signed_in("admin").get(conference, params=other)).status_code == 200


async def test_of_a_conference_with_a_confidential_class_nothing_leaves_as_a_whole_though_cancelled(
    world: World,
) -> None:
    admin, district = world.signed_in("admin"), world.district
    quick, result = await report(world, session="line_2"), await report(world, session=None)
    await make_confidential(world)
    path = f"/sessions/{district.sessions['line_1']}/cancel"
    assert (await admin.post(path, json={"reason": "Không còn cần"})).status_code == 200
    card = f"/conferences/{district.conference_id}/share-card"
    for refused in (card, f"/reports/{result}/share-card", f"/reports/{result}/collage.jpg"):
        assert (await admin.get(refused)).json()["code"] == "confidential", refused
    line_2 = {"session_id": str(district.sessions["line_2"])}
    assert (await admin.get(card, params=line_2)).status_code == 200
    assert (await admin.get(f"/reports/{quick}/share-card")).status_code == 200
    async with world.database.read() as db:
        conferences = await summary_told_store.conferences(db, [district.conference_id])
        sessions = await subject_store.sessions(db, district.sessions.values())
        reports = await told_store.reports(db, [UUID(quick), UUID(result)])
    assert conferences[district.conference_id].is_withheld
    withheld = {each for each, told in sessions.items() if told.is_withheld}
    assert withheld == {district.sessions["line_1"]}
    assert [reports[UUID(each)].is_withheld for each in (quick, result)] == [False, True]
