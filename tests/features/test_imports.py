"""Members from the files that offices have: previewed, and taken over exactly so."""

import asyncio

import pytest
from sqlalchemy import select

from api.tables.events import Event
from api.tables.members import Member
from tests import lists
from tests.importing import cautions, deeds, previewed, rows_of, send
from tests.world import World


async def members(world: World, unit: str) -> list[tuple[str, str | None, str]]:
    """List a unit's members as the database has them."""
    async with world.database.read() as db:
        query = select(Member).where(Member.unit_id == world.district.units[unit])
        found = (await db.execute(query.order_by(Member.sort_key, Member.card_number))).scalars()
        return [(each.full_name, each.card_number, each.status.value) for each in found]


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


async def test_the_history_of_an_imported_member_begins_with_who_imported_him(
    world: World,
) -> None:
    secretary, post = world.signed_in("bithu-buu-dien"), world.district.units["post"]
    content = lists.workbook(rows_of(["Lê Văn An", "50001111", ""]))
    preview = await previewed(secretary, post, content)
    done = await send(secretary, post, content, dry_run="false", preview_id=preview["preview_id"])
    assert done.status_code == 201, done.text
    listed = (await secretary.get(f"/units/{post}/members", params={"q": "le van an"})).json()
    path = f"/members/{listed['items'][0]['id']}/history"
    (told,) = (await secretary.get(path)).json()["items"]
    assert (told["act"], told["actor_name"]) == ("member.added", "bithu-buu-dien")
    assert told["changes"]["card_number"] == {"before": None, "after": "50001111"}
