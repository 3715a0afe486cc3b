"""Reading units, members, conferences, points and sessions: whole lists, and only what is one's."""

import base64
import json
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest

from api.events import SYSTEM
from api.members.actions import NewMember, add_members
from api.sessions.actions import add_session
from api.sessions.schemas import NewSession
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import Form, UnitKind
from tests.world import World

NOBODYS = "01980000-0000-7000-8000-000000000000"

NAMES = [
    name.strip()
    for name in """
    Điểu An|Nguyễn Thị An|Trần Ân|Lê Thị Bình|Nguyễn Văn Bình|Lê Cường|Hoàng Dũng|Nguyễn Văn Dũng
    Điểu Đạt|K' Hà|Nguyễn Thị Hạnh|Lê Thị Hiền|Thị Hoa|Trần Thị Hoa|Vũ Hòa|Trần Thị Hồng
    Nông Văn Hùng|Trần Hùng|Nguyễn Lan|Vũ Lân|Thị Mai|Đặng Minh|Điểu Ông|Bùi Ớt|Đỗ Quý|Lý Sáng
    Lê Tâm|Phạm Tấm|Nguyễn Thu|Nguyễn Thư|Phạm Tuấn|Hà Ước|Đinh Xuân|Lê Yến
    """.replace("\n", "|").split("|")
    if name.strip()
]
"""In Vietnamese order: tên, then họ, then đệm; ă â after a, đ after d, ô ơ after o, tones last."""

VILLAGES = [f"Chi bộ thôn {number}" for number in range(1, 14)]


def _cursor(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).rstrip(b"=").decode()


async def _all(client: httpx.AsyncClient, path: str, *, limit: int, **query: str) -> list[Any]:
    """Follow a list to its end; every page but the last is full."""
    items: list[Any] = []
    cursor: str | None = None
    for _ in range(200):
        params = {**query, "limit": str(limit)} | ({"cursor": cursor} if cursor else {})
        page = (await client.get(path, params=params)).json()
        items += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return items
        assert len(page["items"]) == limit
    raise AssertionError(f"{path} does not end")


async def _fill_the_post_office(world: World) -> str:
    """Give Chi bộ Bưu điện many members, and Đảng bộ xã Bom Bo many villages, out of order."""
    async with world.database.write() as db:
        post = await db.get_one(Unit, world.district.units["post"])
        commune = await db.get_one(Unit, world.district.units["bom_bo"])
        new = [NewMember(name) for name in sorted(NAMES, key=lambda name: name[::-1])]
        # Homonyms are different persons, and a page may end between them.
        await add_members(db, SYSTEM, post, new + [NewMember("Thị Mai")] * 5, at=world.clock())
        for name in sorted(VILLAGES):
            await add_unit(
                db,
                SYSTEM,
                name=name,
                kind=UnitKind.CELL,
                parent=commune,
                bloc=None,
                valid_from=world.clock().date(),
                at=world.clock(),
            )
    return f"/units/{post.id}/members"


# ---------------------------------------------------------------------------------- paging


@pytest.mark.parametrize("limit", [1, 7, 100])
async def test_members_come_page_by_page_without_holes_or_doubles(world: World, limit: int) -> None:
    path = await _fill_the_post_office(world)
    members = await _all(world.signed_in("admin"), path, limit=limit)
    expected = [*NAMES, "Đinh Công Sơn", *["Thị Mai"] * 5]
    assert len({each["id"] for each in members}) == len(members) == len(expected)
    in_order = list(NAMES)
    in_order[in_order.index("Thị Mai") : in_order.index("Thị Mai")] = ["Thị Mai"] * 5
    in_order.insert(in_order.index("Lê Tâm"), "Đinh Công Sơn")
    assert [each["full_name"] for each in members] == in_order


async def test_units_come_in_vietnamese_order_with_numbers_by_their_value(world: World) -> None:
    await _fill_the_post_office(world)
    parent = str(world.district.units["bom_bo"])
    units = await _all(world.signed_in("admin"), "/units", limit=4, parent_id=parent)
    names = [each["name"] for each in units]
    assert names == [*VILLAGES[:2], "Chi bộ thôn 3", *VILLAGES[2:], "Chi bộ Trường THCS Hoa Ban"]


async def test_every_list_ends_and_holds_each_thing_once(world: World) -> None:
    admin, district = world.signed_in("admin"), world.district
    conference = str(district.conference_id)
    session = district.sessions["meet_1"]
    lists: dict[str, set[UUID]] = {
        "/units": set(district.units.values()),
        "/conferences": {district.conference_id},
        f"/conferences/{conference}/points": set(district.points.values()),
        "/sessions": set(district.sessions.values()),
    }
    for path, expected in lists.items():
        for limit in (1, 2, 100):
            found = [UUID(each["id"]) for each in await _all(admin, path, limit=limit)]
            assert len(found) == len(expected), f"{path} by {limit}"
            assert set(found) == expected, f"{path} by {limit}"
    points = await _all(admin, f"/sessions/{session}/points", limit=1)
    assert [each["point"]["name"] for each in points] == [
        "Phòng họp Ban Tuyên giáo",
        "Hội trường Bưu điện",
        "Hội trường Trường THCS Hoa Ban",
    ]


async def test_sessions_come_by_form_and_number(world: World) -> None:
    async with world.database.write() as db:
        for ordinal in (12, 3, 10):
            new = NewSession(
                conference_id=world.district.conference_id,
                form=Form.LINE,
                ordinal=ordinal,
                title=f"Lớp {ordinal}",
            )
            await add_session(db, SYSTEM, new, at=world.clock())
    conference = str(world.district.conference_id)
    admin = world.signed_in("admin")
    sessions = await _all(admin, "/sessions", limit=2, conference_id=conference)
    assert [(each["form"], each["ordinal"]) for each in sessions] == [
        *(("line", ordinal) for ordinal in (1, 2, 3, 10, 12)),
        ("meet", 1),
    ]
    assert await _all(admin, "/sessions", limit=2, conference_id=NOBODYS) == []


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "%%%",
        "AA==",
        _cursor(),
        _cursor("a"),
        _cursor("a", "b"),
        _cursor("\0", NOBODYS),
        _cursor("\ud800", NOBODYS),
        _cursor(NOBODYS, "line", "9" * 40),
        _cursor(NOBODYS, "line", "-1"),
        _cursor(NOBODYS, "line", str(2**31)),
        _cursor(NOBODYS, "path", "1"),
        _cursor("9" * 40),
        _cursor(str(2**31)),
        _cursor(1, 2, 3),
        _cursor({"a": 1}),
        _cursor("a", NOBODYS, "more"),
    ],
)
async def test_a_cursor_that_is_none_of_ours_is_refused(world: World, cursor: str) -> None:
    district = world.district
    for path in (
        "/units",
        f"/units/{district.units['office']}/members",
        "/conferences",
        f"/conferences/{district.conference_id}/points",
        "/sessions",
        f"/sessions/{district.sessions['line_1']}/points",
        "/attendance",
    ):
        query = {"session_id": str(district.sessions["line_1"])} if path == "/attendance" else {}
        answer = await world.signed_in("admin").get(path, params={**query, "cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (422, "cursor_invalid"), path


@pytest.mark.parametrize("limit", ["0", "101", "-1", "many"])
async def test_a_page_has_one_to_a_hundred_rows(world: World, limit: str) -> None:
    answer = await world.signed_in("admin").get("/units", params={"limit": limit})
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")


# ---------------------------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hoa", ["Lê Thị Hoa", "Nguyễn Thị Hoa"]),
        ("HOÀ", ["Lê Thị Hoa", "Nguyễn Thị Hoa"]),
        ("thi hoa", ["Lê Thị Hoa", "Nguyễn Thị Hoa"]),
        ("nguyen hoa", ["Nguyễn Thị Hoa"]),
        ("oa", []),
        ("Điểu", ["Điểu Minh"]),
        ("dieu", ["Điểu Minh"]),
        ("h%a", []),
        ("h_a", []),
        ("%", []),
        ("không có ai", []),
    ],
)
async def test_names_are_found_without_marks(world: World, typed: str, found: list[str]) -> None:
    path = f"/units/{world.district.units['office']}/members"
    page = (await world.signed_in("admin").get(path, params={"q": typed})).json()
    assert [each["full_name"] for each in page["items"]] == found


async def test_units_are_found_without_marks(world: World) -> None:
    admin = world.signed_in("admin")
    for typed in ("buu dien", "Bưu Điện", "BUU"):
        page = (await admin.get("/units", params={"q": typed})).json()
        assert [each["name"] for each in page["items"]] == ["Chi bộ Bưu điện"], typed
    nothing = (await admin.get("/units", params={"q": "..."})).json()["items"]
    assert nothing == [], "what has no letter and no digit finds nothing"


# ----------------------------------------------------------------------- conditional requests


async def test_what_the_reader_holds_is_not_sent_again(world: World) -> None:
    admin, district = world.signed_in("admin"), world.district
    session = district.sessions["line_1"]
    for path in (
        f"/units/{district.units['office']}",
        f"/members/{district.people['hoa'].id}",
        f"/conferences/{district.conference_id}",
        f"/points/{district.points['hall']}",
        f"/sessions/{session}",
        f"/sessions/{session}/live",
    ):
        first = await admin.get(path)
        etag = first.headers["etag"]
        assert first.headers["cache-control"] == "private, no-cache"
        for held in (etag, f"W/{etag}", f'"other", {etag}', "*"):
            again = await admin.get(path, headers={"If-None-Match": held})
            assert (again.status_code, again.content) == (304, b""), path
            assert again.headers["etag"] == etag
        assert (await admin.get(path, headers={"If-None-Match": '"other"'})).status_code == 200


async def test_what_has_changed_is_sent_again(world: World) -> None:
    admin = world.signed_in("admin")
    path = f"/sessions/{world.district.sessions['line_1']}"
    held = (await admin.get(path)).headers["etag"]
    await world.open()
    answer = await admin.get(path, headers={"If-None-Match": held})
    assert (answer.status_code, answer.json()["state"]) == (200, "open")


# ------------------------------------------------------------------------------------ scope


async def test_what_is_not_there_and_what_is_not_yours_are_one_answer(world: World) -> None:
    secretary, district = world.signed_in("bithu-buu-dien"), world.district
    for path in (
        f"/units/{district.units['office']}",
        f"/units/{district.units['district']}",
        f"/units/{district.units['office']}/members",
        f"/members/{district.people['hoa'].id}",
    ):
        not_yours = await secretary.get(path)
        not_there = await secretary.get(path[: path.index("/", 1)] + f"/{NOBODYS}")
        assert not_yours.status_code == not_there.status_code == 404
        assert not_yours.json() == not_there.json()


@pytest.mark.parametrize("path", ["/units", "/members", "/conferences", "/points", "/sessions"])
async def test_what_nobody_has_is_not_found(world: World, path: str) -> None:
    answer = await world.signed_in("admin").get(f"{path}/{NOBODYS}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_a_secretary_sees_her_units_and_her_members_alone(world: World) -> None:
    secretary, district = world.signed_in("bithu-bom-bo"), world.district
    units = await _all(secretary, "/units", limit=2)
    assert [each["name"] for each in units] == [
        "Chi bộ thôn 3",
        "Chi bộ Trường THCS Hoa Ban",
        "Đảng bộ xã Bom Bo",
    ]
    seen = []
    for unit in units:
        seen += await _all(secretary, f"/units/{unit['id']}/members", limit=50)
    assert {UUID(each["id"]) for each in seen} == {
        district.people[key].id for key in ("khanh", "mai", "other_khanh", "lan")
    }
    for key, person in district.people.items():
        answer = await secretary.get(f"/members/{person.id}")
        mine = key in {"khanh", "mai", "other_khanh", "lan"}
        assert answer.status_code == (200 if mine else 404), key


async def test_a_secretary_reads_the_conference_its_points_and_its_sessions(world: World) -> None:
    secretary = world.signed_in("bithu-bom-bo")
    conference = world.district.conference_id
    assert len(await _all(secretary, "/sessions", limit=50)) == 3
    assert len(await _all(secretary, f"/conferences/{conference}/points", limit=50)) == 5
    (found,) = await _all(secretary, "/conferences", limit=50)
    assert found["title"] == "Hội nghị Thông tin thời sự quý I năm 2022"


async def test_a_point_names_the_units_that_are_expected_there(world: World) -> None:
    point = world.district.points["hall"]
    found = (await world.signed_in("thuong-truc").get(f"/points/{point}")).json()
    names = [each["name"] for each in found["expected_units"]]
    assert names == ["Chi bộ Ban Tuyên giáo", "Chi bộ Văn phòng Huyện ủy"]
    assert (found["is_hub"], found["form"]) == (False, "line")


async def test_a_viewer_reads_counts_and_no_name_of_a_person(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people["hoa"], last4="4821")
    viewer, district = world.signed_in("thuong-truc"), world.district
    session = district.sessions["line_1"]
    live = (await viewer.get(f"/sessions/{session}/live")).json()
    assert (live["present"], live["pending"]) == (1, 0)
    answers = [
        await viewer.get(path)
        for path in (
            "/units",
            f"/units/{district.units['office']}/members",
            f"/members/{district.people['hoa'].id}",
            f"/attendance?session_id={session}",
            f"/sessions/{session}/live",
            f"/sessions/{session}/points",
        )
    ]
    assert [each.status_code for each in answers] == [200, 403, 404, 403, 200, 200]
    for person in district.people.values():
        assert [each.url for each in answers if person.name in each.text] == []


async def test_attendance_is_read_by_those_whose_members_they_are(world: World) -> None:
    session = await world.open()
    screen = await world.screen()
    for key in ("hoa", "binh", "tuan"):
        phone = world.phone()
        await phone.exchange(await screen.typed())
        person = world.district.people[key]
        await phone.name(person, last4=person.last4)
        world.clock.move(seconds=1)
    path, query = "/attendance", {"session_id": str(session)}
    everyone = await _all(world.signed_in("admin"), path, limit=2, **query)
    assert [each["full_name"] for each in everyone] == [
        "Nguyễn Thị Hoa",
        "Trần Văn Bình",
        "Phạm Quốc Tuấn",
    ]
    mine = await _all(world.signed_in("bithu-van-phong"), path, limit=1, **query)
    assert [each["full_name"] for each in mine] == ["Nguyễn Thị Hoa", "Trần Văn Bình"]
    assert await _all(world.signed_in("bithu-buu-dien"), path, limit=1, **query) == []
    unit = str(world.district.units["propaganda"])
    for extra in ({"unit_id": unit}, {"unit_id": unit, "standing": "present", "evidence": "first"}):
        found = await _all(world.signed_in("admin"), path, limit=5, **query, **extra)
        assert [each["full_name"] for each in found] == ["Phạm Quốc Tuấn"]
    found = await _all(world.signed_in("admin"), path, limit=5, **query, standing="pending")
    assert found == []
