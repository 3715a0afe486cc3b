"""Files that are no lists are refused clearly; formulas, sheets and exclusion lists."""

from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import pytest

from api.tables.events import Event
from tests import lists
from tests.importing import HEADER, cautions, deeds, previewed, rows_of, send
from tests.world import Answer, World


def _old_excel() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _bomb() -> bytes:
    sheet = b"<worksheet>" + b" " * 60_000_000 + b"</worksheet>"
    return lists.repacked(lists.workbook([HEADER]), {"xl/worksheets/sheet1.xml": sheet})


def _laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{levels}]><sst><si><t>&l9;</t></si></sst>'
    return lists.repacked(
        lists.workbook(rows_of(["Nguyễn Văn A", None, None])),
        {"xl/sharedStrings.xml": text.encode("utf-16")},
    )


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a Word file that was renamed": (
        lambda: lists.zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}),
        "file_not_a_list",
    ),
    "an OpenDocument sheet": (
        lambda: lists.zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}),
        "file_not_a_list",
    ),
    "a PDF": (lambda: b"%PDF-1.7\n", "file_not_a_list"),
    "a web page": (lambda: b"<html><table></table></html>", "file_not_a_list"),
    "bytes that are no text": (lambda: bytes(range(256)) * 9, "file_damaged"),
    "an old Excel file": (_old_excel, "file_old_excel"),
    "an encrypted workbook": (
        lambda: _old_excel() + "EncryptedPackage".encode("utf-16-le"),
        "file_encrypted",
    ),
    "a zip bomb": (_bomb, "file_unpacks_too_large"),
    "a billion laughs": (_laughs, "file_damaged"),
    "half a workbook": (lambda: lists.workbook([HEADER])[:900], "file_damaged"),
    "a workbook with a broken sheet": (
        lambda: lists.repacked(
            lists.workbook([HEADER]), {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}
        ),
        "file_damaged",
    ),
    "nothing at all": (lambda: b"", "file_empty"),
    "an empty sheet": (lambda: lists.workbook([]), "file_empty"),
    "a header without rows": (lambda: lists.workbook([HEADER]), "file_empty"),
    "a list without names": (
        lambda: lists.workbook([["STT", "Đơn vị", "Tổng số"], [1, "Chi bộ thôn 3", 12]]),
        "name_column_missing",
    ),
    "too many rows": (
        lambda: lists.delimited([HEADER, *([n, "Lê Văn A", "", ""] for n in range(20_001))]),
        "too_many_rows",
    ),
}  # fmt: skip


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
@pytest.mark.parametrize("what", REFUSED)
async def test_a_file_that_is_no_list_is_refused_clearly(world: World, what: str) -> None:
    build, code = REFUSED[what]
    before = await world.count(Event)
    answer = await send(world.signed_in("admin"), world.district.units["post"], build())
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text
    assert await world.count(Event) == before


async def test_headers_that_were_seen_are_named(world: World) -> None:
    content = lists.workbook([["STT", "Đơn vị", "Tổng số"], [1, "Chi bộ thôn 3", 12]])
    answer = await send(world.signed_in("admin"), world.district.units["post"], content)
    assert "STT; Đơn vị; Tổng số" in answer.json()["detail"]


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_a_file_over_ten_megabytes_is_too_large(world: World) -> None:
    content = bytes(11 * 1024 * 1024)
    answer = await send(world.signed_in("admin"), world.district.units["post"], content)
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
    assert "nhiều nhất là 10 MB" in answer.json()["detail"]


async def test_formulas_are_read_as_excel_last_showed_them_and_never_computed(
    world: World,
) -> None:
    content = lists.workbook(
        rows_of(
            [lists.Formula('=PROPER("lê văn tám")', "Lê Văn Tám"), "50001111", None],
            [lists.Formula("=A1", ""), "50002222", None],
            ['=HYPERLINK("http://x.example")', "50003333", None],
            ["Lê Văn Chín", lists.Formula("=A2", ""), None],
        )
    )
    preview = await previewed(world.signed_in("admin"), world.district.units["post"], content)
    assert deeds(preview) == [
        (2, "add", "Lê Văn Tám", "50001111", "official"),
        (5, "add", "Lê Văn Chín", None, "official"),
    ]
    assert cautions(preview) == {
        "name_is_formula": [3],
        "name_unusable": [4],
        "card_is_formula": [5],
    }


async def test_one_sheet_is_read_and_the_others_are_named(world: World) -> None:
    content = lists.workbook(
        rows_of(["Lê Văn Tám", None, None]), sheet="Đảng viên", others=["Tổng hợp"]
    )
    admin, post = world.signed_in("admin"), world.district.units["post"]
    preview = await previewed(admin, post, content)
    assert (preview["file"]["sheet"], preview["file"]["other_sheets"]) == (
        "Đảng viên",
        ["Tổng hợp"],
    )
    assert cautions(preview) == {"other_sheets": []}
    unknown = await send(admin, post, content, sheet="Không có")
    assert (unknown.json()["code"], "Đảng viên" in unknown.json()["detail"]) == (
        "sheet_unknown",
        True,
    )


async def exclude(client: httpx.AsyncClient, world: World, content: bytes, **form: str) -> Answer:
    return await client.post(
        f"/conferences/{world.district.conference_id}/exclusions/import",
        files={"file": ("phu-luc.xlsx", content, "application/octet-stream")},
        data={"document_number": "43-KH/HU", **form},
    )


EXCLUDED: list[list[Any]] = [
    ["STT", "Họ và tên", "Đơn vị", "Số thẻ"],
    [1, "Nguyễn Thị Hoa", None, 10004821],
    [2, "ĐIỂU MINH", "Văn phòng Huyện ủy", None],
    [3, "Điểu Khánh", "Chi bộ thôn 3", None],
    [4, "Không Ai Cả", "Chi bộ thôn 3", None],
]


async def test_an_exclusion_file_shows_whom_each_row_means_before_it_is_listed(
    world: World,
) -> None:
    staff, content = world.signed_in("admin"), lists.workbook(EXCLUDED)
    preview = (await exclude(staff, world, content)).json()
    assert [each["doubt"] for each in preview["rows"]] == [
        None, None if preview["rows"][1]["member_id"] else "unit_unclear", "several", "nobody",
    ]  # fmt: skip
    assert preview["added_count"] == 0
    path = f"/conferences/{world.district.conference_id}/exclusions"
    assert (await staff.get(path)).json()["items"] == []
    done = await exclude(staff, world, content, dry_run="false")
    assert (done.status_code, done.json()["added_count"]) == (201, 4)
    assert len((await staff.get(path)).json()["items"]) == 4
    again = await exclude(staff, world, content, dry_run="false")
    assert again.json()["added_count"] == 0


async def test_an_exclusion_file_may_hold_card_numbers_alone(world: World) -> None:
    content = lists.delimited([["Số thẻ"], ["10004821"], ["10003377"]])
    answer = (await exclude(world.signed_in("admin"), world, content)).json()
    assert [each["member_id"] for each in answer["rows"]] == [
        str(world.district.people[name].id) for name in ("hoa", "binh")
    ]


@pytest.mark.parametrize(
    ("who", "status"),
    [(None, 401), ("admin", 200), ("bithu-bom-bo", 403), ("thuong-truc", 403), ("van-phong", 403)],
)
async def test_only_who_plans_a_conference_imports_its_exclusions(
    world: World, who: str | None, status: int
) -> None:
    client = world.client() if who is None else world.signed_in(who)
    assert (await exclude(client, world, lists.workbook(EXCLUDED))).status_code == status
