"""Google Meet: who was connected, matched to halls; nobody's attendance by itself."""

import asyncio
from datetime import datetime
from typing import Any

from api import events
from api.tables.attendance import Attendance, Mark
from api.tables.meet import MeetParticipant
from tests.lists import workbook
from tests.marking import told
from tests.rolling import numbers, scan
from tests.world import Answer, World

LIST = (
    "Tên,Email,Thời gian tham gia,Thời gian rời\n"
    "Hoi truong Buu dien,buudien@mail.example,7:25 AM,8:00 AM\n"
    "Hoi truong Buu dien,buudien@mail.example,7:50 AM,8:30 AM\n"
    "THCS Hoa Ban,hoaban@mail.example,07:40,08:10\n"
    "Máy tính xách tay,,07:45,08:10\n"
).encode("utf-8-sig")


async def _send(
    world: World,
    content: bytes = LIST,
    *,
    by: str = "admin",
    session: str = "meet_1",
    key: str | None = None,
    **form: str,
) -> Answer:
    return await world.signed_in(by).post(
        _path(world, session=session),
        files={"file": ("nguoi-tham-gia.csv", content, "text/csv")},
        data=form,
        headers={"Idempotency-Key": key} if key else {},
    )


def _path(world: World, what: str = "meet-participants", *, session: str = "meet_1") -> str:
    return f"/sessions/{world.district.sessions[session]}/{what}"


async def _listed(world: World, **query: Any) -> list[dict[str, Any]]:
    answer = await world.signed_in("admin").get(_path(world), params=query)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def _halls(world: World, *, by: str = "admin") -> dict[str, Any]:
    answer = await world.signed_in(by).get(_path(world, "meet-halls"))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _match(world: World, participant: dict[str, Any], **wanted: object) -> Answer:
    path = f"{_path(world)}/{participant['id']}"
    return await world.signed_in("admin").put(path, json=wanted)


async def test_a_preview_shows_how_the_file_is_read_and_keeps_nothing(world: World) -> None:
    await world.open("meet_1")
    answer = await _send(world)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["dropped_columns"] == ["Email"]
    assert [(each["header"], each["role"]) for each in found["columns"]] == [
        ("Tên", "name"),
        ("Thời gian tham gia", "joined"),
        ("Thời gian rời", "left"),
    ]
    suggested = [each["suggestion"] for each in found["rows"]]
    assert [each and (each["point_name"], each["reason"]) for each in suggested] == [
        ("Hội trường Bưu điện", "same_name"),
        ("Hội trường Bưu điện", "same_name"),
        ("Hội trường Trường THCS Hoa Ban", "similar_name"),
        None,
    ]
    assert numbers(found, "is_dry_run", "added", "skipped") == (True, 4, [])
    assert "mail.example" not in answer.text
    assert await world.count(MeetParticipant) == 0


async def test_halls_are_connected_for_the_time_that_overlaps_once(world: World) -> None:
    await world.open("meet_1")
    sent = [await _send(world, dry_run="false", key="cung-mot-tep") for _ in range(2)]
    assert [each.status_code for each in sent] == [201, 201]
    again = await _send(world, dry_run="false")
    assert numbers(again.json(), "added", "changed") == (0, 0)
    world.clock.move(minutes=50)
    await world.close("meet_1")
    found = await _halls(world, by="thuong-truc")
    post = next(each for each in found["halls"] if each["point_name"] == "Hội trường Bưu điện")
    assert numbers(
        post, "connections", "first_joined_at", "last_left_at", "connected_seconds",
        "in_session_seconds", "expected", "checked_in",
    ) == (2, "2022-03-15T00:25:00Z", "2022-03-15T01:30:00Z", 65 * 60, 50 * 60, 1, 0)  # fmt: skip
    assert found["unmatched"] == 2
    assert found["never_connected"] == [
        "Phòng họp Ban Tuyên giáo",
        "Hội trường Trường THCS Hoa Ban",
    ]
    (event,) = await told(world, events.MEET_IMPORTED)
    assert event.detail == {"count": 4, "changed": 0}


async def test_a_person_says_what_a_name_was_and_later_files_know_it(world: World) -> None:
    await world.open("meet_1")
    await _send(world, dry_run="false")
    post, school, laptop, _ = await _listed(world)
    first = await world.signed_in("admin").get(_path(world), params={"limit": 3})
    rest = {"limit": 3, "cursor": first.json()["next_cursor"]}
    paged = first.json()["items"] + await _listed(world, **rest)
    assert paged == await _listed(world)
    assert numbers(post, "point_name", "is_automatic") == ("Hội trường Bưu điện", True)
    assert numbers(school, "matched_at", "point_name") == (None, None)
    matched = await _match(world, school, bridge_point_id=school["suggestion"]["bridge_point_id"])
    assert numbers(matched.json(), "point_name", "is_automatic", "suggestion") == (
        "Hội trường Trường THCS Hoa Ban", False, None,
    )  # fmt: skip
    ignored = await _match(world, laptop, is_ignored=True)
    assert numbers(ignored.json(), "is_ignored", "bridge_point_id") == (True, None)
    assert await _listed(world, is_matched="false") == []
    assert (await _halls(world))["never_connected"] == ["Phòng họp Ban Tuyên giáo"]
    later = "Name,Joined,Duration\nthcs hoa ban,9:00,20 min\nMáy tính xách tay,9:05,20 min\n"
    await _send(world, later.encode(), dry_run="false")
    found = await _listed(world)
    assert [(each["point_name"], each["is_ignored"]) for each in found[-2:]] == [
        ("Hội trường Trường THCS Hoa Ban", False),
        (None, True),
    ]
    opened = await _match(world, post)
    assert numbers(opened.json(), "bridge_point_id", "matched_at") == (None, None)
    assert len(await _listed(world, is_matched="false")) == 2, "both connections of that name"
    assert len(await told(world, events.MEET_MATCHED)) == 3
    line = await _match(world, post, bridge_point_id=str(world.district.points["hall"]))
    assert line.status_code == 404
    both = await _match(
        world, post, bridge_point_id=str(world.district.points["hub"]), is_ignored=True
    )
    assert both.status_code == 422


async def test_nobodys_attendance_changes_by_it(world: World) -> None:
    await world.open("meet_1")
    await scan(world, "son", await world.screen("post_hall"))
    live = _path(world, "live")
    before = (await world.signed_in("admin").get(live)).json()
    names = "Name,Joined,Left\nĐinh Công Sơn,7:30,9:00\nVũ Thị Lan,7:30,9:00\n"
    assert (await _send(world, names.encode(), dry_run="false")).json()["added"] == 2
    for each in await _listed(world):
        await _match(world, each, bridge_point_id=str(world.district.points["school_hall"]))
    assert (await world.signed_in("admin").get(live)).json() == before
    assert (await world.count(Attendance), await world.count(Mark)) == (1, 0)
    halls = {each["point_name"]: each["checked_in"] for each in (await _halls(world))["halls"]}
    assert (halls["Hội trường Bưu điện"], halls["Hội trường Trường THCS Hoa Ban"]) == (1, 0)


async def test_an_excel_file_with_times_in_its_cells_is_read(world: World) -> None:
    await world.open("meet_1")
    content = workbook(
        [
            ["Danh sách kết nối"],
            ["Họ và tên", "Giờ vào", "Giờ ra"],
            ["Bưu điện", datetime(2022, 3, 15, 7, 25), datetime(2022, 3, 15, 9, 0)],  # noqa: DTZ001
        ],
        number_format="dd/mm/yyyy hh:mm",
    )
    (row,) = (await _send(world, content)).json()["rows"]
    assert numbers(row, "row", "joined_at", "left_at") == (
        3, "2022-03-15T00:25:00Z", "2022-03-15T02:00:00Z",
    )  # fmt: skip


async def test_the_same_file_sent_by_two_at_once_is_kept_once(world: World) -> None:
    await world.open("meet_1")
    sent = await asyncio.gather(*(_send(world, dry_run="false") for _ in range(3)))
    assert sorted(each.json()["added"] for each in sent) == [0, 0, 4]
    assert await world.count(MeetParticipant) == 4


async def test_what_does_not_fit_is_refused_by_name(world: World) -> None:
    assert (await _send(world)).json()["code"] == "session_state"
    await world.open("line_1")
    assert (await _send(world, session="line_1")).json()["code"] == "not_by_meet"
    await world.open("meet_1")
    assert (await _send(world, b"a,b\n1,2\n")).json()["code"] == "meet_columns_missing"
    assert (await _send(world, b"%PDF-1.4")).json()["code"] == "file_not_a_list"
    for username, status in (
        ("bithu-buu-dien", 403),
        ("thuong-truc", 403),
        ("truc-bom-bo", 403),
    ):
        assert (await _send(world, by=username)).status_code == status
    assert (await world.signed_in("bithu-buu-dien").get(_path(world))).status_code == 403
