"""Summonses: published from the allocation, told anew as a difference, read as text and paper."""

import io
from typing import Any

import docx
import httpx2 as httpx
from sqlalchemy import update

from api.tables.members import Member
from api.tables.sessions import Session
from api.words import MemberStatus
from tests.world import World


async def _publish(client: httpx.AsyncClient, world: World) -> dict[str, Any]:
    path = f"/conferences/{world.district.conference_id}/allocation"
    assert (await client.post(f"{path}/propose", json={})).status_code == 200
    answer = await client.post(f"{path}/publish", json={})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _path(world: World, unit: str) -> str:
    return f"/units/{world.district.units[unit]}/summons/{world.district.conference_id}"


async def _read(client: httpx.AsyncClient, world: World, unit: str) -> dict[str, Any]:
    answer = await client.get(_path(world, unit))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_each_unit_is_summoned_by_session_hall_and_name(world: World) -> None:
    told = await _publish(world.signed_in("admin"), world)
    assert told == {"published": 5, "unchanged": 0, "unallocated": 0}
    summons = await _read(world.signed_in("bithu-van-phong"), world, "office")
    (unit,) = summons["units"]
    assert (unit["version"], unit["is_outdated"], unit["changes"]) == (1, False, [])
    assert [(each["title"], each["members"]) for each in unit["sessions"]] == [
        ("Lớp 1 – đường truyền", ["Trần Văn Bình", "Lê Thị Hoa"]),
        ("Lớp 2 – đường truyền", ["Nguyễn Thị Hoa", "Điểu Minh"]),
    ]
    assert summons["text"] == (
        "GIẤY TRIỆU TẬP\n"
        "Hội nghị Thông tin thời sự quý I năm 2022\n\n"
        "CHI BỘ VĂN PHÒNG HUYỆN ỦY\n\n"
        "Lớp 1 – đường truyền\n"
        "Thời gian: sẽ thông báo sau\n"
        "Địa điểm: Điểm cầu Hội trường Huyện ủy\n"
        "Triệu tập 2 đồng chí:\n- Trần Văn Bình\n- Lê Thị Hoa\n\n"
        "Lớp 2 – đường truyền\n"
        "Thời gian: sẽ thông báo sau\n"
        "Địa điểm: Điểm cầu Hội trường Huyện ủy\n"
        "Triệu tập 2 đồng chí:\n- Nguyễn Thị Hoa\n- Điểu Minh\n\n"
        "Quy định:\n- Luôn mở camera"
    )


async def test_everybody_learns_whether_summonses_were_published(world: World) -> None:
    path = f"/conferences/{world.district.conference_id}/allocation/publication"
    viewer = world.signed_in("thuong-truc")
    assert (await viewer.get(path)).json() == {"units_count": 0, "published_at": None}
    await _publish(world.signed_in("admin"), world)
    told = (await viewer.get(path)).json()
    assert told["units_count"] == 5
    assert told["published_at"] is not None


async def test_a_commune_reads_the_summonses_of_its_cells(world: World) -> None:
    await _publish(world.signed_in("admin"), world)
    summons = await _read(world.signed_in("bithu-bom-bo"), world, "bom_bo")
    assert [each["unit_name"] for each in summons["units"]] == [
        "Chi bộ thôn 3",
        "Chi bộ Trường THCS Hoa Ban",
    ]


async def test_publishing_again_changes_only_what_changed(world: World) -> None:
    admin = world.signed_in("admin")
    await _publish(admin, world)
    again = await _publish(admin, world)
    assert (again["published"], again["unchanged"]) == (0, 5)
    gone, session = world.district.people["hoa"].id, world.district.sessions["meet_1"]
    async with world.database.write() as db:
        await db.execute(update(Member).where(Member.id == gone).values(status=MemberStatus.LEFT))
        link = update(Session).where(Session.id == session)
        await db.execute(link.values(meet_url="https://meet.example/abc"))
    before = await _read(admin, world, "post")
    assert before["units"][0]["is_outdated"]
    told = await _publish(admin, world)
    assert (told["published"], told["unchanged"]) == (3, 2)
    office = (await _read(admin, world, "office"))["units"][0]
    assert office["version"] == 2
    assert office["changes"] == ["Đồng chí Nguyễn Thị Hoa: không còn trong danh sách."]
    post = await _read(admin, world, "post")
    assert post["units"][0]["changes"] == [
        "Lớp 1 – Google Meet: đường dẫn mới: https://meet.example/abc (trước: chưa có)."
    ]
    assert "THAY ĐỔI:\n- Lớp 1 – Google Meet" in post["text"]


async def test_a_unit_with_nobody_left_to_send_is_told_so(world: World) -> None:
    admin = world.signed_in("admin")
    await _publish(admin, world)
    son = world.district.people["son"].id
    async with world.database.write() as db:
        change = update(Member).where(Member.id == son).values(status=MemberStatus.EXEMPT)
        await db.execute(change)
    assert (await _publish(admin, world))["published"] == 1
    unit = (await _read(admin, world, "post"))["units"][0]
    assert unit["sessions"] == []
    assert unit["changes"] == [
        "Bỏ Lớp 1 – Google Meet.",
        "Đồng chí Đinh Công Sơn: không còn trong danh sách.",
    ]


async def test_of_a_confidential_session_the_summons_says_no_more_than_its_title(
    world: World,
) -> None:
    meet = update(Session).where(Session.id == world.district.sessions["meet_1"])
    async with world.database.write() as db:
        await db.execute(meet.values(confidential=True))
    await _publish(world.signed_in("admin"), world)
    summons = await world.signed_in("bithu-buu-dien").get(_path(world, "post"))
    assert "Đinh Công Sơn" not in summons.text
    assert "Lớp mật" in summons.json()["text"]


async def test_what_became_confidential_is_taken_from_what_was_published(world: World) -> None:
    admin = world.signed_in("admin")
    await _publish(admin, world)
    meet = update(Session).where(Session.id == world.district.sessions["meet_1"])
    async with world.database.write() as db:
        await db.execute(meet.values(confidential=True))
    await _publish(admin, world)
    for query in ({}, {"format": "docx"}):
        answer = await world.signed_in("bithu-buu-dien").get(_path(world, "post"), params=query)
        words = answer.text
        if query:
            paper = docx.Document(io.BytesIO(answer.content))
            cells = [c.text for t in paper.tables for r in t.rows for c in r.cells]
            words = " ".join([*cells, *(each.text for each in paper.paragraphs)])
        assert "Đinh Công Sơn" not in words
        assert "Hội trường Bưu điện" not in words
        assert "nay là lớp mật, thông báo riêng bằng văn bản" in words


async def test_other_regulations_are_a_change_like_any_other(world: World) -> None:
    admin = world.signed_in("admin")
    await _publish(admin, world)
    path = f"/conferences/{world.district.conference_id}"
    await admin.patch(path, json={"regulations": ["Đến trước 15 phút"]})
    before = await _read(admin, world, "office")
    assert (before["units"][0]["regulations"], before["units"][0]["is_outdated"]) == (
        ["Luôn mở camera"],
        True,
    )
    await _publish(admin, world)
    (office,) = (await _read(admin, world, "office"))["units"]
    assert office["changes"] == ["Quy định của hội nghị đã thay đổi, xem dưới đây."]
    assert office["regulations"] == ["Đến trước 15 phút"]


async def test_a_postponed_session_says_so_on_the_summons(world: World) -> None:
    admin = world.signed_in("admin")
    await _publish(admin, world)
    session = world.district.sessions["meet_1"]
    body = {"reason": "Đường truyền hỏng", "date_hint": "cuối tháng 3/2022"}
    assert (await admin.post(f"/sessions/{session}/postpone", json=body)).status_code == 200
    await _publish(admin, world)
    (post,) = (await _read(admin, world, "post"))["units"]
    assert post["sessions"][0]["time"] == "HOÃN; dự kiến cuối tháng 3/2022"


async def test_the_paper_holds_what_was_published(world: World) -> None:
    await _publish(world.signed_in("admin"), world)
    answer = await world.signed_in("bithu-bom-bo").get(
        _path(world, "bom_bo"), params={"format": "docx"}
    )
    assert answer.status_code == 200
    assert "filename*=UTF-8''Gi%E1%BA%A5y" in answer.headers["content-disposition"]
    paper = docx.Document(io.BytesIO(answer.content))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert texts.count("GIẤY TRIỆU TẬP") == 2, "a page for each cell"
    assert "Kính gửi: Chi bộ thôn 3 – Đảng bộ xã Bom Bo" in texts
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert {"Thị Mai", "Vũ Thị Lan", "Họ và tên"} <= cells


async def test_nothing_is_published_before_anybody_has_a_session(world: World) -> None:
    path = f"/conferences/{world.district.conference_id}/allocation/publish"
    refused = await world.signed_in("admin").post(path, json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_allocated")
    unpublished = await world.signed_in("admin").get(_path(world, "office"))
    assert unpublished.status_code == 404
    assert (await world.signed_in("bithu-van-phong").post(path, json={})).status_code == 403


async def test_another_units_summons_is_not_found(world: World) -> None:
    await _publish(world.signed_in("admin"), world)
    assert (await world.signed_in("bithu-buu-dien").get(_path(world, "office"))).status_code == 404
    assert (await world.signed_in("thuong-truc").get(_path(world, "office"))).status_code == 403
