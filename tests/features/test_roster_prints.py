"""Rosters on paper: what a printed list says, and the code that tells later what it was."""

import asyncio
import io
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import docx
import pytest

from api.kit.downloads import MEDIA_TYPES
from api.tables.rosters import RosterPrint, RosterRow
from api.words import MemberStatus
from tests.printed import (
    allocate,
    change,
    code_of,
    join,
    read_list,
    session_path,
    unit_path,
    workbook,
)
from tests.world import World


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
async def test_a_print_bears_a_code_that_an_unchanged_list_keeps(world: World, kind: str) -> None:
    await allocate(world, "hall", "hoa", "binh")
    secretary, path = world.signed_in("bithu-van-phong"), session_path(world)
    first = await secretary.get(path, params={"format": kind})
    assert first.headers["content-type"] == MEDIA_TYPES[kind]
    assert first.headers["cache-control"] == "private, no-store"
    world.clock.move(hours=1)
    again = await secretary.get(path, params={"format": kind, "with_cards": True})
    assert code_of(again) == code_of(first)
    read = await read_list(world, path, who="bithu-van-phong")
    assert read["latest_print"]["code"] == code_of(first)
    assert read["latest_print"]["made_at"] == "2022-03-15T00:30:00Z"
    await allocate(world, "hall", "minh")
    changed = await secretary.get(path, params={"format": kind})
    assert code_of(changed) != code_of(first)
    typed = code_of(first).lower().replace("-", " ")
    old = (await secretary.get(f"/roster-prints/{typed}")).json()
    assert (old["code"], old["is_outdated"]) == (code_of(first), True)
    assert old["unit_id"] == str(world.district.units["office"])
    new = (await secretary.get(f"/roster-prints/{code_of(changed)}")).json()
    assert (new["session_id"], new["is_outdated"]) == (
        str(world.district.sessions["line_1"]),
        False,
    )


async def test_a_print_is_outdated_as_soon_as_somebody_joins(world: World) -> None:
    admin = world.signed_in("admin")
    printed = await admin.get(unit_path(world, "office"), params={"format": "docx"})
    path = f"/roster-prints/{code_of(printed)}"
    assert (await admin.get(path)).json()["is_outdated"] is False
    await join(world, "office", "Lý A Anh")
    assert (await admin.get(path)).json()["is_outdated"] is True


async def test_two_prints_at_once_agree(world: World) -> None:
    secretary, path = world.signed_in("bithu-van-phong"), unit_path(world, "office")
    answers = await asyncio.gather(
        *(secretary.get(path, params={"format": "docx"}) for _ in range(6)),
        *(world.signed_in("admin").get(path) for _ in range(3)),
    )
    assert {answer.status_code for answer in answers} == {200}
    assert len({code_of(answer) for answer in answers[:6]}) == 1
    assert await world.count(RosterPrint) == 1
    assert await world.count(RosterRow) == 4


async def test_a_printed_class_list_is_ready_to_be_signed(world: World) -> None:
    await allocate(world, "commune", "mai", "khanh", "lan")
    await read_list(world, session_path(world))
    await change(world, "khanh", status=MemberStatus.LEFT)
    answer = await world.signed_in("bithu-bom-bo").get(
        session_path(world),
        params={"format": "docx", "point_id": str(world.district.points["commune"])},
    )
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith('attachment; filename="danh-sach-lop-1-duong-truyen')
    name = unquote(disposition.split("UTF-8''")[1])
    assert name == "Danh sách – Lớp 1 – đường truyền – Điểm cầu xã Bom Bo – Đảng bộ xã Bom Bo.docx"
    paper = docx.Document(io.BytesIO(answer.content))
    lines = [each.text.replace("\u00a0", " ") for each in paper.paragraphs]
    assert lines[:2] == ["DANH SÁCH ĐIỂM DANH", "Hội nghị Thông tin thời sự quý I năm 2022"]
    assert "Điểm cầu xã Bom Bo" in lines
    village, school = paper.tables
    names = [each.cell(0, 0).text for each in (village, school)]
    assert names == ["Chi bộ thôn 3", "Chi bộ Trường THCS Hoa Ban"]
    assert [cell.text for cell in village.rows[1].cells] == ["Số", "Họ và tên", "Ký tên", "Ghi chú"]
    struck = {
        row.cells[1].text: (bool(row.cells[1].paragraphs[0].runs[0].font.strike), row.cells[3].text)
        for row in village.rows[2:]
    }
    assert struck == {"Điểu Khánh": (True, "đã rời danh sách"), "Thị Mai": (False, "")}


async def test_a_workbook_has_a_sheet_a_unit(world: World) -> None:
    await allocate(world, "hall", "hoa", "tuan")
    answer = await world.signed_in("admin").get(session_path(world), params={"format": "xlsx"})
    book = workbook(answer)
    assert book.sheetnames == ["Chi bộ Ban Tuyên giáo", "Chi bộ Văn phòng Huyện ủy"]
    last = [cell.value for cell in [*book["Chi bộ Văn phòng Huyện ủy"]][-1]]
    assert last == [3, "Nguyễn Thị Hoa", None, None]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
async def test_a_list_of_nobody_is_printed_all_the_same(world: World, kind: str) -> None:
    answer = await world.signed_in("admin").get(session_path(world), params={"format": kind})
    assert len(code_of(answer)) == 7


async def test_a_whole_list_says_which_class_each_attends(world: World) -> None:
    await allocate(world, "hall", "hoa", session="line_2")
    path = unit_path(world, "office")
    answer = await world.signed_in("admin").get(path, params={"format": "xlsx"})
    (sheet,) = workbook(answer).worksheets
    rows = {row[1].value: row[2].value for row in sheet.iter_rows(min_row=1) if row[0].value}
    assert rows["Nguyễn Thị Hoa"] == "Lớp 2 – đường truyền"


async def test_blank_signing_sheets_have_a_page_a_point_and_no_name(world: World) -> None:
    await allocate(world, "hall", "hoa", "binh")
    path = f"/sessions/{world.district.sessions['line_1']}/signing-sheet"
    answer = await world.signed_in("admin").get(path, params={"format": "xlsx"})
    book = workbook(answer)
    assert book.sheetnames == ["Điểm cầu Hội trường Huyện ủy", "Điểm cầu xã Bom Bo"]
    assert [*book.worksheets[0]][-1][0].value == 20
    assert "Hoa" not in str([cell.value for row in book.worksheets[0] for cell in row])
    one: dict[str, Any] = {"point_id": str(world.district.points["commune"]), "lines": 7}
    answer = await world.signed_in("bithu-bom-bo").get(path, params=one)
    (table,) = docx.Document(io.BytesIO(answer.content)).tables
    assert [row.cells[0].text for row in table.rows[2:]] == [str(each) for each in range(1, 8)]
    assert (await world.signed_in("bithu-bom-bo").get(path)).status_code == 403
    other = await world.signed_in("bithu-van-phong").get(path, params=one)
    assert other.status_code == 403
    elsewhere = {"point_id": str(world.district.points["hub"])}
    assert (await world.signed_in("admin").get(path, params=elsewhere)).status_code == 404
    both = docx.Document(io.BytesIO((await world.signed_in("admin").get(path)).content))
    assert len(both.tables) == 2


async def test_a_print_is_known_to_whoever_holds_the_paper(world: World) -> None:
    printed = await world.signed_in("admin").get(session_path(world), params={"format": "docx"})
    found = await world.signed_in("bithu-bom-bo").get(f"/roster-prints/{code_of(printed)}")
    assert (found.status_code, found.json()["unit_id"]) == (200, None)
    for code in ("K7M2Q", "K7M2QU", "không-có", "K7M-2QX"):
        answer = await world.signed_in("admin").get(f"/roster-prints/{code}")
        assert answer.status_code == 404, code


async def test_a_confidential_class_has_its_roster(world: World) -> None:
    admin = world.signed_in("admin")
    new = {
        "conference_id": str(world.district.conference_id),
        "form": "line",
        "ordinal": 4,
        "title": "Lớp mật",
        "confidential": True,
    }
    session = (await admin.post("/sessions", json=new)).json()["id"]
    world.district.sessions["secret"] = UUID(session)
    await allocate(world, "hall", "hoa", session="secret")
    answer = await admin.get(f"/sessions/{session}/roster", params={"format": "xlsx"})
    assert answer.status_code == 200
