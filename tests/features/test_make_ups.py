"""Make-ups: the absent go to a later session, or are told again; the figures of the day stay."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from api import events
from api.tables.allocation import Allocation
from tests import written
from tests.marking import told
from tests.rolling import numbers, roll
from tests.world import Answer, World

OFFICE = "bithu-van-phong"


def _path(world: World, person: str | None = None) -> str:
    path = f"/conferences/{world.district.conference_id}/make-ups"
    return path if person is None else f"{path}/{world.district.people[person].id}"


async def _propose(
    world: World, unit: str | None = "office", *, by: str = OFFICE, session: str = "line_1"
) -> Answer:
    order = {"session_id": str(world.district.sessions[session])}
    if unit is not None:
        order["unit_id"] = str(world.district.units[unit])
    return await world.signed_in(by).post(f"{_path(world)}/propose", json=order)


async def _listed(world: World, *, by: str = OFFICE, **query: str) -> dict[str, dict[str, Any]]:
    answer = await world.signed_in(by).get(_path(world), params=query)
    assert answer.status_code == 200, answer.text
    return {each["full_name"]: each for each in answer.json()["items"]}


async def _held(world: World) -> None:
    """Hold line 1: Hoa came, Bình is ill, Minh without reason, of Lê Hoa nobody knows."""
    await written.allocate(world, "hall", "hoa", "binh", "minh", "le_hoa")
    await world.open()
    await written.tick(world, "hoa", by=OFFICE)
    await written.absent(world, "binh", "OM", by=OFFICE)
    await written.absent(world, "minh", "KL", by=OFFICE)
    await world.close()


async def _allocated(world: World) -> list[tuple[Any, ...]]:
    table = Allocation.__table__
    async with world.database.read() as db:
        rows = await db.execute(select(*table.c).order_by(table.c.member_id))
        return [tuple(row) for row in rows]


async def test_the_absent_make_up_in_class_2_and_the_day_and_the_allocation_stay(
    world: World,
) -> None:
    await _held(world)
    before, allocated = await roll(world, "office"), await _allocated(world)
    found = (await _propose(world)).json()
    assert numbers(found, "absent", "proposed", "already_proposed", "not_needed", "pending") == (
        3, 3, 0, 0, 0,
    )  # fmt: skip
    assert [(each["title"], each["total"]) for each in found["sessions"]] == [
        ("Lớp 2 – đường truyền", 3)
    ]
    again = (await _propose(world, None, by="admin")).json()
    assert numbers(again, "absent", "proposed", "already_proposed") == (3, 0, 3)
    world.clock.move(hours=2)
    await world.open("line_2")
    await written.tick(world, "binh", by=OFFICE, session="line_2")
    listed = await _listed(world)
    assert list(listed) == ["Trần Văn Bình", "Lê Thị Hoa", "Điểu Minh"]
    binh = listed["Trần Văn Bình"]
    assert numbers(binh, "has_made_up", "came_session_id", "missed_title") == (
        True, str(world.district.sessions["line_2"]), "Lớp 1 – đường truyền",
    )  # fmt: skip
    assert not listed["Điểu Minh"]["has_made_up"]
    assert (await roll(world, "office"), await _allocated(world)) == (before, allocated)
    (event,) = await told(world, events.MAKE_UPS_PROPOSED)
    assert event.detail["count"] == 3
    assert await _listed(world, by="bithu-bom-bo") == {}


async def test_an_extra_class_takes_the_absent_after_the_others_were_held(world: World) -> None:
    await _held(world)
    for session in ("line_2", "meet_1"):
        await world.open(session)
        await world.close(session)
    refused = await _propose(world)
    assert (refused.status_code, refused.json()["code"]) == (409, "no_later_session")
    before, allocated = await roll(world, "office"), await _allocated(world)
    extra = {
        "conference_id": str(world.district.conference_id),
        "form": "line",
        "ordinal": 3,
        "title": "Lớp học bù",
        "share": 0,
    }
    admin = world.signed_in("admin")
    added = await admin.post("/sessions", json=extra)
    assert added.status_code == 201, added.text
    assert (await _propose(world)).json()["proposed"] == 3
    world.clock.move(hours=1)
    opened = await admin.post(f"/sessions/{added.json()['id']}/open")
    assert opened.status_code == 200, opened.text
    extra_id = UUID(added.json()["id"])
    world.district = replace(
        world.district, sessions={"extra": extra_id, **world.district.sessions}
    )
    await written.tick(world, "le_hoa", by=OFFICE, session="extra")
    assert (await _listed(world))["Lê Thị Hoa"]["has_made_up"]
    assert (await roll(world, "office"), await _allocated(world)) == (before, allocated)


async def test_where_the_proposed_session_was_cancelled_the_next_proposal_finds_another(
    world: World,
) -> None:
    await _held(world)
    both = await asyncio.gather(_propose(world), _propose(world, None, by="admin"))
    assert sorted(each.json()["proposed"] for each in both) == [0, 3]
    session = world.district.sessions["line_2"]
    await world.signed_in("admin").post(f"/sessions/{session}/cancel", json={"reason": "Mưa lũ"})
    found = (await _propose(world)).json()
    assert numbers(found, "proposed", "already_proposed") == (3, 0)
    assert [each["form"] for each in found["sessions"]] == ["meet"]


async def test_the_presenter_and_who_came_to_another_class_need_no_make_up(world: World) -> None:
    await _held(world)
    admin, district = world.signed_in("admin"), world.district
    duty = f"/sessions/{district.sessions['line_1']}/duties/{district.people['le_hoa'].id}"
    assert (await admin.put(duty, json={"kind": "organiser"})).status_code == 200
    await world.open("line_2")
    await written.tick(world, "minh", by=OFFICE, session="line_2")
    found = (await _propose(world)).json()
    assert numbers(found, "absent", "proposed", "not_needed") == (3, 1, 2)


async def test_a_full_hall_is_told_and_nobody_is_turned_away(world: World) -> None:
    await _held(world)
    hall = f"/sessions/{world.district.sessions['line_2']}/points/{world.district.points['hall']}"
    await world.signed_in("admin").put(f"{hall}/capacity", json={"capacity": 2})
    (crowded,) = (await _propose(world)).json()["crowded"]
    assert numbers(crowded, "point_name", "capacity", "expected") == (
        "Điểm cầu Hội trường Huyện ủy", 2, 3,
    )  # fmt: skip


async def test_the_secretary_writes_that_the_cell_told_its_member_again(world: World) -> None:
    await _held(world)
    before = await roll(world, "office")
    secretary = world.signed_in(OFFICE)
    retold = {"kind": "retold", "retold_on": "2022-03-15", "note": "Sinh hoạt chi bộ"}
    answer = await secretary.put(_path(world, "binh"), json=retold)
    assert answer.status_code == 200, answer.text
    assert numbers(answer.json(), "kind", "retold_on", "has_made_up", "session_id") == (
        "retold", "2022-03-15", True, None,
    )  # fmt: skip
    assert numbers((await _propose(world)).json(), "proposed", "retold") == (2, 1)
    planned = {"kind": "session", "session_id": str(world.district.sessions["meet_1"])}
    changed = await secretary.put(_path(world, "binh"), json=planned)
    assert numbers(changed.json(), "kind", "retold_on", "note", "has_made_up") == (
        "session", None, None, False,
    )  # fmt: skip
    assert await roll(world, "office") == before
    assert (await secretary.delete(_path(world, "binh"))).status_code == 204
    assert (await secretary.delete(_path(world, "binh"))).status_code == 404
    assert len(await told(world, events.MAKE_UP_CHANGED)) == 2


async def test_who_moved_since_is_found_by_the_unit_that_counted_him(world: World) -> None:
    await _held(world)
    world.clock.move(hours=48)
    admin, district = world.signed_in("admin"), world.district
    locked = await admin.get(f"/sessions/{district.sessions['line_1']}")
    assert locked.json()["state"] == "locked"
    moved = await admin.post(
        f"/members/{district.people['binh'].id}/transfer",
        json={"kind": "permanent", "unit_id": str(district.units["post"])},
    )
    assert moved.status_code == 200, moved.text
    line_2 = str(district.sessions["line_2"])
    planned = {"kind": "session", "session_id": line_2}
    strange = await world.signed_in("bithu-bom-bo").put(_path(world, "binh"), json=planned)
    assert strange.status_code == 404
    answer = await world.signed_in("bithu-buu-dien").put(_path(world, "binh"), json=planned)
    assert answer.status_code == 200, answer.text
    assert numbers(answer.json(), "unit_id", "missed_session_id") == (
        str(district.units["office"]),
        str(district.sessions["line_1"]),
    )
    assert set(await _listed(world, session_id=line_2)) == {answer.json()["full_name"]}
    assert await _listed(world, by="bithu-bom-bo", session_id=line_2) == {}
    retold = {"kind": "retold", "retold_on": "2022-03-15"}
    assert (await world.signed_in(OFFICE).put(_path(world, "binh"), json=retold)).status_code == 200


async def test_what_does_not_fit_is_refused_by_name(world: World) -> None:
    secretary = world.signed_in(OFFICE)
    retold = {"kind": "retold", "retold_on": "2022-03-15"}
    refused = await secretary.put(_path(world, "binh"), json=retold)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_missed")
    assert (await _propose(world)).json()["code"] == "session_state"
    await _held(world)
    line_1 = str(world.district.sessions["line_1"])
    for person, body, code in (
        ("hoa", retold, "nothing_missed"),
        ("binh", {"kind": "retold", "retold_on": "2022-03-14"}, "retold_on_unfit"),
        ("binh", {"kind": "retold", "retold_on": "2022-03-16"}, "retold_on_unfit"),
        ("binh", {"kind": "session", "session_id": line_1}, "session_state"),
        ("binh", {"kind": "session"}, "validation_failed"),
    ):
        answer = await secretary.put(_path(world, person), json=body)
        assert answer.json()["code"] == code, (person, body)


async def test_each_secretary_makes_up_for_her_own_and_staff_for_all(world: World) -> None:
    await _held(world)
    assert (await _propose(world, None)).status_code == 403
    assert (await _propose(world, by="bithu-bom-bo")).status_code == 404
    assert (await _propose(world, by="thuong-truc")).status_code == 403
    assert (await world.signed_in("thuong-truc").get(_path(world))).status_code == 403
    retold = {"kind": "retold", "retold_on": "2022-03-15"}
    other = await world.signed_in("bithu-bom-bo").put(_path(world, "binh"), json=retold)
    assert other.status_code == 404


async def test_the_text_for_the_units_names_halls_and_no_member(world: World) -> None:
    await _held(world)
    await _propose(world)
    (found,) = (await world.signed_in(OFFICE).get(f"{_path(world)}/texts")).json()["sessions"]
    assert numbers(found, "title", "members") == ("Lớp 2 – đường truyền", 3)
    assert (
        "- Chi bộ Văn phòng Huyện ủy: 3 đồng chí, tại Điểm cầu Hội trường Huyện ủy" in found["text"]
    )
    assert "Bình" not in found["text"]
    unit = {"unit_id": str(world.district.units["post"])}
    none = await world.signed_in("admin").get(f"{_path(world)}/texts", params=unit)
    assert none.json() == {"sessions": []}
    session = world.district.sessions["line_2"]
    hidden = await world.signed_in("admin").patch(
        f"/sessions/{session}", json={"confidential": True}
    )
    assert hidden.status_code == 200, hidden.text
    (found,) = (await world.signed_in(OFFICE).get(f"{_path(world)}/texts")).json()["sessions"]
    assert found["text"] is None


async def test_the_texts_of_make_ups_are_nobody_to_be_written_over(world: World) -> None:
    path = f"/conferences/{world.district.conference_id}/make-ups/texts"
    refused = await world.signed_in("admin").put(path, json={})
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET")
