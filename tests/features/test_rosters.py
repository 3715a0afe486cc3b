"""Rosters: permanent row numbers, and who may read whose names."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from api.access import actions as access
from api.tables.conferences import Exclusion
from api.tables.events import Event
from api.words import MemberStatus, Role
from tests.printed import (
    allocate,
    change,
    code_of,
    join,
    read_list,
    rows,
    session_path,
    unit_path,
    workbook,
)
from tests.world import World


async def test_the_first_list_of_a_unit_numbers_its_members_in_ten_order(world: World) -> None:
    page = await read_list(world, unit_path(world, "office"), who="bithu-van-phong")
    assert rows(page) == [
        (1, "Trần Văn Bình", False),
        (2, "Lê Thị Hoa", False),
        (3, "Nguyễn Thị Hoa", False),
        (4, "Điểu Minh", False),
    ]
    assert page["latest_print"] is None


async def test_a_newcomer_gets_the_next_number_and_who_leaves_stays_struck_through(
    world: World,
) -> None:
    path = unit_path(world, "office")
    await read_list(world, path)
    await join(world, "office", "Lý A Anh")
    await change(world, "le_hoa", status=MemberStatus.LEFT)
    await change(world, "minh", unit_id=world.district.units["post"])
    page = await read_list(world, path)
    assert rows(page) == [
        (1, "Trần Văn Bình", False),
        (2, "Lê Thị Hoa", True),
        (3, "Nguyễn Thị Hoa", False),
        (4, "Điểu Minh", True),
        (5, "Lý A Anh", False),
    ]
    assert [each["marks"] for each in page["items"]] == [[], ["left"], [], ["transferred"], []]
    elsewhere = await read_list(world, unit_path(world, "post"))
    assert rows(elsewhere) == [(1, "Điểu Minh", False), (2, "Đinh Công Sơn", False)]


async def test_who_stays_elsewhere_for_a_while_comes_back_to_his_old_number(world: World) -> None:
    office, post = unit_path(world, "office"), unit_path(world, "post")
    await read_list(world, office)
    until = world.clock().date()
    stay = {"temporary_unit_id": world.district.units["post"], "temporary_until": until}
    await change(world, "binh", **stay)
    assert rows(await read_list(world, office))[0] == (1, "Trần Văn Bình", True)
    there = (await read_list(world, post))["items"]
    assert ("Trần Văn Bình", ["stays_here"]) in [
        (each["full_name"], each["marks"]) for each in there
    ]
    world.clock.move(hours=24)
    assert rows(await read_list(world, office))[0] == (1, "Trần Văn Bình", False)
    struck = [each["is_struck"] for each in (await read_list(world, post))["items"]]
    assert sorted(struck) == [False, True]


async def test_exempt_and_excluded_members_are_on_the_list_and_marked(world: World) -> None:
    await change(world, "binh", status=MemberStatus.EXEMPT)
    exclusion = {
        "id": UUID(int=7),
        "conference_id": world.district.conference_id,
        "document_number": "43-KH/HU",
        "member_id": world.district.people["hoa"].id,
        "created_at": world.clock(),
    }
    async with world.database.write() as db:
        await db.execute(insert(Exclusion), exclusion)
    page = await read_list(world, unit_path(world, "office"))
    marks = {each["full_name"]: each["marks"] for each in page["items"]}
    assert (marks["Trần Văn Bình"], marks["Nguyễn Thị Hoa"]) == (["exempt"], ["excluded"])


async def test_a_class_list_has_whom_the_class_expects_under_their_numbers(world: World) -> None:
    await allocate(world, "hall", "hoa", "tuan")
    await allocate(world, "hall", "binh", session="line_2")
    await allocate(world, "commune", "mai")
    page = await read_list(world, session_path(world))
    assert [
        (each["unit_name"], *row) for each, row in zip(page["items"], rows(page), strict=True)
    ] == [
        ("Chi bộ Ban Tuyên giáo", 1, "Phạm Quốc Tuấn", False),
        ("Chi bộ thôn 3 – Đảng bộ xã Bom Bo", 3, "Thị Mai", False),
        ("Chi bộ Văn phòng Huyện ủy", 3, "Nguyễn Thị Hoa", False),
    ]
    hall = await read_list(world, session_path(world), point_id=world.district.points["hall"])
    assert [each["full_name"] for each in hall["items"]] == ["Phạm Quốc Tuấn", "Nguyễn Thị Hoa"]
    office = await read_list(world, session_path(world), unit_id=world.district.units["office"])
    assert rows(office) == [(3, "Nguyễn Thị Hoa", False)]
    whole = await read_list(world, unit_path(world, "office"))
    classes = {each["full_name"]: each["session_id"] for each in whole["items"]}
    assert classes["Trần Văn Bình"] == str(world.district.sessions["line_2"])
    assert classes["Điểu Minh"] is None


async def test_a_transferred_member_is_struck_on_the_old_list_and_stands_on_the_new(
    world: World,
) -> None:
    await allocate(world, "hall", "hoa", "tuan")
    await read_list(world, session_path(world))
    await change(world, "hoa", unit_id=world.district.units["propaganda"])
    page = await read_list(world, session_path(world))
    assert [
        (each["unit_name"], *row) for each, row in zip(page["items"], rows(page), strict=True)
    ] == [
        ("Chi bộ Ban Tuyên giáo", 1, "Phạm Quốc Tuấn", False),
        ("Chi bộ Ban Tuyên giáo", 2, "Nguyễn Thị Hoa", False),
        ("Chi bộ Văn phòng Huyện ủy", 3, "Nguyễn Thị Hoa", True),
    ]


async def test_a_list_is_paged_by_unit_and_number(world: World) -> None:
    everybody = [*world.district.people]
    await allocate(world, "hall", *everybody)
    whole = await read_list(world, session_path(world))
    assert len(whole["items"]) == 10
    found, cursor = [], None
    while True:
        query: dict[str, Any] = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = await read_list(world, session_path(world), **query)
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert found == whole["items"]
    refused = await world.signed_in("admin").get(session_path(world), params={"cursor": "abc"})
    assert refused.json()["code"] == "cursor_invalid"


async def test_card_numbers_are_shown_only_where_asked_and_never_of_who_is_gone(
    world: World,
) -> None:
    path = unit_path(world, "office")
    hidden = await read_list(world, path)
    assert {each["card_number"] for each in hidden["items"]} == {None}
    await change(world, "binh", unit_id=world.district.units["post"])
    shown = await read_list(world, path, with_cards=True)
    cards = {each["full_name"]: each["card_number"] for each in shown["items"]}
    assert (cards["Nguyễn Thị Hoa"], cards["Trần Văn Bình"]) == ("10004821", None)
    printed = await world.signed_in("admin").get(path, params={"format": "xlsx", "with_cards": 1})
    (sheet,) = workbook(printed).worksheets
    text = [str(cell.value) for row in sheet for cell in row]
    assert "10004821" in text
    assert "10003377" not in text


async def test_every_reading_of_names_is_told_by_unit(world: World) -> None:
    await allocate(world, "hall", "hoa", "binh", "tuan")
    await world.signed_in("admin").get(session_path(world), params={"format": "docx"})
    await read_list(world, unit_path(world, "office"), who="bithu-van-phong", limit=2)
    async with world.database.read() as db:
        query = select(Event).where(Event.act.in_(("members.read", "roster.printed")))
        events = (await db.scalars(query.order_by(Event.id))).all()
    told = {
        (each.act, each.subject_id, each.detail.get("list"), each.detail["count"])
        for each in events
    }
    units = world.district.units
    assert told == {
        ("members.read", units["propaganda"], "readSessionRoster", 1),
        ("members.read", units["office"], "readSessionRoster", 2),
        ("roster.printed", world.district.sessions["line_1"], None, 3),
        ("members.read", units["office"], "readUnitRoster", 2),
    }
    assert len(events) == 4
    assert {each.actor_id for each in events} == {
        world.district.accounts["admin"],
        world.district.accounts["bithu-van-phong"],
    }


async def test_a_secretary_gets_only_his_own_units_of_a_point(world: World) -> None:
    await allocate(world, "hall", "hoa", "tuan", "mai")
    query = {"point_id": str(world.district.points["hall"])}
    office = await read_list(world, session_path(world), who="bithu-van-phong", **query)
    assert [each["full_name"] for each in office["items"]] == ["Nguyễn Thị Hoa"]
    commune = await read_list(world, session_path(world), who="bithu-bom-bo", **query)
    assert [each["full_name"] for each in commune["items"]] == ["Thị Mai"]
    post = await read_list(world, session_path(world), who="bithu-buu-dien", **query)
    assert post["items"] == []


async def test_the_secretary_of_bom_bo_cannot_read_or_print_the_list_of_the_office(
    world: World,
) -> None:
    await allocate(world, "hall", "hoa")
    secretary = world.signed_in("bithu-bom-bo")
    office = {"unit_id": str(world.district.units["office"])}
    for kind in ("json", "xlsx", "docx"):
        answer = await secretary.get(unit_path(world, "office"), params={"format": kind})
        assert answer.status_code == 404
        answer = await secretary.get(session_path(world), params={**office, "format": kind})
        assert answer.status_code == 404
    printed = await world.signed_in("bithu-van-phong").get(
        session_path(world), params={"format": "docx"}
    )
    assert (await secretary.get(f"/roster-prints/{code_of(printed)}")).status_code == 404


@pytest.mark.parametrize("who", ["thuong-truc", "van-phong", "truc-bom-bo"])
async def test_who_reads_only_counts_gets_no_list(world: World, who: str) -> None:
    caller = world.signed_in(who)
    printed = await world.signed_in("admin").get(session_path(world), params={"format": "docx"})
    for path in (
        session_path(world),
        f"{session_path(world)}?format=xlsx",
        unit_path(world, "bom_bo"),
        f"/roster-prints/{code_of(printed)}",
        f"/sessions/{world.district.sessions['line_1']}/signing-sheet",
    ):
        assert (await caller.get(path)).status_code == 403, path


async def test_who_holds_several_units_names_one(world: World) -> None:
    async with world.database.write() as db:
        await access.grant(
            db,
            account_id=world.district.accounts["bithu-bom-bo"],
            unit_id=world.district.units["post"],
            role=Role.SECRETARY,
            at=world.clock(),
        )
    secretary = world.signed_in("bithu-bom-bo")
    refused = await secretary.get(session_path(world))
    assert (refused.status_code, refused.json()["code"]) == (422, "unit_needed")
    one = {"unit_id": str(world.district.units["post"])}
    assert (await secretary.get(session_path(world), params=one)).status_code == 200


async def test_a_guest_who_went_home_is_not_said_to_be_transferred(world: World) -> None:
    secretary, path = world.signed_in("admin"), unit_path(world, "office")
    mai = f"/members/{world.district.people['mai'].id}"
    stay = {"unit_id": str(world.district.units["office"]), "kind": "temporary"}
    assert (await secretary.post(f"{mai}/transfer", json=stay)).status_code == 200
    await read_list(world, path)
    world.clock.move(minutes=1)
    assert (await secretary.post(f"{mai}/return")).status_code == 200
    page = await read_list(world, path)
    marks = {each["full_name"]: each["marks"] for each in page["items"]}
    assert marks["Thị Mai"] == ["went_home"]
    printed = await secretary.get(path, params={"format": "xlsx"})
    (sheet,) = workbook(printed).worksheets
    assert "đã về nơi cũ" in [cell.value for row in sheet for cell in row]


async def test_cells_of_several_communes_are_shown_with_their_commune(world: World) -> None:
    await allocate(world, "hall", "hoa", "mai")
    page = await read_list(world, session_path(world))
    assert {each["unit_name"] for each in page["items"]} == {
        "Chi bộ thôn 3 – Đảng bộ xã Bom Bo",
        "Chi bộ Văn phòng Huyện ủy",
    }
    first = await read_list(world, session_path(world), limit=1)
    assert first["items"] == page["items"][:1]
    own = await read_list(world, session_path(world), who="bithu-bom-bo")
    assert {each["unit_name"] for each in own["items"]} == {"Chi bộ thôn 3"}
