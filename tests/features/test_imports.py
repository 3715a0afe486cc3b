"""Members from the files that offices have: previewed, and taken over exactly so."""

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api.tables.events import Event
from api.tables.members import Member
from tests import lists
from tests.world import Answer, World

HEADER = ["STT", "Họ và tên", "Số thẻ", "Ghi chú"]


def rows_of(*people: list[Any]) -> list[list[Any]]:
    """Write a plain list: numbered from 1, under its header."""
    return [HEADER, *([number, *person] for number, person in enumerate(people, start=1))]


async def send(
    client: httpx.AsyncClient, unit: UUID, content: bytes, *, key: str | None = None, **form: str
) -> Answer:
    """Send a file as people's tools do."""
    headers = {"Idempotency-Key": key} if key else {}
    return await client.post(
        f"/units/{unit}/members/import",
        files={"file": ("danh-sach.xlsx", content, "application/octet-stream")},
        data=form,
        headers=headers,
    )


async def previewed(
    client: httpx.AsyncClient, unit: UUID, content: bytes, **form: str
) -> dict[str, Any]:
    """Ask for a preview that is answered."""
    answer = await send(client, unit, content, **form)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def members(world: World, unit: str) -> list[tuple[str, str | None, str]]:
    """List a unit's members as the database has them."""
    async with world.database.read() as db:
        query = select(Member).where(Member.unit_id == world.district.units[unit])
        found = (await db.execute(query.order_by(Member.sort_key, Member.card_number))).scalars()
        return [(each.full_name, each.card_number, each.status.value) for each in found]


def deeds(preview: dict[str, Any]) -> list[tuple[int, str, str, str | None, str]]:
    return [
        (each["row"], each["action"], after["full_name"], after["card_number"], after["status"])
        for each in preview["items"]
        for after in [each["after"]]
    ]


def cautions(preview: dict[str, Any]) -> dict[str, list[int]]:
    return {each["code"]: each["rows"] for each in preview["warnings"]}


async def test_a_vntime_list_with_homonyms_and_a_lost_zero_is_imported_as_previewed(
    world: World,
) -> None:
    secretary, post = world.signed_in("bithu-buu-dien"), world.district.units["post"]
    content = lists.workbook(
        lists.cells(
            rows_of(
                ["Nguyễn Thị Hạnh", "50001111", ""],
                ["Nguyễn Thị Hạnh", 5002222, "dự bị"],
                ["Đinh Công Sơn", 10002468, "miễn sinh hoạt"],
            ),
            lists.tcvn3,
        ),
        font=".VnTime",
    )
    preview = await previewed(secretary, post, content)
    assert preview["file"]["encodings"] == ["tcvn3"]
    expected = [
        (2, "add", "Nguyễn Thị Hạnh", "50001111", "official"),
        (3, "add", "Nguyễn Thị Hạnh", "05002222", "probationary"),
        (4, "change", "Đinh Công Sơn", "10002468", "exempt"),
    ]
    assert deeds(preview) == expected
    assert cautions(preview) == {
        "encoding_converted": [],
        "card_zero_restored": [3],
        "namesakes": [2, 3],
    }
    assert await members(world, "post") == [("Đinh Công Sơn", "10002468", "official")]
    done = await send(secretary, post, content, dry_run="false", preview_id=preview["preview_id"])
    assert done.status_code == 201, done.text
    assert done.json()["counts"] == preview["counts"]
    assert await members(world, "post") == [
        ("Nguyễn Thị Hạnh", "05002222", "probationary"),
        ("Nguyễn Thị Hạnh", "50001111", "official"),
        ("Đinh Công Sơn", "10002468", "exempt"),
    ]
    again = await previewed(secretary, post, content)
    assert [each["action"] for each in again["items"]] == ["leave"] * 3


async def test_a_communes_list_names_its_cells_in_rows_of_their_own(world: World) -> None:
    secretary, commune = world.signed_in("bithu-bom-bo"), world.district.units["bom_bo"]
    content = lists.workbook(
        [
            ["ĐẢNG BỘ XÃ BOM BO", None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
            ["DANH SÁCH ĐẢNG VIÊN"],
            [],
            ["STT", "Họ và tên", None, "Ngày vào Đảng", None, "Số thẻ", "Ghi chú"],
            [None, None, None, "Dự bị", "Chính thức", None, None],
            [1, 2, None, 3, 4, 5, 6],
            ["I. Chi bộ thôn 3 (4 đảng viên)"],
            [1, "Điểu", "Khánh", 35829, 1999, 10005005, None],
            [2, "THỊ", "MAI", None, None, "10006006", "giảm công tác"],
            [3, "K'", "Brốp", "03/12/2021", None, None, None],
            [4, "Trần Văn", "Bảy", None, None, None, "ĐV 213"],
            ["Cộng: 4"],
            ["II. Trường THCS Hoa Ban"],
            [1, "Vũ Thị", "Lan", None, None, None, None],
            ["III. Chi bộ thôn 9"],
            [1, "Ai", "Đó", None, None, None, None],
            [None, None, None, None, "Bom Bo, ngày 05 tháng 3 năm 2022"],
            [None, None, None, None, "T/M CHI BỘ"],
            [None, "Nguyễn Văn Ký"],
        ],
        merged=[(3, 1, 4, 2), (3, 3, 3, 4), (6, 0, 6, 6), (12, 0, 12, 6)],
    )
    preview = await previewed(secretary, commune, content, scope="tree")
    assert deeds(preview) == [
        (8, "leave", "Điểu Khánh", "10005005", "official"),
        (9, "change", "Thị Mai", "10006006", "reduced"),
        (10, "add", "K' Brốp", None, "probationary"),
        (14, "leave", "Vũ Thị Lan", "10009090", "official"),
    ]
    assert cautions(preview) == {
        "name_recased": [9],
        "residence_only": [11],
        "unit_unknown": [16],
    }
    assert preview["counts"] == {"add": 1, "change": 1, "leave": 2, "skipped": 2, "unlisted": 1}
    assert [each["card_number"] for each in preview["unlisted"]] == ["10007007"]
    assert preview["items"][1]["before"]["status"] == "official"
    done = await send(
        secretary,
        commune,
        content,
        scope="tree",
        dry_run="false",
        preview_id=preview["preview_id"],
    )
    assert done.status_code == 201, done.text
    assert ("K' Brốp", None, "probationary") in await members(world, "village")
    assert ("Điểu Khánh", "10007007", "official") in await members(world, "village")


async def test_only_name_card_unit_and_status_are_taken_of_mau_7(world: World) -> None:
    header = [
        "STT", "Họ và tên khai sinh; ngày sinh", "Giới tính, dân tộc, tôn giáo", "Quê quán",
        "Trình độ", "Nghề nghiệp, nơi công tác", "Ngày vào Đảng; ngày chính thức",
        "Số thẻ đảng viên/Số lý lịch", "Số CCCD", "Điện thoại", "Nơi cư trú", "Họ tên cha", "Khen",
        "Ghi chú",
    ]  # fmt: skip
    secret = ["S'tiêng, Tin lành", "Quê riêng", "12/12", "Nông", "19/05/1998\n19/05/1999"]
    person = [
        1, "Lý Văn Tám\n12/03/1975", *secret, "50.012345\n123456", "070075001234", "0912345678",
        "Thôn kín", "Lý Văn Cha", "Huy hiệu", "ghi chú riêng",
    ]  # fmt: skip
    content = lists.workbook([header, [f"({n})" for n in range(1, 15)], person])
    admin, post = world.signed_in("admin"), world.district.units["post"]
    preview = await previewed(admin, post, content)
    assert deeds(preview) == [(3, "add", "Lý Văn Tám", "50012345", "official")]
    assert preview["file"]["dropped_columns"] == [
        header[at] for at in (2, 3, 4, 5, 8, 9, 10, 11, 12)
    ]
    answer = await send(
        admin, post, content, dry_run="false", preview_id=preview["preview_id"], key="mau-7-lan-1"
    )
    async with world.database.read() as db:
        kept = [str(each.detail) for each in (await db.scalars(select(Event))).all()]
    for word in ("S'tiêng", "Quê riêng", "070075001234", "0912345678", "Thôn kín", "Cha", "riêng"):
        assert word not in "".join(str(each) for each in preview["items"])
        assert word not in answer.text + "".join(kept)


@pytest.mark.parametrize("by", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "cp1258", "tcvn3", "vni"])
async def test_a_csv_is_read_whatever_excel_made_of_it(
    world: World, by: str, encoding: str
) -> None:
    rows = rows_of(["Nguyễn Hữu Phước", "50001111", "dự bị"], ["Lê Ứng Hoà", "50002222", ""])
    if encoding in ("tcvn3", "vni"):
        encoder = lists.tcvn3 if encoding == "tcvn3" else lists.vni
        content = lists.delimited(lists.cells(rows, encoder), by=by, encoding="latin-1")
    elif encoding == "cp1258":
        content = lists.delimited(lists.cells(rows, lists.cp1258), by=by, encoding="cp1258")
    else:
        content = lists.delimited(rows, by=by, encoding=encoding)
    preview = await previewed(world.signed_in("admin"), world.district.units["post"], content)
    assert deeds(preview) == [
        (2, "add", "Nguyễn Hữu Phước", "50001111", "probationary"),
        (3, "add", "Lê Ứng Hoà", "50002222", "official"),
    ]


async def test_a_preview_says_more_than_it_keeps(world: World) -> None:
    before = await world.count(Member)
    content = lists.workbook(rows_of(["Nguyễn Văn Mới", None, None]))
    await previewed(world.signed_in("bithu-buu-dien"), world.district.units["post"], content)
    assert await world.count(Member) == before
    async with world.database.read() as db:
        (read,) = (await db.scalars(select(Event).where(Event.act == "members.read"))).all()
    assert (read.subject_id, read.detail) == (
        world.district.units["post"],
        {"count": 1, "list": "importMembers"},
    )


async def test_an_import_is_told_in_the_audit_trail(world: World) -> None:
    secretary, post = world.signed_in("bithu-buu-dien"), world.district.units["post"]
    content = lists.workbook(
        rows_of(["Nguyễn Văn Mới", None, None], ["Đinh Công Sơn", None, "dự bị"])
    )
    preview = await previewed(secretary, post, content)
    await send(secretary, post, content, dry_run="false", preview_id=preview["preview_id"])
    async with world.database.read() as db:
        query = select(Event).where(Event.act.in_(("members.imported", "member.changed")))
        told = {each.act: each for each in (await db.scalars(query)).all()}
    assert told["members.imported"].detail == {
        "add": 1, "change": 1, "leave": 0, "skipped": 0, "unlisted": 0, "scope": "unit",
    }  # fmt: skip
    assert told["member.changed"].detail["changes"] == {
        "status": {"before": "official", "after": "probationary"}
    }


async def test_a_run_without_its_preview_changes_nothing(world: World) -> None:
    admin, post = world.signed_in("admin"), world.district.units["post"]
    content = lists.workbook(rows_of(["Nguyễn Văn Mới", None, None]))
    other = lists.workbook(rows_of(["Nguyễn Văn Khác", None, None]))
    preview_id = (await previewed(admin, post, content))["preview_id"]
    missing = await send(admin, post, content, dry_run="false")
    assert (missing.status_code, missing.json()["code"]) == (422, "preview_required")
    changed = await send(admin, post, other, dry_run="false", preview_id=preview_id)
    assert (changed.status_code, changed.json()["code"]) == (409, "preview_outdated")
    elsewhere = world.district.units["office"]
    moved = await send(admin, elsewhere, content, dry_run="false", preview_id=preview_id)
    assert moved.status_code == 409
    assert len(await members(world, "post")) == 1


async def test_a_member_who_changed_since_the_preview_makes_it_outdated(world: World) -> None:
    admin, post = world.signed_in("admin"), world.district.units["post"]
    first = lists.workbook(rows_of(["Đinh Công Sơn", None, "dự bị"]))
    second = lists.workbook(rows_of(["Đinh Công Sơn", None, "miễn công tác"]))
    old = (await previewed(admin, post, first))["preview_id"]
    new = (await previewed(admin, post, second))["preview_id"]
    assert (await send(admin, post, second, dry_run="false", preview_id=new)).status_code == 201
    outdated = await send(admin, post, first, dry_run="false", preview_id=old)
    assert outdated.json()["code"] == "preview_outdated"
    assert await members(world, "post") == [("Đinh Công Sơn", "10002468", "exempt")]


async def test_two_who_press_import_at_once_import_once(world: World) -> None:
    admin, post = world.signed_in("admin"), world.district.units["post"]
    content = lists.workbook(rows_of(*([f"Nguyễn Văn {name}", None, None] for name in "ABCD")))
    preview_id = (await previewed(admin, post, content))["preview_id"]
    answers = await asyncio.gather(
        *(send(admin, post, content, dry_run="false", preview_id=preview_id) for _ in range(3))
    )
    assert sorted(each.status_code for each in answers) == [201, 409, 409]
    assert len(await members(world, "post")) == 5


async def test_a_lost_answer_is_given_again_under_its_key(world: World) -> None:
    admin, post = world.signed_in("admin"), world.district.units["post"]
    content = lists.workbook(rows_of(["Nguyễn Văn Mới", None, None]))
    preview_id = (await previewed(admin, post, content))["preview_id"]
    form = {"dry_run": "false", "preview_id": preview_id}
    first = await send(admin, post, content, key="nhap-buu-dien", **form)
    second = await send(admin, post, content, key="nhap-buu-dien", **form)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert len(await members(world, "post")) == 2


@pytest.mark.parametrize(
    ("who", "unit", "status"),
    [
        (None, "post", 401),
        ("admin", "post", 200),
        ("bithu-buu-dien", "post", 200),
        ("bithu-bom-bo", "village", 200),
        ("bithu-bom-bo", "post", 404),
        ("bithu-van-phong", "post", 404),
        ("thuong-truc", "post", 403),
        ("van-phong", "post", 403),
        ("truc-bom-bo", "village", 403),
    ],
)
async def test_only_who_manages_a_units_members_imports_them(
    world: World, who: str | None, unit: str, status: int
) -> None:
    client = world.client() if who is None else world.signed_in(who)
    content = lists.workbook(rows_of(["Nguyễn Văn Mới", None, None]))
    answer = await send(client, world.district.units[unit], content)
    assert answer.status_code == status
    if status != 200:
        assert "Sơn" not in answer.text


async def test_a_secretary_learns_nothing_of_cards_in_other_units(world: World) -> None:
    content = lists.workbook(rows_of(["Nguyễn Văn Mới", "10004821", None]))
    post = world.district.units["post"]
    own = await previewed(world.signed_in("bithu-buu-dien"), post, content)
    assert (cautions(own), own["counts"]["add"]) == ({}, 1)
    above = await previewed(world.signed_in("admin"), post, content)
    assert cautions(above) == {"card_elsewhere": [2]}
    assert "Chi bộ Văn phòng Huyện ủy" in above["warnings"][0]["text"]
    assert above["counts"]["add"] == 0


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


async def test_formulas_are_read_as_excel_last_showed_them_and_never_computed(
    world: World,
) -> None:
    content = lists.workbook(
        rows_of(
            [lists.Formula('=PROPER("lê văn tám")', "Lê Văn Tám"), "50001111", None],
            [lists.Formula("=A1", ""), "50002222", None],
            ['=HYPERLINK("http://x.example")', "50003333", None],
        )
    )
    preview = await previewed(world.signed_in("admin"), world.district.units["post"], content)
    assert deeds(preview) == [(2, "add", "Lê Văn Tám", "50001111", "official")]
    assert cautions(preview) == {"name_is_formula": [3], "name_unusable": [4]}


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


async def test_rows_of_another_unit_are_not_taken_into_this_one(world: World) -> None:
    content = lists.workbook(
        [
            ["Họ và tên", "Chi bộ", "Số thẻ"],
            ["Lê Văn Tám", "Bưu điện", None],
            ["Lê Văn Chín", "Chi bộ thôn 3", None],
            ["Lê Văn Mười", "Tổ đảng 2", None],
        ]
    )
    preview = await previewed(world.signed_in("admin"), world.district.units["post"], content)
    assert [each["row"] for each in preview["items"]] == [2, 4]
    assert cautions(preview) == {"unit_other": [3]}


async def test_warnings_are_said_in_the_readers_language(world: World) -> None:
    admin = world.signed_in("admin")
    admin.headers["Accept-Language"] = "en"
    content = lists.workbook(rows_of(["Lê Văn Tám", 5001234, None]))
    preview = await previewed(admin, world.district.units["post"], content)
    (warning,) = preview["warnings"]
    assert warning["text"] == ("The card number had lost its leading zero; it is read as 05001234.")


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
