"""Summaries: every table sums to one total, which the exported attendance gives again."""

import asyncio
import hashlib
import io
import json
import zipfile
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from sqlalchemy import select, update

from api import events
from api.events import SYSTEM
from api.kit.dates import day_of
from api.tables.conferences import Conference, Exclusion
from api.tables.events import Event
from api.tables.reports import Report
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import MemberStatus, ReportState, UnitKind
from tests import written
from tests.printed import change
from tests.recomputed import disagreements, lines_of
from tests.reporting import report
from tests.rolling import scan
from tests.world import Answer, World

FORMULA = '=HYPERLINK("http://x.example","Chi bộ")'
GROUPS = ("bloc", "form", "session", "unit")


def _path(world: World, rest: str = "summary") -> str:
    return f"/conferences/{world.district.conference_id}/{rest}"


async def _get(world: World, rest: str = "summary", *, by: str = "admin", **query: str) -> Answer:
    return await world.signed_in(by).get(_path(world, rest), params=query)


async def _summary(world: World, *, by: str = "admin", **query: str) -> dict[str, Any]:
    answer = await _get(world, by=by, **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _forms(world: World) -> dict[str, str]:
    answer = await world.signed_in("admin").get(
        "/sessions", params={"conference_id": str(world.district.conference_id)}
    )
    return {each["id"]: each["form"] for each in answer.json()["items"]}


async def _require_recomputed(world: World, *, by: str = "admin", **query: str) -> None:
    """Let an independent reader of the export arrive at every number of the summary."""
    exported = await _get(world, "attendance", by=by, format="csv", **query)
    assert exported.status_code == 200, exported.text
    lines, forms = lines_of(exported.content), await _forms(world)
    for group in GROUPS:
        summary = await _summary(world, by=by, group_by=group, **query)
        assert disagreements(summary, lines, forms) == []


def _words(paper: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(paper)) as parts:
        return parts.read("word/document.xml")


async def _a_morning(world: World) -> None:
    """Let everything happen that a morning knows: two classes held, one not yet."""
    await written.allocate(world, "hall", "hoa", "binh", "minh", "tuan")
    await written.allocate(world, "hall", "le_hoa", session="line_2")
    await written.allocate(world, "commune", "khanh", "mai", "other_khanh")
    await written.allocate(world, "school_hall", "lan", session="meet_1")
    await written.allocate(world, "post_hall", "son", session="meet_1")
    await change(world, "tuan", status=MemberStatus.EXEMPT)
    await change(world, "mai", temporary_unit_id=world.district.units["office"])
    await change(world, "other_khanh", status=MemberStatus.REDUCED)
    async with world.database.write() as db:
        db.add(
            Exclusion(
                id=world.district.people["minh"].id,
                conference_id=world.district.conference_id,
                document_number="43-KH/HU",
                member_id=world.district.people["minh"].id,
                created_at=world.clock(),
            )
        )
    await world.open()
    screen = await world.screen()
    await scan(world, "hoa", screen)
    await written.tick(world, "minh", by="bithu-van-phong")
    await written.count_heads(world, "hall", 9, guests=3)
    await scan(world, "le_hoa", screen, last4=None)
    await written.absent(world, "binh", "OM", by="bithu-van-phong")
    await written.tick(world, "khanh", by="bithu-bom-bo")
    await world.close()
    world.clock.move(hours=2)
    await world.open("line_2")
    await scan(world, "binh", await world.screen())
    await world.close("line_2")


async def _close(world: World, *, by: str = "admin") -> Answer:
    return await world.signed_in(by).post(_path(world, "close"))


async def test_every_grouping_sums_to_the_total_and_the_export_gives_every_number(
    world: World,
) -> None:
    await _a_morning(world)
    for group in GROUPS:
        found = await _summary(world, group_by=group)
        top = [row for row in found["rows"] if row["depth"] in {None, 0, 1}]
        for name, number in found["total"].items():
            if isinstance(number, int) and not isinstance(number, bool):
                assert sum(row["figures"][name] for row in top) == number, (group, name)
        assert sum(row["guests"] for row in top) == found["guests"]
    total = found["total"]
    assert (total["members"], total["exempt"], total["excluded"], total["convened"]) == (
        10,
        1,
        1,
        8,
    )
    assert (total["present"], total["excused"], total["made_up"]) == (2, 2, 1)
    assert (total["away"], total["here"], total["extra"]) == (1, 1, 1)
    assert total["reasons"] == {"OM": 1, "reduced": 1}
    held = [(each["form"], each["held"], each["planned"]) for each in found["sessions_held"]]
    assert held == [("line", 2, 2), ("meet", 0, 1)]
    assert found["units_unreported"] == 3
    await _require_recomputed(world)


async def test_the_tree_of_units_is_indented_and_says_where_reports_stand(world: World) -> None:
    await _a_morning(world)
    rows = (await _summary(world))["rows"]
    named = [(row["depth"], row["name"]) for row in rows]
    assert named[0] == (1, "Chi bộ Ban Tuyên giáo")
    place = named.index((1, "Đảng bộ xã Bom Bo"))
    assert named[place + 1 :] == [(2, "Chi bộ thôn 3"), (2, "Chi bộ Trường THCS Hoa Ban")]
    assert {row["report_state"] for row in rows} == {None}


async def test_the_standing_committee_reads_counts_and_takes_no_names_away(world: World) -> None:
    await _a_morning(world)
    answer = await _get(world, by="thuong-truc")
    assert answer.status_code == 200
    assert not any(each.name in answer.text for each in world.district.people.values())
    book = await _get(world, "summary.xlsx", by="thuong-truc")
    assert book.status_code == 200
    for kind in ("json", "csv", "xlsx"):
        refused = await _get(world, "attendance", by="thuong-truc", format=kind)
        assert refused.status_code == 403


async def test_the_secretary_of_bom_bo_reads_and_exports_her_part_alone(world: World) -> None:
    await _a_morning(world)
    found = await _summary(world, by="bithu-bom-bo")
    assert found["unit_name"] == "Đảng bộ xã Bom Bo"
    assert [row["name"] for row in found["rows"]] == [
        "Chi bộ thôn 3",
        "Chi bộ Trường THCS Hoa Ban",
    ]
    await _require_recomputed(world, by="bithu-bom-bo")
    village = str(world.district.units["village"])
    await _require_recomputed(world, by="bithu-bom-bo", unit_id=village)
    for path in ("summary", "summary.xlsx", "attendance"):
        other = await _get(
            world, path, by="bithu-bom-bo", unit_id=str(world.district.units["post"])
        )
        assert other.status_code == 404
    exported = await _get(world, "attendance", by="bithu-bom-bo")
    lines = {each["full_name"]: each for each in exported.json()["items"]}
    assert "Nguyễn Thị Hoa" not in lines
    assert (lines["Thị Mai"]["unit"]["name"], lines["Thị Mai"]["day"]) == (
        "Chi bộ Văn phòng Huyện ủy",
        None,
    )


async def test_who_holds_the_summary_of_now_is_not_sent_it_again(world: World) -> None:
    await world.open()
    viewer = world.signed_in("thuong-truc")
    first = await viewer.get(_path(world))
    world.clock.move(minutes=5)
    again = await viewer.get(_path(world), headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await written.tick(world, "hoa", by="bithu-van-phong")
    changed = await viewer.get(_path(world), headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert changed.json()["total"]["present"] == 1


async def test_the_workbook_has_numbers_that_sum_and_no_formula(world: World) -> None:
    await _a_morning(world)
    async with world.database.write() as db:
        unit = Unit.id == world.district.units["village"]
        await db.execute(update(Unit).where(unit).values(name=FORMULA))
    answer = await _get(world, "summary.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == [
        "Tổng hợp", "Theo khối", "Theo hình thức", "Theo lớp", "Theo đơn vị", "Vắng mặt",
        "Chưa báo cáo", "Học bù", "Vấn đề phát sinh", "Đề xuất, kiến nghị",
    ]  # fmt: skip
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert FORMULA in [cell.value for cell in cells]
    summary = await _summary(world, group_by="unit")
    sheet = book["Theo đơn vị"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$5"
    head = [cell.value for cell in sheet[5]]
    column = head.index("Phải triệu tập (B)") + 1
    listed = {
        sheet.cell(row, 1).value: sheet.cell(row, column) for row in range(6, sheet.max_row + 1)
    }
    assert {name: cell.value for name, cell in listed.items()} == {
        **{row["name"]: row["figures"]["convened"] for row in summary["rows"]},
        "Tổng cộng": summary["total"]["convened"],
    }
    assert {cell.number_format for cell in listed.values()} == {"#,##0"}
    assert sheet.cell(sheet.max_row, head.index("trên số triệu tập") + 1).number_format == "0.00%"
    absent = [[cell.value for cell in row] for row in book["Vắng mặt"].iter_rows()]
    assert absent[-1][:4] == ["Tổng cộng", 2, 2, 0]
    assert any("OM ốm" in str(row[0]) for row in absent)


async def test_the_export_is_noted_keyed_by_card_and_safe_in_a_spreadsheet(world: World) -> None:
    await _a_morning(world)
    await change(world, "hoa", full_name="=1+1 Hoa", card_number="@4821")
    csv = await _get(world, "attendance", format="csv")
    (hoa,) = [
        line
        for line in lines_of(csv.content)
        if line["full_name"].endswith("Hoa") and "=" in line["full_name"]
    ]
    assert (hoa["full_name"], hoa["card_number"]) == ("'=1+1 Hoa", "'@4821")
    book = openpyxl.load_workbook(
        io.BytesIO((await _get(world, "attendance", format="xlsx")).content)
    )
    assert book.sheetnames[:2] == ["Điểm danh", "Khách và số người đếm"]
    halls = [[cell.value for cell in row] for row in book["Khách và số người đếm"].iter_rows()]
    assert halls[-1] == ["Chi bộ Văn phòng Huyện ủy", "Khối Đảng", "Lớp 1 – đường truyền", 3, 9]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {"=1+1 Hoa", "@4821", "Chi bộ Văn phòng Huyện ủy"} <= {cell.value for cell in cells}
    client, cursor, listed = world.signed_in("admin"), None, []
    while True:
        query = {"limit": "3"} | ({"cursor": cursor} if cursor else {})
        page = (await client.get(_path(world, "attendance"), params=query)).json()
        listed += [each["member_id"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert listed == [line["member_id"] for line in lines_of(csv.content)]
    assert len(set(listed)) == 10
    reads = select(Event).where(Event.act == events.MEMBERS_READ).order_by(Event.id)
    async with world.database.read() as db:
        noted = (await db.execute(reads)).scalars().all()
    assert sorted(each.detail["count"] for each in noted) == [1, 3, 3, 3, 10, 10]
    assert {each.subject_id for each in noted} == {world.district.units["district"]}


async def test_a_closed_conference_keeps_its_figures_and_tells_what_changed(world: World) -> None:
    await world.open()
    refused = await _close(world)
    assert (refused.status_code, refused.json()["code"]) == (409, "sessions_open")
    assert refused.json()["sessions"] == ["Lớp 1 – đường truyền"]
    await world.close()
    amended = await world.signed_in("admin").post(_path(world, "summary/addenda"))
    assert amended.json()["code"] == "conference_not_closed"
    closed = await _close(world)
    assert (closed.status_code, closed.json()["number"]) == (200, 1)
    (warning,) = closed.json()["warnings"]
    assert (warning["units"], warning["message"]) == (
        4,
        "Còn 4 đơn vị chưa gửi báo cáo kết quả.",
    )
    assert (await _close(world)).json()["code"] == "conference_closed"
    nothing = await world.signed_in("admin").post(_path(world, "summary/addenda"))
    assert (nothing.status_code, nothing.json()["code"]) == (409, "nothing_changed")
    frozen = await _summary(world)
    assert (frozen["is_locked"], frozen["version"], frozen["total"]["present"]) == (True, 1, 0)
    await written.tick(world, "khanh", by="bithu-bom-bo")
    assert await _summary(world) == frozen
    now = await _summary(world, live="true")
    assert (now["is_locked"], now["total"]["present"]) == (False, 1)
    said = [each["line"] for each in now["difference"]]
    assert "Có mặt: 0 → 1" in said
    assert "Chi bộ thôn 3 · Có mặt: 0 → 1" in said
    hers = await _summary(world, by="bithu-van-phong", live="true")
    assert hers["difference"] == []
    addendum = await world.signed_in("admin").post(_path(world, "summary/addenda"))
    assert (addendum.status_code, addendum.json()["number"]) == (201, 2)
    assert [each["line"] for each in addendum.json()["difference"]] == said
    assert (await _summary(world))["total"]["present"] == 1
    village = await _summary(world, by="bithu-bom-bo", group_by="session")
    assert village["total"]["present"] == 1
    listed = (await _get(world, "summary/versions", by="thuong-truc")).json()["items"]
    assert [each["number"] for each in listed] == [2, 1]
    first = (await _get(world, "summary/versions/1", by="thuong-truc")).json()
    canonical = json.dumps(
        first["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert hashlib.sha256(canonical.encode()).hexdigest() == first["digest"]
    assert "Điểu Khánh" not in canonical
    assert (await _get(world, "summary/versions/3")).status_code == 404
    assert (await _get(world, "summary/versions", by="bithu-bom-bo")).status_code == 403


async def test_what_bom_bo_proposes_stands_in_the_summary_and_stays_when_it_is_closed(
    world: World,
) -> None:
    secretary, told = world.signed_in("bithu-bom-bo"), "Đề nghị gửi tài liệu trước ba ngày"
    report_id = await report(world, session=None)
    path = f"/reports/{report_id}"
    held = {"If-Match": (await secretary.get(path)).headers["etag"]}
    await secretary.patch(path, json={"proposals": told, "incidents": "Mất tiếng"}, headers=held)
    for state, is_told in ((ReportState.DRAFT, False), (ReportState.SUBMITTED, True)):
        async with world.database.write() as db:
            await db.execute(update(Report).where(Report.id == UUID(report_id)).values(state=state))
        paper = _words((await _get(world, "summary.docx")).content).decode()
        assert (f"- Đảng bộ xã Bom Bo: {told}." in paper) is is_told
    book = openpyxl.load_workbook(io.BytesIO((await _get(world, "summary.xlsx")).content))
    assert [each.value for each in [*book["Đề xuất, kiến nghị"]][-1]] == [
        "Đảng bộ xã Bom Bo",
        f"{told}.",
    ]
    assert [*book["Vấn đề phát sinh"]][-1][4].value == "Mất tiếng."
    assert (await _close(world)).status_code == 200
    for by in ("thuong-truc", "bithu-bom-bo"):
        paper = _words((await _get(world, "summary.docx", by=by)).content).decode()
        assert (told in paper) is (by == "thuong-truc")


async def test_what_was_frozen_answers_as_it_did_alive(world: World) -> None:
    await _a_morning(world)
    asked = [(by, group) for by in ("thuong-truc", "bithu-bom-bo") for group in GROUPS]
    alive = [await _summary(world, by=by, group_by=group) for by, group in asked]
    assert (await _close(world)).status_code == 200
    for (by, group), before in zip(asked, alive, strict=True):
        after = await _summary(world, by=by, group_by=group)
        assert after == {**before, "is_locked": True, "version": 1}
    papers = await _get(world, "summary.docx")
    assert papers.content.startswith(b"PK")


async def test_what_was_frozen_stays_though_units_move_and_letterheads_change(
    world: World,
) -> None:
    assert (await _close(world)).status_code == 200
    frozen, paper = await _summary(world), await _get(world, "summary.docx")
    units, admin = world.district.units, world.signed_in("admin")
    async with world.database.write() as db:
        cell = await add_unit(
            db,
            SYSTEM,
            name="Chi bộ thôn mới",
            kind=UnitKind.CELL,
            parent=await db.get_one(Unit, units["bom_bo"]),
            bloc=None,
            valid_from=day_of(world.clock()),
            at=world.clock(),
        )
        conference = await db.get_one(Conference, world.district.conference_id)
        conference.title = "Tên khác"
    head = {"signer_name": "Nguyễn Văn Khác"}
    await admin.put(f"/units/{units['district']}/letterhead", json=head)
    assert await _summary(world) == frozen
    assert _words((await _get(world, "summary.docx")).content) == _words(paper.content)
    assert (await _get(world, unit_id=str(cell.id))).status_code == 404
    live = await _get(world, unit_id=str(cell.id), live="true")
    assert live.status_code == 200, live.text


async def test_two_who_close_at_once_close_once(world: World) -> None:
    answers = await asyncio.gather(_close(world), _close(world))
    assert sorted(each.status_code for each in answers) == [200, 409]


@pytest.mark.parametrize("by", ["thuong-truc", "van-phong", "bithu-bom-bo", "truc-bom-bo"])
async def test_only_the_organiser_closes(by: str, world: World) -> None:
    assert (await _close(world, by=by)).status_code == 403
