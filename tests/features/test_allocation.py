"""Allocation over HTTP: proposed by staff, decided by secretaries, read as numbers and names."""

import asyncio
from typing import Any

import httpx2 as httpx
from sqlalchemy import select, update

from api.events import ALLOCATION_DECIDED
from api.tables.allocation import Allocation
from api.tables.events import Event
from api.tables.members import Member
from api.tables.sessions import Session, SessionPoint
from api.words import MemberStatus, SessionState
from tests import written
from tests.rolling import numbers, roll
from tests.world import World


def _of(world: World, path: str) -> str:
    return f"/conferences/{world.district.conference_id}/allocation{path}"


async def _propose(client: httpx.AsyncClient, world: World, **body: Any) -> dict[str, Any]:
    answer = await client.post(_of(world, "/propose"), json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _board(client: httpx.AsyncClient, world: World) -> dict[str, dict[str, Any]]:
    answer = await client.get(_of(world, ""))
    assert answer.status_code == 200, answer.text
    return {each["unit_name"]: each for each in answer.json()["items"]}


def _numbers(unit: dict[str, Any]) -> list[int]:
    return [each["members"] for each in unit["sessions"]]


async def _seats(client: httpx.AsyncClient, world: World, unit: str) -> dict[str, dict[str, Any]]:
    path = f"/units/{world.district.units[unit]}/allocation/{world.district.conference_id}"
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    return {each["member_id"]: each for each in answer.json()["items"]}


async def _decide(
    client: httpx.AsyncClient, world: World, unit: str, *moves: dict[str, Any], note: str = "note"
) -> httpx.Response:
    path = f"/units/{world.district.units[unit]}/allocation/{world.district.conference_id}"
    return await client.put(path, json={"moves": list(moves), "note": note})


def _move(world: World, person: str, session: str | None) -> dict[str, Any]:
    chosen = str(world.district.sessions[session]) if session else None
    return {"member_id": str(world.district.people[person].id), "session_id": chosen}


async def test_everybody_to_be_convened_gets_a_session_by_share(world: World) -> None:
    admin = world.signed_in("admin")
    told = await _propose(admin, world)
    assert (told["convened"], told["allocated"], told["added"]) == (10, 10, 10)
    board = await _board(admin, world)
    assert _numbers(board["Chi bộ Văn phòng Huyện ủy"]) == [2, 2]
    assert _numbers(board["Chi bộ Ban Tuyên giáo"]) == [1, 0]
    assert _numbers(board["Chi bộ Trường THCS Hoa Ban"]) == [1], "a school cell goes by Meet"
    assert all(each["unallocated"] == 0 for each in board.values())
    again = await _propose(admin, world)
    assert (again["added"], again["moved"], again["kept"]) == (0, 0, 10)


async def test_a_unit_smaller_than_the_number_of_sessions_is_said_in_both_languages(
    world: World,
) -> None:
    admin = world.signed_in("admin")
    told = await _propose(admin, world, is_dry_run=True)
    texts = [each["text"] for each in told["warnings"]]
    assert texts == [
        "Chi bộ Ban Tuyên giáo: ít đảng viên hơn số lớp, Lớp 2 – đường truyền không có ai."
    ]
    admin.headers["Accept-Language"] = "en"
    english = (await _propose(admin, world, is_dry_run=True))["warnings"]
    assert english[0]["text"].startswith("Chi bộ Ban Tuyên giáo: fewer members than sessions")
    assert await _seats(admin, world, "propaganda") != {}
    assert all(
        each["session_id"] is None for each in (await _seats(admin, world, "office")).values()
    )


async def test_exempt_suspended_departed_and_excluded_are_not_allocated(world: World) -> None:
    people = world.district.people
    async with world.database.write() as db:
        for person, status in (
            ("hoa", MemberStatus.EXEMPT),
            ("binh", MemberStatus.SUSPENDED),
            ("minh", MemberStatus.LEFT),
            ("le_hoa", MemberStatus.REDUCED),
        ):
            change = update(Member).where(Member.id == people[person].id).values(status=status)
            await db.execute(change)
    await _propose(world.signed_in("admin"), world)
    seats = await _seats(world.signed_in("bithu-van-phong"), world, "office")
    assert list(seats) == [str(people["le_hoa"].id)]


async def test_who_is_no_longer_convened_loses_his_seat_at_the_next_proposal(world: World) -> None:
    admin = world.signed_in("admin")
    await _propose(admin, world)
    gone = world.district.people["hoa"].id
    async with world.database.write() as db:
        await db.execute(update(Member).where(Member.id == gone).values(status=MemberStatus.LEFT))
    told = await _propose(admin, world)
    assert (told["removed"], told["moved"], told["convened"]) == (1, 0, 9)


async def test_one_units_proposal_leaves_the_seats_of_others_alone(world: World) -> None:
    post, commune = world.signed_in("bithu-buu-dien"), world.signed_in("bithu-bom-bo")
    await _decide(post, world, "post", _move(world, "son", "meet_1"))
    son = update(Member).where(Member.id == world.district.people["son"].id)
    async with world.database.write() as db:
        await db.execute(son.values(status=MemberStatus.EXEMPT))
    told = await _propose(commune, world, unit_id=str(world.district.units["village"]))
    assert told["removed"] == 0
    async with world.database.write() as db:
        await db.execute(son.values(status=MemberStatus.OFFICIAL))
    assert [each["is_fixed"] for each in (await _seats(post, world, "post")).values()] == [True]
    async with world.database.write() as db:
        await db.execute(son.values(status=MemberStatus.EXEMPT))
    assert (await _propose(world.signed_in("admin"), world))["removed"] == 1
    trail = await world.signed_in("admin").get(
        "/events", params={"subject_id": str(world.district.people["son"].id)}
    )
    fixed = [each["changes"].get("is_fixed") for each in trail.json()["items"]]
    assert {"before": True, "after": False} in fixed


async def test_who_is_transferred_keeps_his_seat_and_is_counted_by_his_new_unit(
    world: World,
) -> None:
    admin = world.signed_in("admin")
    await _propose(admin, world)
    moved = await admin.post(
        f"/members/{world.district.people['hoa'].id}/transfer",
        json={"unit_id": str(world.district.units["propaganda"]), "kind": "permanent"},
    )
    assert moved.status_code == 200, moved.text
    board = await _board(admin, world)
    assert [board[each]["unallocated"] for each in sorted(board)] == [0] * 5
    assert sum(_numbers(board["Chi bộ Ban Tuyên giáo"])) == 2


async def test_a_secretary_decides_and_the_proposal_respects_it(world: World) -> None:
    admin, secretary = world.signed_in("admin"), world.signed_in("bithu-van-phong")
    await _propose(admin, world)
    moves = [_move(world, name, "line_1") for name in ("hoa", "binh", "minh", "le_hoa")]
    decided = await _decide(secretary, world, "office", *moves, note="Trực cơ quan buổi chiều")
    assert decided.status_code == 200, decided.text
    (unit,) = decided.json()["units"]
    assert _numbers(unit) == [4, 0]
    assert unit["note"] == "Trực cơ quan buổi chiều"
    assert [each["concern"] for each in unit["warnings"]] == ["share_deviates", "share_deviates"]
    assert unit["warnings"][0]["text"] == (
        "Chi bộ Văn phòng Huyện ủy: Lớp 1 – đường truyền có 4 đồng chí, theo tỷ lệ là 2."
    )
    assert (await _propose(admin, world))["moved"] == 0
    seats = await _seats(secretary, world, "office")
    account = str(world.district.accounts["bithu-van-phong"])
    assert {each["decided_by"] for each in seats.values()} == {account}
    assert all(each["is_fixed"] for each in seats.values())
    async with world.database.read() as db:
        told = (await db.scalars(select(Event).where(Event.act == ALLOCATION_DECIDED))).all()
    assert len(told) == 5, "four members, and the note"
    assert {str(each.actor_id) for each in told} == {account}


async def test_a_choice_given_back_is_the_proposals_again(world: World) -> None:
    admin, secretary = world.signed_in("admin"), world.signed_in("bithu-van-phong")
    await _decide(secretary, world, "office", _move(world, "hoa", "line_2"))
    await _decide(secretary, world, "office", _move(world, "hoa", None))
    assert (await _board(admin, world))["Chi bộ Văn phòng Huyện ủy"]["unallocated"] == 4
    await _propose(secretary, world, unit_id=str(world.district.units["office"]))
    board = await _board(admin, world)
    assert _numbers(board["Chi bộ Văn phòng Huyện ủy"]) == [2, 2]
    assert board["Chi bộ Bưu điện"]["unallocated"] == 1, "a secretary divides her own unit alone"


async def test_a_commune_moves_a_whole_cell_at_once(world: World) -> None:
    commune = world.signed_in("bithu-bom-bo")
    cell = {
        "unit_id": str(world.district.units["village"]),
        "session_id": str(world.district.sessions["line_2"]),
    }
    decided = await _decide(commune, world, "bom_bo", cell)
    assert decided.json()["moved"] == 3
    assert [_numbers(each) for each in decided.json()["units"]] == [[0, 3]]


async def test_a_teacher_may_come_to_the_communes_point(world: World) -> None:
    commune = world.signed_in("bithu-bom-bo")
    decided = await _decide(commune, world, "bom_bo", _move(world, "lan", "line_1"))
    assert decided.status_code == 200, decided.text
    seats = await _seats(commune, world, "school")
    assert [each["bridge_point_id"] for each in seats.values()] == [
        str(world.district.points["commune"])
    ]
    told = await _propose(world.signed_in("admin"), world)
    assert told["moved"] == 0


async def test_what_is_not_hers_or_not_of_the_conference_is_refused(world: World) -> None:
    secretary = world.signed_in("bithu-van-phong")
    stranger = await _decide(secretary, world, "office", _move(world, "son", "line_1"))
    assert (stranger.status_code, stranger.json()["code"]) == (422, "member_not_convened")
    unknown = {**_move(world, "hoa", None), "session_id": str(world.district.conference_id)}
    refused = await _decide(secretary, world, "office", unknown)
    assert (refused.status_code, refused.json()["code"]) == (422, "session_not_for_allocation")
    by_meet = await _decide(secretary, world, "office", _move(world, "hoa", "meet_1"))
    assert (by_meet.status_code, by_meet.json()["code"]) == (422, "no_point_of_form")
    other = await _decide(secretary, world, "post", _move(world, "son", "line_1"))
    assert other.status_code == 404
    assert (
        await world.signed_in("thuong-truc").post(_of(world, "/propose"), json={})
    ).status_code == 403
    assert (await secretary.post(_of(world, "/propose"), json={})).status_code == 403


async def test_whose_class_was_opened_stays_in_it_and_his_absence_too(world: World) -> None:
    await written.allocate(world, "hall", "hoa", "binh", "minh")
    await written.allocate(world, "hall", "le_hoa", session="line_2")
    secretary, office = world.signed_in("bithu-van-phong"), str(world.district.units["office"])
    await world.open()
    await written.absent(world, "hoa", "KL", by="bithu-van-phong")
    before = await roll(world, "office")
    whole = {"unit_id": office, "session_id": str(world.district.sessions["line_2"])}
    for _ in ("open", "closed", "locked"):
        for session in ("line_2", None):
            refused = await _decide(secretary, world, "office", _move(world, "hoa", session))
            assert (refused.status_code, refused.json()["code"]) == (409, "class_held")
        decided = (await _decide(secretary, world, "office", whole)).json()
        assert (decided["moved"], decided["kept"]) == (1, 3), "Lê Hoa's class was not opened yet"
        assert (await roll(world, "office"))["total"] == before["total"]
        if before["state"] == "open":
            await world.close()
        else:
            world.clock.move(hours=48)
        before = await roll(world, "office")
    assert before["state"] == "locked"
    assert numbers(before["total"], "convened", "unexcused") == (3, 1)


async def test_a_proposal_leaves_who_is_of_an_opened_class_where_he_is(world: World) -> None:
    admin, people = world.signed_in("admin"), world.district.people
    await written.allocate(world, "hall", "hoa", "binh", "minh", "le_hoa")
    await world.open()
    async with world.database.write() as db:
        gone = update(Member).where(Member.id == people["hoa"].id)
        await db.execute(gone.values(status=MemberStatus.EXEMPT))
        moved = update(Member).where(Member.id == people["binh"].id)
        await db.execute(moved.values(unit_id=world.district.units["school"]))
    told = await _propose(admin, world)
    assert (told["moved"], told["removed"]) == (0, 0)
    async with world.database.read() as db:
        seats = await db.execute(select(Allocation.member_id, Allocation.session_id))
        held = {member for member, session in seats if session == world.district.sessions["line_1"]}
    assert {people[each].id for each in ("hoa", "binh", "minh", "le_hoa")} <= held


async def test_a_cancelled_session_returns_its_members_to_those_without_one(world: World) -> None:
    admin = world.signed_in("admin")
    await _propose(admin, world)
    line_1 = world.district.sessions["line_1"]
    async with world.database.write() as db:
        cancel = update(Session).where(Session.id == line_1)
        await db.execute(cancel.values(state=SessionState.CANCELLED))
    board = await _board(admin, world)
    assert board["Chi bộ Văn phòng Huyện ủy"]["unallocated"] == 2
    assert (await _propose(admin, world, is_dry_run=True))["added"] == 2 + 1 + 2
    await _propose(admin, world)
    assert _numbers((await _board(admin, world))["Chi bộ Văn phòng Huyện ủy"]) == [4]


async def test_units_without_a_point_or_a_class_are_a_list(world: World) -> None:
    admin = world.signed_in("admin")

    async def waiting() -> list[str]:
        answer = await admin.get(_of(world, ""), params={"only_waiting": True})
        return [each["unit_name"] for each in answer.json()["items"]]

    assert len(await waiting()) == 5
    await _propose(admin, world)
    assert await waiting() == []
    unit = {"name": "Chi bộ Hạt Kiểm lâm", "kind": "grassroots_cell"}
    parent = str(world.district.units["district"])
    added = (await admin.post("/units", json={**unit, "parent_id": parent})).json()
    person = {"full_name": "Bùi Văn Rạng", "status": "official"}
    await admin.post(f"/units/{added['id']}/members", json=person)
    assert await waiting() == ["Chi bộ Hạt Kiểm lâm"]
    told = await _propose(admin, world)
    assert "Chi bộ Hạt Kiểm lâm: chưa có điểm cầu." in [each["text"] for each in told["warnings"]]


async def test_a_hall_that_is_too_small_is_said_and_relieved(world: World) -> None:
    admin = world.signed_in("admin")
    hall, line_1 = world.district.points["hall"], world.district.sessions["line_1"]
    async with world.database.write() as db:
        seats = (SessionPoint.session_id == line_1, SessionPoint.bridge_point_id == hall)
        await db.execute(update(SessionPoint).where(*seats).values(capacity=1))
    await _propose(admin, world)
    loads = (await admin.get(_of(world, "/loads"))).json()["items"]
    (hall_load,) = [
        each for each in loads
        if (each["bridge_point_id"], each["session_id"]) == (str(hall), str(line_1))
    ]  # fmt: skip
    assert (hall_load["members"], hall_load["capacity"], hall_load["warnings"]) == (1, 1, [])
    moves = [_move(world, name, "line_1") for name in ("hoa", "binh")]
    await _decide(admin, world, "office", *moves)
    loads = (await admin.get(_of(world, "/loads"))).json()["items"]
    texts = [warning["text"] for each in loads for warning in each["warnings"]]
    assert texts == [
        "Lớp 1 – đường truyền tại Điểm cầu Hội trường Huyện ủy: 2 đồng chí, hội trường chỉ chứa 1."
    ]


async def test_two_proposals_at_once_give_everybody_one_seat(world: World) -> None:
    admin = world.signed_in("admin")
    told = await asyncio.gather(*(_propose(admin, world) for _ in range(4)))
    assert sorted(each["added"] for each in told) == [0, 0, 0, 10]


async def test_the_members_list_is_paged_and_its_reading_is_remembered(world: World) -> None:
    secretary = world.signed_in("bithu-van-phong")
    path = f"/units/{world.district.units['office']}/allocation/{world.district.conference_id}"
    first = (await secretary.get(path, params={"limit": 3})).json()
    rest = (await secretary.get(path, params={"limit": 3, "cursor": first["next_cursor"]})).json()
    names = [each["full_name"] for each in first["items"] + rest["items"]]
    assert names == ["Trần Văn Bình", "Lê Thị Hoa", "Nguyễn Thị Hoa", "Điểu Minh"]
    async with world.database.read() as db:
        read = (await db.scalars(select(Event).where(Event.act == "members.read"))).all()
    assert [each.detail["count"] for each in read] == [3, 1]
