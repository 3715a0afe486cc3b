"""Sessions: planned without a time, opened with doors, closed, locked; windows; who may do it."""

import asyncio

from sqlalchemy import select

from api.tables.sessions import Session, SessionPoint
from tests.world import World


async def test_opening_gives_doors_in_the_conferences_order_and_the_opening_window(
    world: World,
) -> None:
    admin, session = world.signed_in("admin"), world.district.sessions["line_1"]
    before = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    assert [each["door"] for each in before] == [None, None]
    opened = (await admin.post(f"/sessions/{session}/open")).json()
    assert (opened["state"], opened["opened_at"]) == ("open", "2022-03-15T00:30:00Z")
    points = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    assert [(each["point"]["name"], each["door"], each["epoch"]) for each in points] == [
        ("Điểm cầu Hội trường Huyện ủy", "01", 0),
        ("Điểm cầu xã Bom Bo", "02", 0),
    ]
    windows = (await admin.get(f"/sessions/{session}/windows")).json()["items"]
    assert [(each["kind"], each["closed_at"]) for each in windows] == [("opening", None)]


async def test_two_sessions_at_once_have_different_doors(world: World) -> None:
    await world.open("line_1")
    await world.open("meet_1")
    admin = world.signed_in("admin")
    doors = []
    for session in ("line_1", "meet_1"):
        path = f"/sessions/{world.district.sessions[session]}/points"
        doors += [each["door"] for each in (await admin.get(path)).json()["items"]]
    assert doors == ["01", "02", "03", "04", "05"]


async def test_a_bridge_point_has_one_open_session_at_a_time(world: World) -> None:
    await world.open("line_1")
    path = f"/sessions/{world.district.sessions['line_2']}/open"
    refused = await world.signed_in("admin").post(path)
    assert (refused.status_code, refused.json()["code"]) == (409, "point_busy")
    await world.close("line_1")
    assert (await world.signed_in("admin").post(path)).status_code == 200


async def test_two_clicks_at_once_open_a_session_once(world: World) -> None:
    admin, session = world.signed_in("admin"), world.district.sessions["line_1"]
    answers = await asyncio.gather(*(admin.post(f"/sessions/{session}/open") for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]
    windows = (await admin.get(f"/sessions/{session}/windows")).json()["items"]
    assert len(windows) == 1


async def test_two_sessions_opened_at_once_share_no_door(world: World) -> None:
    admin = world.signed_in("admin")
    answers = await asyncio.gather(
        *(
            admin.post(f"/sessions/{world.district.sessions[name]}/open")
            for name in ("line_1", "meet_1", "line_2")
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 200, 409]
    async with world.database.read() as db:
        doors = (await db.scalars(select(SessionPoint.door))).all()
    given = [door for door in doors if door is not None]
    assert sorted(given) == [1, 2, 3, 4, 5]


async def test_doors_are_kept_until_the_lock_and_then_released(world: World) -> None:
    await world.open("line_1")
    await world.close("line_1")
    await world.open("meet_1")
    admin = world.signed_in("admin")
    path = f"/sessions/{world.district.sessions['line_1']}/points"
    assert [each["door"] for each in (await admin.get(path)).json()["items"]] == ["01", "02"]
    world.clock.move(hours=24)
    read = await admin.get(f"/sessions/{world.district.sessions['line_1']}")
    assert read.json()["state"] == "locked"
    await world.open("line_2")
    assert [each["door"] for each in (await admin.get(path)).json()["items"]] == [None, None]
    path = f"/sessions/{world.district.sessions['line_2']}/points"
    assert [each["door"] for each in (await admin.get(path)).json()["items"]] == ["01", "02"]


async def test_a_session_only_moves_as_its_state_allows(world: World) -> None:
    admin, session = world.signed_in("admin"), world.district.sessions["line_1"]
    early = await admin.post(f"/sessions/{session}/close")
    assert (early.status_code, early.json()["code"]) == (409, "session_state")
    assert early.json()["state"] == "planned"
    await world.open()
    assert (await admin.post(f"/sessions/{session}/open")).status_code == 409
    closed = (await admin.post(f"/sessions/{session}/close")).json()
    assert (closed["state"], closed["locks_at"]) == ("closed", "2022-03-16T00:30:00Z")
    for path in ("open", "close", "windows/close"):
        assert (await admin.post(f"/sessions/{session}/{path}")).status_code == 409
    refused = await admin.post(f"/sessions/{session}/windows", json={"kind": "closing"})
    assert refused.status_code == 409


async def test_a_new_window_ends_the_one_before(world: World) -> None:
    admin, session = world.signed_in("admin"), await world.open()
    world.clock.move(hours=1)
    opened = await admin.post(f"/sessions/{session}/windows", json={"kind": "after_break"})
    assert (opened.status_code, opened.json()["ordinal"]) == (201, 2)
    world.clock.move(hours=1)
    windows = (await admin.post(f"/sessions/{session}/windows/close")).json()["items"]
    assert [(each["kind"], each["closed_at"]) for each in windows] == [
        ("opening", "2022-03-15T01:30:00Z"),
        ("after_break", "2022-03-15T02:30:00Z"),
    ]


async def test_closing_a_session_closes_its_window(world: World) -> None:
    admin, session = world.signed_in("admin"), await world.open()
    world.clock.move(hours=2)
    await world.close()
    windows = (await admin.get(f"/sessions/{session}/windows")).json()["items"]
    assert [each["closed_at"] for each in windows] == ["2022-03-15T02:30:00Z"]


async def test_an_extra_class_is_added_with_every_point_of_its_form(world: World) -> None:
    admin = world.signed_in("admin")
    new = {
        "conference_id": str(world.district.conference_id),
        "form": "line",
        "ordinal": 3,
        "title": "Lớp bổ sung",
        "date_hint": "cuối tháng 3/2022",
    }
    added = await admin.post("/sessions", json=new)
    assert added.status_code == 201
    session = added.json()
    assert (session["state"], session["starts_at"]) == ("planned", None)
    points = (await admin.get(f"/sessions/{session['id']}/points")).json()["items"]
    assert len(points) == 2
    twice = await admin.post("/sessions", json=new)
    assert (twice.status_code, twice.json()["code"]) == (409, "session_exists")


async def test_a_confidential_session_has_no_doors_and_no_codes(world: World) -> None:
    admin, screen = world.signed_in("admin"), await world.screen()
    new = {
        "conference_id": str(world.district.conference_id),
        "form": "line",
        "ordinal": 4,
        "title": "Lớp mật",
        "confidential": True,
    }
    session = (await admin.post("/sessions", json=new)).json()
    opened = await admin.post(f"/sessions/{session['id']}/open")
    assert opened.json()["state"] == "open"
    points = (await admin.get(f"/sessions/{session['id']}/points")).json()["items"]
    assert [each["door"] for each in points] == [None, None]
    assert (await screen.codes())["session"] is None


async def test_a_secretary_reads_a_session_and_does_not_run_it(world: World) -> None:
    secretary, session = world.signed_in("bithu-bom-bo"), world.district.sessions["line_1"]
    assert (await secretary.get(f"/sessions/{session}")).status_code == 200
    refused = await secretary.post(f"/sessions/{session}/rehearse")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    async with world.database.read() as db:
        state = await db.scalar(select(Session.state).where(Session.id == session))
    assert state == "planned"


async def test_a_point_is_rotated_by_its_host_and_not_by_another(world: World) -> None:
    session = await world.open()
    commune = world.district.points["commune"]
    path = f"/sessions/{session}/points/{commune}/rotate"
    for username, status in (
        ("truc-bom-bo", 200),
        ("bithu-bom-bo", 200),
        ("bithu-van-phong", 403),
        ("van-phong", 403),
        ("thuong-truc", 403),
    ):
        assert (await world.signed_in(username).post(path)).status_code == status, username
    meet = world.district.sessions["meet_1"]
    missing = await world.signed_in("admin").post(f"/sessions/{meet}/points/{commune}/rotate")
    assert missing.status_code == 404
    await world.close()
    assert (await world.signed_in("admin").post(path)).json()["code"] == "session_state"


async def test_a_window_opened_while_the_session_closes_does_not_outlive_it(world: World) -> None:
    admin, session = world.signed_in("admin"), await world.open()
    await admin.post(f"/sessions/{session}/windows/close")
    await asyncio.gather(
        *(admin.post(f"/sessions/{session}/windows", json={"kind": "closing"}) for _ in range(3)),
        admin.post(f"/sessions/{session}/close"),
        *(admin.post(f"/sessions/{session}/windows", json={"kind": "closing"}) for _ in range(3)),
    )
    assert (await admin.get(f"/sessions/{session}")).json()["state"] == "closed"
    windows = (await admin.get(f"/sessions/{session}/windows")).json()["items"]
    assert all(each["closed_at"] is not None for each in windows)


async def test_a_clock_that_is_a_little_behind_can_still_close(world: World) -> None:
    world.clock.move(seconds=10)
    admin, session = world.signed_in("admin"), await world.open()
    world.clock.move(seconds=-0.3)
    closed = await admin.post(f"/sessions/{session}/close")
    assert closed.status_code == 200
    (window,) = (await admin.get(f"/sessions/{session}/windows")).json()["items"]
    assert window["closed_at"] == window["opened_at"]


async def test_titles_are_measured_as_they_are_kept(world: World) -> None:
    admin = world.signed_in("admin")
    new = {"conference_id": str(world.district.conference_id), "form": "line", "ordinal": 9}
    for title in ("\u200b", "   ", "\ufb2c" * 200):
        refused = await admin.post("/sessions", json={**new, "title": title})
        assert (refused.status_code, refused.json()["code"]) == (422, "validation_failed"), title
    link = {"confidential": True, "meet_url": "https://meet.example/abc", "title": "Lớp mật"}
    refused = await admin.post("/sessions", json={**new, **link})
    assert refused.status_code == 422
