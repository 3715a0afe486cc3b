"""Marks: what a secretary writes beside names, by row numbers and by names."""

import asyncio
from datetime import timedelta

from sqlalchemy import update

from api import events
from api.events import SYSTEM
from api.members.actions import NewMember, add_members
from api.tables.attendance import Mark
from api.tables.units import Unit
from tests.marking import (
    absent,
    counted_statements,
    ids,
    is_member,
    mark,
    marked,
    marks_of,
    number,
    present,
    skipped,
    told,
)
from tests.printed import allocate, change
from tests.world import World


async def test_the_secretary_of_bom_bo_ticks_her_cells_by_the_numbers_of_their_lists(
    world: World,
) -> None:
    await allocate(world, "commune", "khanh", "mai")
    await number(world, "village", "school")
    await world.open()
    village, school = (str(world.district.units[each]) for each in ("village", "school"))
    answer = await mark(
        world,
        "bom_bo",
        present("1 đến 2", unit_id=village),
        absent("3; 9", "CT", unit_id=village, note="Đi tỉnh"),
        present("1", unit_id=school),
    )
    names = [("Điểu Khánh", None), ("Điểu Khánh", None), ("Thị Mai", "CT"), ("Vũ Thị Lan", None)]
    assert marked(answer) == names
    assert [each["row_number"] for each in answer.json()["marked"]] == [1, 2, 3, 1]
    assert answer.json()["skipped"] == [
        {
            "unit_id": village,
            "row_number": 9,
            "member_id": None,
            "code": "row_unknown",
            "detail": "Danh sách không có số 9.",
        }
    ]
    people, written = world.district.people, await marks_of(world)
    mai, lan = written[people["mai"].id], written[people["lan"].id]
    assert (mai.kind, mai.reason, mai.note, mai.evidence) == ("absent", "CT", "Đi tỉnh", None)
    assert mai.bridge_point_id == world.district.points["commune"]
    assert (lan.evidence, lan.unit_id, lan.bridge_point_id) == (
        "roster",
        world.district.units["school"],
        None,
    )
    of_mai = next(each for each in await told(world) if each.subject_id == people["mai"].id)
    assert of_mai.detail["changes"]["reason"] == {"before": None, "after": "CT"}
    assert "Đi tỉnh" not in str(of_mai.detail), "the district reads events, and no notes"


async def test_marking_again_replaces_and_the_same_again_keeps_the_countersignature(
    world: World,
) -> None:
    await world.open()
    hoa = {"kind": "present", "member_ids": ids(world, "hoa")}
    assert marked(await mark(world, "office", hoa, who="bithu-van-phong"))
    second = {
        "countersigned_at": world.clock(),
        "countersigned_by": world.district.accounts["admin"],
    }
    async with world.database.write() as db:
        await db.execute(update(Mark).values(**second))
    assert marked(await mark(world, "office", hoa, who="admin")) == [("Nguyễn Thị Hoa", None)]
    (kept,) = (await marks_of(world)).values()
    assert kept.marked_by == world.district.accounts["bithu-van-phong"]
    assert kept.countersigned_at is not None
    world.clock.move(minutes=5)
    ill = {"kind": "absent", "member_ids": ids(world, "hoa"), "reason": "OM"}
    assert marked(await mark(world, "office", ill, who="bithu-van-phong"))
    (kept,) = (await marks_of(world)).values()
    assert (kept.kind, kept.evidence, kept.countersigned_at) == ("absent", None, None)
    first, replaced = await told(world)
    assert first.detail["changes"]["kind"] == {"before": None, "after": "present"}
    assert replaced.detail["changes"]["kind"] == {"before": "present", "after": "absent"}


async def test_a_mark_stands_before_what_a_phone_proved_and_tells_of_it(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await world.known_phone("hoa", screen=screen)
    gone = {"kind": "absent", "member_ids": ids(world, "hoa", "binh"), "reason": "KL"}
    assert len(marked(await mark(world, "office", gone, who="bithu-van-phong"))) == 2
    seen = {each.subject_id: each.detail["attendance"] for each in await told(world)}
    people = world.district.people
    assert seen == {people["hoa"].id: "present", people["binh"].id: None}


async def test_nobody_marks_himself_nor_takes_his_own_mark_back(world: World) -> None:
    await number(world, "office")
    await world.open()
    await is_member(world, "bithu-van-phong", "hoa")
    answer = await mark(world, "office", present("1-4"), who="bithu-van-phong")
    assert (len(marked(answer)), skipped(answer)) == (3, [(3, "own_attendance")])
    assert marked(await mark(world, "office", present("3"), who="admin"))
    session_id, (hoa,) = world.district.sessions["line_1"], ids(world, "hoa")
    own = await world.signed_in("bithu-van-phong").delete(f"/sessions/{session_id}/marks/{hoa}")
    assert (own.status_code, own.json()["code"]) == (409, "own_attendance")


async def test_a_mark_is_taken_back_by_who_may_decide_and_the_trail_keeps_it(world: World) -> None:
    await world.open()
    mai = world.district.people["mai"].id
    path = f"/sessions/{world.district.sessions['line_1']}/marks/{mai}"
    owner = world.signed_in("bithu-bom-bo")
    assert (await owner.delete(path)).status_code == 404
    left = {"kind": "absent", "member_ids": [str(mai)], "reason": "KH", "note": "Việc nhà"}
    assert marked(await mark(world, "village", left))
    assert (await world.signed_in("bithu-buu-dien").delete(path)).status_code == 404
    assert (await world.signed_in("truc-bom-bo").delete(path)).status_code == 403
    assert (await owner.delete(path)).status_code == 204
    assert await marks_of(world) == {}
    (removed,) = await told(world, events.UNMARKED)
    assert removed.detail["changes"]["reason"] == {"before": "KH", "after": None}


async def test_who_is_not_ones_own_cannot_be_marked_and_nobody_can_be_probed(world: World) -> None:
    await number(world, "village", "post")
    await world.open()
    post = str(world.district.units["post"])
    answer = await mark(
        world,
        "bom_bo",
        {"kind": "present", "member_ids": [*ids(world, "son"), str(world.district.conference_id)]},
        present("1", unit_id=post),
    )
    assert marked(answer) == []
    assert [code for _, code in skipped(answer)] == ["not_in_unit", "not_in_unit", "row_unknown"]
    assert "Sơn" not in answer.text
    assert (await mark(world, "post", present("1"))).status_code == 404
    for who in ("truc-bom-bo", "van-phong", "thuong-truc"):
        assert (await mark(world, "bom_bo", present("1"), who=who)).status_code == 403


async def test_a_member_transferred_meanwhile_is_struck_unless_seen_before(world: World) -> None:
    await number(world, "office", "post")
    await world.open()
    await world.known_phone("hoa", screen=await world.screen())
    for person in ("hoa", "binh"):
        await change(world, person, unit_id=world.district.units["post"])
    answer = await mark(world, "office", present("1, 3"), who="bithu-van-phong")
    assert marked(answer) == [("Nguyễn Thị Hoa", None)], "she was recorded for the office"
    assert skipped(answer) == [(1, "row_struck")]
    both = {"kind": "present", "member_ids": ids(world, "hoa", "binh")}
    answer = await mark(world, "post", both, who="bithu-buu-dien")
    assert marked(answer) == [("Trần Văn Bình", None)]
    assert skipped(answer) == [(None, "not_in_unit")]


async def test_who_is_ticked_present_and_absent_at_once_is_left_for_another_look(
    world: World,
) -> None:
    await number(world, "village")
    await world.open()
    answer = await mark(world, "village", present("1-2"), absent("2, 3"), present("1"))
    assert [name for name, _ in marked(answer)] == ["Điểu Khánh", "Thị Mai"]
    assert skipped(answer) == [(2, "named_twice")]


async def test_absences_are_known_beforehand_and_presence_only_once_the_class_opened(
    world: World,
) -> None:
    await number(world, "village")
    assert marked(await mark(world, "village", absent("1", "XA")))
    early = await mark(world, "village", present("2"))
    assert (early.status_code, early.json()["code"]) == (409, "session_state")
    await world.open()
    world.clock.move(hours=1)
    now = world.clock()
    assert marked(await mark(world, "village", present("1", departed_at=now.isoformat())))
    later = (now + timedelta(minutes=1)).isoformat()
    future = await mark(world, "village", present("2", departed_at=later))
    assert (future.status_code, future.json()["code"]) == (422, "departed_outside")


async def test_what_cannot_be_read_is_named_and_nothing_is_written(world: World) -> None:
    await number(world, "village")
    await world.open()
    wrong = await mark(world, "village", present("1"), present("1-2, ba"))
    assert (wrong.status_code, wrong.json()["code"]) == (422, "row_numbers_malformed")
    assert "«ba»" in wrong.json()["detail"]
    many = await mark(world, "village", present("1-300"), absent("301-501"))
    assert (many.status_code, many.json()["code"]) == (422, "too_many_persons")
    for shapeless, code in (
        ({"kind": "present"}, "nobody_named"),
        (absent("1", "KH"), "reason_unfit"),
        (present("1", reason="OM"), "reason_unfit"),
        (absent("1", departed_at=world.clock().isoformat()), "departed_outside"),
    ):
        assert (await mark(world, "village", shapeless)).json()["code"] == code
    assert await marks_of(world) == {}


async def test_the_same_request_twice_and_two_secretaries_at_once_leave_one_mark(
    world: World,
) -> None:
    await number(world, "village")
    await world.open()
    sent = [
        mark(world, "village", present("1-3"), key="lan-gui-0001"),
        mark(world, "village", present("1-3"), key="lan-gui-0001"),
        mark(world, "bom_bo", absent("1-3", unit_id=str(world.district.units["village"]))),
        mark(world, "village", absent("1-3", "CT"), who="admin"),
    ]
    answers = await asyncio.gather(*sent)
    assert answers[0].json() == answers[1].json()
    assert all(len(marked(each)) == 3 for each in answers)
    written = await marks_of(world)
    assert len(written) == 3
    # The last of three changes holds, and each is told once, with what it replaced.
    for member_id, last in written.items():
        changes = [
            each.detail["changes"].get("reason", {"before": None, "after": None})
            for each in await told(world)
            if each.subject_id == member_id
        ]
        before, after = ([each[side] for each in changes] for side in ("before", "after"))
        assert len(changes) == 3
        assert sorted(map(str, [*before, last.reason])) == sorted(map(str, [None, *after]))


async def test_four_hundred_cost_as_many_statements_as_two(world: World) -> None:
    async with world.database.write() as db:
        home = await db.get_one(Unit, world.district.units["village"])
        new = [NewMember(f"Điểu Thứ {place}") for place in range(400)]
        await add_members(db, SYSTEM, home, new, at=world.clock())
    await number(world, "village")
    await world.open()
    with counted_statements(world) as few:
        assert len(marked(await mark(world, "village", present("1, 2")))) == 2
    with counted_statements(world) as many:
        assert len(marked(await mark(world, "village", present("3-402")))) == 400
    assert len(many) == len(few)
